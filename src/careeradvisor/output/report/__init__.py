"""The printable report: HTML, its pictures in SVG, and the file that it goes to."""
