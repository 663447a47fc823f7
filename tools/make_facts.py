"""Write the facts that the tests hold the bundled catalogue against: tests/facts/*.csv.

    python tools/make_facts.py

reads the reference tables in ../shared/data (--shared DIR for elsewhere). After
a refresh the new wages and projections come from BLS's own files instead, and
what only the reference tables have (work context, telework) stays as it is:

    python tools/make_facts.py --wages FOLDER --projections occupation.xlsx

The facts are figures of the sources, never of the catalogue: from the catalogue
come only the codes that say which figures a career should have.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if __package__ in (None, ""):
    sys.path.insert(0, str(ROOT))

import tomli  # noqa: E402

from careeradvisor.catalogue.wages import NATION  # noqa: E402
from tools import bls  # noqa: E402
from tools.series import read_series  # noqa: E402
from tools.wage_tables import FIPS, Oews  # noqa: E402

Row = dict[str, str]
FACTS = ROOT / "tests" / "facts"
SHARED = ROOT.parent / "shared" / "data"
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
WAGES = ("wage_code", *PERCENTILES, "top_coded")
OUTLOOK = ("projected_code", "change_percent", "openings", "openings_of")
CONTEXT = ("proximity_2026", "proximity_2020", "disease_2020", "telework")
SHARED_VINTAGES = {"oews": "May 2025", "ooh": "2024-34 edition"}
DRAWN = ("state", "area", "soc", *PERCENTILES, "employment", "rse")
COLUMNS = ("career", *WAGES, *OUTLOOK, *CONTEXT)

# Tables of before 2018 know some occupations by another O*NET-SOC code.
PREDECESSORS = {
    "13-1031.00": "13-1031.01",
    "15-1211.01": "15-1121.01",
    "17-2111.00": "17-2111.01",
    "19-3033.00": "19-3031.02",
    "29-1215.00": "29-1062.00",
    "29-1216.00": "29-1063.00",
    "29-1241.00": "29-1069.06",
    "29-1242.00": "29-1067.00",
    "29-1243.00": "29-1067.00",
    "29-1249.00": "29-1067.00",
    "29-2042.00": "29-2041.00",
    "29-2043.00": "29-2041.00",
    "29-2072.00": "29-2071.00",
    "29-9021.00": "29-2071.00",
    "43-3021.00": "43-3021.02",
}


def read_csv(path: Path) -> list[Row]:
    """Rows of a csv file with a header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def careers_of(catalogue: Path) -> dict[str, Any]:
    """The careers of a catalogue as plain tables."""
    careers: dict[str, Any] = tomli.loads(catalogue.read_text(encoding="utf-8-sig"))["careers"]
    return careers


def facts_from_shared(careers: dict[str, Any], shared: Path) -> list[Row]:
    """One row of facts for each career, from the reference tables."""
    tables = _Reference(shared)
    return [
        {"career": name}
        | tables.wages(career)
        | tables.outlook(career)
        | tables.context(str(career.get("onet", "")))
        for name, career in careers.items()
    ]


def handbook_occupations(shared: Path) -> list[Row]:
    """The detailed occupations of SOC groups 29 and 31 that the handbook's health pages cover."""
    return [
        {"soc": row["soc"], "title": row["title"]}
        for row in sorted(
            read_csv(shared / "ooh_occupations.csv"), key=lambda row: (row["soc"], row["title"])
        )
        if row["category"] == "healthcare"
        and row["soc"][:3] in ("29-", "31-")
        and not row["soc"].endswith("0")
    ]


