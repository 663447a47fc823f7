"""A private, offline career advisor for people choosing a career in healthcare."""

__version__ = "0.1.0"
