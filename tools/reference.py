"""The survey's wages from three csv tables of figures by area and by industry.

A folder with ``oews_may2025_areas.csv`` (soc, area, p10, p25, p50, p75, p90,
at_or_above, employment, wage_rse), ``oews_areas.csv`` (area, type, state_fips, name)
and ``oews_may2025_industries.csv`` (soc, industry, and the same figures). Occupations that are
not in the first are taken, for the nation alone, from ``oews_may2025_national.csv`` where that is
there (soc, emp, wage_rse_pct, a_p10 to a_p90, topcoded).
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from careeradvisor.catalogue.wages import NATION
from tools.bls import BadTable
from tools.wage_tables import FIPS, Oews, Row, area_code, area_entry, industry_code

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


def read_reference(folder: Path) -> Oews:
    """Return what the tables of the folder say; raise :class:`BadTable`."""
    found = sorted(folder.glob("oews_may20[0-9][0-9]_areas.csv"))
    if not found:
        raise BadTable(f"{folder} has no oews_may20XX_areas.csv. Give the folder of the tables.")
    wages_path = found[-1]
    industries_path = wages_path.with_name(wages_path.name.replace("_areas", "_industries"))
    codes: dict[str, str] = {}
    areas: dict[str, tuple[tuple[str, ...], str]] = {}
    for row in rows_of(folder / "oews_areas.csv"):
        code, kind, state = row["area"], row["type"], FIPS.get(row["state_fips"], "")
        if kind == "N":
            codes[code] = NATION
        elif kind == "S":
            codes[code] = state
        else:
            codes[code] = area_code(code)
            areas[codes[code]] = area_entry(row["name"], state)
    year = re.search(r"20\d\d", wages_path.name)
    wages = {(codes[row["area"]], row["soc"]): _row(row) for row in rows_of(wages_path)}
    national = wages_path.with_name(wages_path.name.replace("_areas", "_national"))
    for row in rows_of(national) if national.exists() else ():
        wages.setdefault((NATION, row["soc"]), _national(row))
    return Oews(
        year=int(year[0]) if year else 0,
        areas=areas,
        wages=wages,
        industries={
            (industry_code(row["industry"]), row["soc"]): _row(row)
            for row in rows_of(industries_path)
        },
    )


def rows_of(path: Path) -> list[dict[str, str]]:
    """Rows of a csv file with a header, with or without a byte order mark."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise BadTable(f"{path} could not be read: {error.strerror}. Check the name.") from error


def _row(row: dict[str, str]) -> Row:
    p10, p25, p50, p75, p90 = (int(row[name]) if row[name] else None for name in PERCENTILES)
    marks = [mark == "1" for mark in row["at_or_above"].rjust(5, "0")]
    return Row(
        (p10, p25, p50, p75, p90),
        int(row["employment"]) if row["employment"] else None,
        float(row["wage_rse"]) if row["wage_rse"] else None,
        (marks[0], marks[1], marks[2], marks[3], marks[4]),
    )


def _national(row: dict[str, str]) -> Row:
    p10, p25, p50, p75, p90 = (_dollars(row[f"a_{name}"]) for name in PERCENTILES)
    people, rse = _dollars(row["emp"]), row["wage_rse_pct"]
    known = rse.replace(".", "", 1).isdigit()
    return Row((p10, p25, p50, p75, p90), people, float(rse) if known else None)


def _dollars(text: str) -> int | None:
    return int(text) if text.isdigit() else None
