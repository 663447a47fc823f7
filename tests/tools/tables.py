"""Small tables in BLS's own form, and a small catalogue for them to refresh."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import openpyxl

Cell = str | int | float | None
OEWS = (
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "I_GROUP",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "TOT_EMP",
    "A_MEAN",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "ANNUAL",
)

CATALOGUE = """\
# A catalogue with comments in odd places.
[catalogue]
name = "Ours"
version = "2025.11"
as_of = 2025-11-24   # the newest figures
region = "United States"

[families]
care = 'Care'

[sources.oews]
title = "Wages"
publisher = "BLS"
vintage = "May 2025"     # refresh.py writes this
licence = "Public domain"

[sources.ooh]
title = "Outlook"
publisher = "BLS"
vintage = "2024-34 edition"
licence = "Public domain"

[sources.guide]
title = "Guide"
publisher = "Us"
vintage = "2025"
licence = "MIT"

# The coder comes first.
[careers.coder]
title = "Medical coder"
soc = "29-2072"
family = "care"
summary = "Codes."
reviewed = 2025-01-15
sources = ["guide"]

[careers.coder.salary]
basis = "broader-group"
group = "Medical records specialists"
source = "oews"
p10 = 37000
p25 = 43490 # a quarter earn less
median = 51140
p75 = 64820
p90 = 81150
note = "Counts others too."

[careers.coder.outlook]
source = "ooh"
period = "2024-34"
why = "More care."
change_percent = 7.0
openings = 14200
openings_group = "Records"

[careers.technician]   # counted with a group
title = "Laboratory technician"
soc = "29-2012"
family = "care"
summary = "Tests."
reviewed = 2025-01-15
sources = ["guide"]
salary = { basis = "broader-group", group = "Laboratory", soc = "29-2010", source = "oews", \
p10 = 38000, p90 = 98000 }

[careers.technician.outlook]
source = "ooh"
period = "2024-34"
group = "Laboratory"
change_percent = 2.0

[careers.assistant]
title = "Assistant"
soc = "29-1071"
family = "care"
summary = "Helps."
reviewed = 2025-01-15
sources = ["guide"]

[careers.assistant.salary]
basis = "survey"
source = "guide"
p10 = 120000
p90 = 160000
# The end.
"""

WAGES = """\
soc,area,p10,p25,p50,p75,p90,employment
29-2010,TX,30000,40000,50000,60000,70000,900
29-2072,TX,31000,41000,51000,61000,71000,800
"""

CODER = ("29-2072", "Medical Records Specialists", "detailed")
LABORATORY = ("29-2010", "Clinical Laboratory Technologists and Technicians", "detailed")
NATIONAL: tuple[tuple[str, str, str, Cell, Sequence[Cell]], ...] = (
    ("00-0000", "All Occupations", "total", 155_000_000, (30_000, 38_000, 50_000, 80_000, 130_000)),
    (*CODER, 190_000, (38_000, 44_500, 52_300, 66_000, 83_000)),
    (LABORATORY[0], LABORATORY[1], "broad", 340_000, (39_000, 47_000, 63_000, 80_000, 99_000)),
    (*LABORATORY, 340_000, (39_000, 47_000, 63_000, 80_000, 99_000)),
)
STATE: tuple[tuple[str, str, str, Cell, Sequence[Cell]], ...] = (
    (*CODER, 810, (32_000, 42_000, 52_000, 62_000, 72_000)),
    (*LABORATORY, "**", (31_000, 41_000, "*", "#", "#")),
    ("53-3011", "Ambulance Drivers", "detailed", 20, (31_000, 41_000, 51_000, 61_000, 71_000)),
)


def oews_rows(
    occupations: Sequence[tuple[str, str, str, Cell, Sequence[Cell]]],
    area: Sequence[Cell] = (99, "U.S.", 1, "US"),
    industry: str = "cross-industry",
) -> list[list[Cell]]:
    """Rows of an OEWS table, in the order of its columns."""
    return [
        [*area, "000000", industry, code, title, group, employment, "*", *wages, None]
        for code, title, group, employment, wages in occupations
    ]


TEXAS = (48, "Texas", 2, "TX")


def national_table(folder: Path, suffix: str = "xlsx", year: int = 2026, **changes: object) -> Path:
    """national_M2026_dl: rows and columns may be replaced."""
    return _table(folder / f"national_M{year}_dl.{suffix}", oews_rows(NATIONAL), changes)


def state_table(folder: Path, suffix: str = "xlsx", year: int = 2026, **changes: object) -> Path:
    """state_M2026_dl: Texas only, and what a real table has besides."""
    rows = [
        *oews_rows(STATE, TEXAS),
        *oews_rows(STATE[:1], TEXAS, "cross-industry, ownership"),
        *oews_rows(STATE[:1], (19_100, "Dallas-Fort Worth, TX", 4, "TX")),
    ]
    return _table(folder / f"state_M{year}_dl.{suffix}", rows, changes)


def projections_table(folder: Path, suffix: str = "xlsx", **changes: object) -> Path:
    """Table 1.2 as a workbook, or the csv of BLS's query page."""
    rows: list[list[Cell]]
    if suffix == "csv":
        columns: Sequence[str] = (
            "Occupation Title",
            "Occupation Code",
            "Employment 2025",
            "Employment Percent Change, 2025-2035",
            "Occupational Openings, 2025-2035 Annual Average",
        )
        rows = [
            ["Medical records specialists *", '="29-2072"', 195.0, 7.4, 14.3],
            ["Clinical laboratory technologists", '="29-2010"', 351.0, -1.6, "22.6"],
            ["Physician assistants", '="29-1071"', 163.0, 20.1, 12.0],
        ]
    else:
        columns = (
            "2025 National Employment Matrix title",
            "2025 National Employment Matrix code",
            "Occupation type",
            "Employment change, percent, 2025–35",
            "Occupational openings, 2025–35 annual average",
            "Median annual wage, dollars, 2025[1]",
        )
        rows = [
            ["Total, all occupations", "00-0000", "Summary", 3.1, 18_900.5, 50_000],
            ["Medical records specialists", "29-2072", "Line item", 7.4, 14.3, 52_000],
            ["Clinical laboratory technologists", "29-2010", "Line item", "−1.6", 22.6, 62_000],
            ["Physician assistants", "29-1071", "Line item", 20.1, 12.0, 140_000],
            ["Footnotes: [1] Data are from OEWS.", None, None, None, None, None],
        ]
    return _table(folder / f"occupation.{suffix}", rows, {"columns": columns} | changes)


def _table(path: Path, rows: list[list[Cell]], changes: dict[str, object]) -> Path:
    columns = changes.get("columns", OEWS)
    rows = changes.get("rows", rows)  # type: ignore[assignment]
    without = changes.get("without")
    assert isinstance(columns, tuple)
    keep = [index for index, name in enumerate(columns) if name != without]
    table = [[columns[index] for index in keep], *([row[index] for index in keep] for row in rows)]
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([[_grouped(cell) for cell in row] for row in table])
        return path
    book = openpyxl.Workbook()
    book.active.append(["Contents"])
    sheet = book.create_sheet("Data")
    sheet.append(["(Employment in thousands)"])
    for row in table:
        sheet.append(row)
    book.save(path)
    return path


def _grouped(cell: Cell) -> str:
    """As BLS's csv files write figures: with commas."""
    return f"{cell:,}" if isinstance(cell, int) else "" if cell is None else str(cell)
