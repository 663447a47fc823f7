"""What is shipped, and what installing it gives."""
