"""Where the data that ships with the program lies."""

from __future__ import annotations

from pathlib import Path

CAREERS = "careers.toml"
STARTER = "starter.toml"
TITLES = "titles.csv"
OCCUPATIONS = "occupations.csv"
WAGES = "wages"
PROGRAMS = "programs.csv"
PRICES = "prices.csv"


def bundled_data() -> Path:
    """Return the folder of the shipped data; it may be missing in a damaged installation.

    An installed wheel carries it as ``careeradvisor/data``; a checkout has it at the top.
    """
    # Plain paths rather than importlib.resources, which costs several milliseconds at each start.
    here = Path(__file__)
    installed = here.parents[1] / "data"
    if installed.is_dir():
        return installed
    checkout = here.parents[3] / "data"
    # The neighbour tells a checkout from a stranger's folder that is called "data".
    if (checkout.parent / "pyproject.toml").is_file():
        return checkout
    return installed


def catalogue_path(explicit: Path | None = None) -> Path:
    """Return the catalogue to read: the one asked for, else the bundled one."""
    return explicit if explicit is not None else bundled_data() / CAREERS


def wages_path(name: str, catalogue: Path | None = None) -> Path:
    """Return the table ``name`` of wages (``TX.csv``) that belongs to a catalogue."""
    return table_path(f"{WAGES}/{name}", catalogue)


def table_path(name: str, catalogue: Path | None = None) -> Path:
    """Return a table (``programs.csv``): the one beside a catalogue, else the bundled one."""
    beside = catalogue.parent / name if catalogue is not None else None
    return beside if beside is not None and beside.exists() else bundled_data() / name
