"""Measurements; each prints ratios, and none is a test that a slow machine could fail."""
