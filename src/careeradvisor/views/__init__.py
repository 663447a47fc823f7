"""What is said, worded and ready for JSON: one struct a page, made from advice and prospects."""
