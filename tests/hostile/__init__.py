"""Data that mean harm: in catalogues, saved answers, tables of people and names of files."""
