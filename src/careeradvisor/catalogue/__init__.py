"""From a TOML file to validated careers, and from a name to one of them.

Import what you need from its own module (``careeradvisor.catalogue.load`` and
so on): nothing is imported here, because ``show`` pays for every import.
"""
