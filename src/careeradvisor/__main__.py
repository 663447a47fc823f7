"""``python -m careeradvisor`` does what the ``careeradvisor`` script does."""

from careeradvisor.cli import main

if __name__ == "__main__":
    main()