def drawn_wages(careers: dict[str, Any], shared: Path, seed: int = 2026) -> list[Row]:
    """600 rows of wages drawn at random over areas: the area first, then one of its rows."""
    areas = _by(read_csv(shared / "oews_areas.csv"), "area")
    codes = {code for career in careers.values() if (code := _wage_code(career))}
    by_area: dict[str, list[Row]] = {}
    for row in read_csv(shared / "oews_may2025_areas.csv"):
        if areas[row["area"]]["type"] != "N" and row["soc"] in codes:
            by_area.setdefault(row["area"], []).append(row)
    draw = random.Random(seed)
    drawn: dict[tuple[str, str], Row] = {}
    while len(drawn) < 600:
        row = draw.choice(by_area[draw.choice(sorted(by_area))])
        drawn[row["area"], row["soc"]] = row
    rows = []
    for (area, soc), row in sorted(drawn.items()):
        place = areas[area]
        state = FIPS[place["state_fips"]]
        metropolitan = area.startswith("00")
        code = state if place["type"] == "S" else area[2:] if metropolitan else area
        figures = {name: row[name] for name in (*PERCENTILES, "employment")}
        rows.append({"state": state, "area": code, "soc": soc, **figures, "rse": row["wage_rse"]})
    return rows


def as_csv(rows: list[Row], columns: tuple[str, ...]) -> str:
    """Rows as the text of a csv file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


class _Reference:
    """The reference tables, looked up by career."""

    def __init__(self, shared: Path) -> None:
        self._pages_folder = shared / "ooh_pages"
        self._oews = _by(read_csv(shared / "oews_may2025_national.csv"), "soc")
        self._projected = read_csv(shared / "ooh_occupations.csv")
        self._pages = _by(read_csv(shared / "ooh_pages.csv"), "slug")
        self._context = _by(read_csv(shared / "onet_context_2026.csv"), "onet_soc")
        self._contact = _by(read_csv(shared / "onet_contact_2020.csv"), "title")
        telework = read_csv(shared / "telework_dingel_neiman_2020.csv")
        self._telework, self._telework_titles = _by(telework, "onetsoccode"), _by(telework, "title")
        self._titles = {
            row["onet_soc"]: row["title"]
            for row in [
                *read_csv(shared / "ai_exposure_gpts_are_gpts_2023.csv"),
                *self._context.values(),
            ]
        }

    def wages(self, career: Any) -> Row:
        code = _wage_code(career)
        if code is None:
            return dict.fromkeys(WAGES, "")
        row = self._oews[code]
        figures = {name: _digits(row[f"a_{name}"]) for name in PERCENTILES}
        top_coded = any(f"a_{name}" in row["topcoded"].split(";") for name in PERCENTILES)
        return {"wage_code": code, **figures, "top_coded": "1" if top_coded else ""}

    def outlook(self, career: Any) -> Row:
        for code in _projected_codes(career):
            rows = [row for row in self._projected if row["soc"] == code]
            if rows:
                slug = rows[0]["ooh_slug"]
                sharing = [row for row in self._projected if row["ooh_slug"] == slug]
                openings = self._openings(slug)
                shared = openings and len(sharing) > 1
                return {
                    "projected_code": code,
                    "change_percent": rows[0]["change_pct"],
                    "openings": openings,
                    "openings_of": self._pages[slug]["title"] if shared else "",
                }
        return dict.fromkeys(OUTLOOK, "")

    def _openings(self, slug: str) -> str:
        if self._pages[slug]["openings_per_year"]:
            return self._pages[slug]["openings_per_year"]
        # The table leaves out pages that word it otherwise: "Despite declining employment, ...".
        page = self._pages_folder / f"{slug}.txt"
        if not page.exists():
            return ""
        text = page.read_text(encoding="utf-8")
        found = re.search(r"about ([\d,]+) openings for [^.]*projected each year", text)
        return found[1].replace(",", "") if found else ""

    def context(self, onet: str) -> Row:
        title = self._titles.get(onet, "")
        old = PREDECESSORS.get(onet, onet)
        telework = self._telework_titles.get(title) or self._telework.get(old)
        contact = self._contact.get(title) or self._contact.get((telework or {}).get("title", ""))
        return {
            "proximity_2026": self._context.get(onet, {}).get("physical_proximity_1_5", ""),
            "proximity_2020": (contact or {}).get("physical_proximity_0_100", ""),
            "disease_2020": (contact or {}).get("exposed_to_disease_0_100", ""),
            "telework": (telework or {}).get("teleworkable", ""),
        }


def _by(rows: list[Row], column: str) -> dict[str, Row]:
    return {row[column]: row for row in rows}


def _wage_code(career: Any) -> str | None:
    """The code that the career's wages are published under; None where they are not BLS's."""
    salary = career.get("salary")
    if salary is None or salary["basis"] == "survey":
        return None
    return str(salary.get("soc") or career["soc"])


def _projected_codes(career: Any) -> list[str]:
    own = str(career["soc"])
    return [own, _wage_code(career) or own, own[:6] + "0"]


def _digits(cell: str) -> str:
    return cell.replace(",", "") if cell.replace(",", "").isdigit() else ""


def _rows_so_far(path: Path, careers: dict[str, Any]) -> list[Row]:
    """The facts as they are, with an empty row for a new career and none for one that is gone."""
    known = _by(read_csv(path), "career")
    return [known.get(name) or dict.fromkeys(COLUMNS, "") | {"career": name} for name in careers]


def _refresh_wages(rows: list[Row], careers: dict[str, Any], oews: Oews) -> None:
    for row in rows:
        row.update(dict.fromkeys(WAGES, ""))
        code = _wage_code(careers[row["career"]])
        if code is None:
            continue
        wages = oews.wages[NATION, code]
        cells = ["" if figure is None else str(figure) for figure in wages.wages]
        row["wage_code"] = code
        row.update(zip(PERCENTILES, cells, strict=True))
        row["top_coded"] = "1" if any(wages.more) else ""


def _refresh_outlook(rows: list[Row], careers: dict[str, Any], projections: Path) -> None:
    table = bls.projections(projections).by_code
    for row in rows:
        row.update(dict.fromkeys(OUTLOOK, ""))
        for code in _projected_codes(careers[row["career"]]):
            if code in table:
                figures = (table[code].change_percent, table[code].openings)
                change, openings = ["" if figure is None else str(figure) for figure in figures]
                row.update(projected_code=code, change_percent=change, openings=openings)
                break


def _vintages(options: argparse.Namespace, oews: Oews | None) -> list[Row]:
    """Which vintage of the refreshed sources the facts are of, as the catalogue writes it."""
    if not (options.wages or options.projections):
        return [{"source": name, "vintage": vintage} for name, vintage in SHARED_VINTAGES.items()]
    rows = read_csv(options.facts / "vintages.csv")
    for row in rows:
        if row["source"] == "oews" and oews is not None:
            row["vintage"] = f"May {oews.year}"
        if row["source"] == "ooh" and options.projections:
            row["vintage"] = f"{bls.projections(options.projections).period} edition"
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Write the files; return 1 when a table cannot be used."""
    parser = argparse.ArgumentParser(
        prog="make_facts.py", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--shared", type=Path, metavar="DIR", default=SHARED)
    parser.add_argument(
        "--wages", type=Path, metavar="FOLDER", help="the wage survey's time-series files"
    )
    parser.add_argument("--projections", type=Path, metavar="FILE", help="table 1.2")
    parser.add_argument(
        "--catalogue", type=Path, metavar="FILE", default=ROOT / "data" / "careers.toml"
    )
    parser.add_argument("--facts", type=Path, metavar="DIR", default=FACTS)
    options = parser.parse_args(arguments)
    careers = careers_of(options.catalogue)
    handbook = drawn = oews = None
    try:
        if options.wages or options.projections:
            rows = _rows_so_far(options.facts / "careers.csv", careers)
            if options.wages:
                codes = {code for career in careers.values() if (code := _wage_code(career))}
                oews = read_series(options.wages, codes, ())
                _refresh_wages(rows, careers, oews)
            if options.projections:
                _refresh_outlook(rows, careers, options.projections)
        else:
            rows = facts_from_shared(careers, options.shared)
            handbook = handbook_occupations(options.shared)
            drawn = drawn_wages(careers, options.shared)
        vintages = _vintages(options, oews)
    except (bls.BadTable, OSError, KeyError) as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    files = {
        "careers.csv": as_csv(rows, COLUMNS),
        "vintages.csv": as_csv(vintages, ("source", "vintage")),
    }
    if handbook is not None:
        files["handbook.csv"] = as_csv(handbook, ("soc", "title"))
    if drawn is not None:
        files["wages.csv"] = as_csv(drawn, DRAWN)
    for name, text in files.items():
        (options.facts / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
