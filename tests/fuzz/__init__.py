"""Nonsense of every kind: bytes, flags, names, tables and keys. See docs/reliability.md."""
