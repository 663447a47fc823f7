"""Writers: they lay out what a view says, on a terminal or in a file, and decide nothing."""
