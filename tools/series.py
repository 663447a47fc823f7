"""The survey's wages from BLS's own time-series files.

A folder with the files of https://download.bls.gov/pub/time.series/oe/ as they come:
``oe.data.0.Current`` (330 MB), ``oe.area``, ``oe.footnote`` and ``oe.release``. They are
separated by tabs. A series id says what a value is of::

    OE U M 0026420 000000 292072 13
       | |    |      |      |    datatype: 01 employment, 05 error of the mean wage in percent,
       | |    |      |      |    11 to 15 annual p10, p25, median, p75, p90
       | |    |      |      occupation
       | |    |      industry; 000000: all together
       | |    area
       | N nation, S state, M metropolitan or other area
       not seasonally adjusted
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from careeradvisor.catalogue.wages import ALL_OCCUPATIONS, NATION
from tools.bls import BadTable
from tools.wage_tables import FIPS, Oews, Row, area_code, area_entry, industry_code

DATA = "oe.data.0.Current"
_SERIES = re.compile(rb"OEU([NSM])([0-9]{7})([0-9-]{6})([0-9]{6})([0-9]{2})\s*")
_PERCENTILES = {b"11": 0, b"12": 1, b"13": 2, b"14": 3, b"15": 4}
_EMPLOYMENT, _ERROR = b"01", b"05"
_DATATYPES = frozenset({*_PERCENTILES, _EMPLOYMENT, _ERROR})
_ALL_INDUSTRIES = "000000"


class _Figures:
    """What has been read so far of one occupation in one place."""

    def __init__(self) -> None:
        self.wages: list[int | None] = [None] * 5
        self.more = [False] * 5
        self.employment: int | None = None
        self.rse: float | None = None

    def row(self) -> Row:
        p10, p25, p50, p75, p90 = self.wages
        a, b, c, d, e = self.more
        return Row((p10, p25, p50, p75, p90), self.employment, self.rse, (a, b, c, d, e))


def read_series(folder: Path, wanted: Collection[str], industries: Collection[str]) -> Oews:
    """Return what the files say of the wanted SOC codes; raise :class:`BadTable`.

    ``industries`` are the NAICS codes to keep.
    """
    places: dict[bytes, str] = {}
    areas: dict[str, tuple[tuple[str, ...], str]] = {}
    for row in _table(folder / "oe.area"):
        its_code, its_kind = row["area_code"], row["areatype_code"]
        state = FIPS.get(row["state_code"], "")
        if its_kind == "N":
            places[its_code.encode()] = NATION
        elif its_kind == "S" and state:
            places[its_code.encode()] = state
        elif its_kind == "M" and state:
            places[its_code.encode()] = area_code(its_code)
            areas[area_code(its_code)] = area_entry(row["area_name"], state)
    above = {
        row["footnote_code"].encode()
        for row in _table(folder / "oe.footnote")
        if "equal to or greater than" in row["footnote_text"]
    }
    releases = [row["description"] for row in _table(folder / "oe.release")]
    year = re.search(r"20\d\d", releases[0]) if releases else None
    if year is None:
        raise BadTable(f"{folder / 'oe.release'} does not say of which year the figures are.")
    codes = {soc.replace("-", "").encode(): soc for soc in (*wanted, ALL_OCCUPATIONS)}
    figures: dict[tuple[str, str, str], _Figures] = {}
    for number, series, cells in _data(folder / DATA):
        kind, area, code, occupation, datatype = series
        soc, place = codes.get(occupation), places.get(area)
        if soc is None or place is None or datatype not in _DATATYPES:
            continue
        industry = industry_code(code.decode())
        if industry != _ALL_INDUSTRIES and (kind != b"N" or industry not in industries):
            continue
        if cells[1] != year[0].encode():
            continue
        found = figures.setdefault((industry, place, soc), _Figures())
        _add(found, datatype, cells, above, number)
    if not any(key[:2] == (_ALL_INDUSTRIES, NATION) for key in figures):
        raise BadTable(f"{folder / DATA} has no figures of {year[0]}. Fetch the files anew.")
    return Oews(
        year=int(year[0]),
        areas={
            code: entry
            for code, entry in areas.items()
            if any((_ALL_INDUSTRIES, code, soc) in figures for soc in codes.values())
        },
        wages={
            (place, soc): found.row()
            for (industry, place, soc), found in figures.items()
            if industry == _ALL_INDUSTRIES
        },
        industries={
            (industry, soc): found.row()
            for (industry, _place, soc), found in figures.items()
            if industry != _ALL_INDUSTRIES
        },
    )


def _add(
    found: _Figures, datatype: bytes, cells: list[bytes], above: set[bytes], number: int
) -> None:
    value = cells[3].strip().decode("ascii", "replace")
    notes = set(cells[4].replace(b",", b" ").split()) if len(cells) > 4 else set()
    at = _PERCENTILES.get(datatype)
    if at is not None and notes & above:
        found.more[at] = True
        return
    if value in ("", "-"):
        return
    if re.fullmatch(r"\d+(\.\d+)?", value) is None:
        raise BadTable(f"{DATA}, line {number}: the value ({value[:40]}) is not a figure.")
    if datatype == _ERROR:
        found.rse = float(value)
        return
    if not float(value).is_integer():
        raise BadTable(f"{DATA}, line {number}: the value ({value[:40]}) is not a whole number.")
    if at is not None:
        found.wages[at] = int(float(value))
    else:
        found.employment = int(float(value))


def _data(path: Path) -> Iterator[tuple[int, tuple[bytes, ...], list[bytes]]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                series = _SERIES.match(line.removeprefix(b"\xef\xbb\xbf"))
                cells = line.split(b"\t")
                if series is not None and len(cells) > 3:
                    yield number, series.groups(), cells
    except OSError as error:
        raise BadTable(f"{path} could not be read: {error.strerror}. Check the folder.") from error


def _table(path: Path) -> list[dict[str, str]]:
    """Rows of one of the small files, with or without a byte order mark."""
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        raise BadTable(f"{path} could not be read: {error.strerror}. Check the folder.") from error
    header = [name.strip() for name in lines[0].split("\t")] if lines else []
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines[1:] if line.strip()]
    needed = {
        "oe.area": {"state_code", "area_code", "areatype_code", "area_name"},
        "oe.footnote": {"footnote_code", "footnote_text"},
        "oe.release": {"description"},
    }[path.name]
    if not needed <= set(header):
        raise BadTable(
            f"{path} has no column {', '.join(sorted(needed - set(header)))}. Fetch it anew."
        )
    return [dict(zip(header, row, strict=False)) for row in rows]
