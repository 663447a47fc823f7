"""A person's answers, and the file they live in."""
