"""Scripts for maintainers; nothing here is installed or needed to run the program."""
