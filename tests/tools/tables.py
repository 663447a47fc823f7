"""Small tables in BLS's own form, and a small catalogue for them to refresh."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import openpyxl

Cell = str | int | float | None
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
soc,area,p10,p25,p50,p75,p90,employment,rse
00-0000,TX,28000,36000,48000,78000,118000,13500000,0.2
29-2010,TX,30000,40000,50000,60000,70000,900,1.0
29-2072,TX,31000,41000,51000,61000,71000,800,1.1
"""

Figures = Sequence[Cell]
"""p10, p25, p50, p75, p90, employment, error: "-" not released, ">" at or above the top."""

NATION: dict[str, Figures] = {
    "00-0000": (30_000, 38_000, 50_000, 80_000, 130_000, 155_000_000, 0.1),
    "29-2072": (38_000, 44_500, 52_300, 66_000, 83_000, 190_000, 1.4),
    "29-2010": (39_000, 47_000, 63_000, 80_000, 99_000, 340_000, 0.9),
    "53-3011": (31_000, 41_000, 51_000, 61_000, 71_000, 20, 9.0),
}
PLACES: dict[str, dict[str, Figures]] = {
    "S4800000": {
        "00-0000": (29_000, 37_000, 49_000, 79_000, 119_000, 13_600_000, 0.2),
        "29-2072": (32_000, 42_000, 52_000, 62_000, 72_000, 810, 2.5),
        "29-2010": (31_000, 41_000, "-", ">", ">", "-", 3.0),
        "53-3011": (31_000, 41_000, 51_000, 61_000, 71_000, 20, 9.0),
    },
    "M0045500": {
        "00-0000": (27_000, 35_000, 44_000, 70_000, 99_000, 60_000, 1.0),
        "29-2072": (30_000, 40_000, 50_000, 60_000, 70_000, 40, 12.0),
    },
    "M4800005": {"29-2010": (30_000, 40_000, 50_000, 60_000, 70_000, 30, 15.0)},
}
INDUSTRIES: dict[str, dict[str, Figures]] = {
    "622000": {"29-2072": (41_000, 48_000, 59_000, 72_000, 90_000, 55_000, 1.2)},
    "999999": {"29-2072": (41_000, 48_000, 59_000, 72_000, 90_000, 55_000, 1.2)},
}
AREA_NAMES = """\
state_code\tarea_code\tareatype_code\tarea_name
00\t0000000\tN\tNational
48\t4800000\tS\tTexas
48\t0045500\tM\tTexarkana, TX-AR
48\t4800005\tM\tBorder Region of Texas nonmetropolitan area
01\t0010001\tM\tNowhere, AL
"""
_DATATYPES = ("11", "12", "13", "14", "15", "01", "05")


def wage_files(
    folder: Path,
    nation: dict[str, Figures] | None = None,
    places: dict[str, dict[str, Figures]] | None = None,
    industries: dict[str, dict[str, Figures]] | None = None,
    *,
    year: int = 2026,
    areas: str = AREA_NAMES,
    extra: str = "",
) -> Path:
    """The wage survey's time-series files, as BLS offers them: padded, with tabs."""
    folder = folder / "oe"
    folder.mkdir(exist_ok=True)
    (folder / "oe.area").write_text(areas, encoding="utf-8-sig")
    (folder / "oe.release").write_text(
        f"release_date\tdescription\n{year}A01\tMay {year}\n", encoding="utf-8"
    )
    (folder / "oe.footnote").write_text(
        "footnote_code\tfootnote_text\n"
        "5\tThis wage is equal to or greater than $115.00 per hour or $239,200 per year.\n"
        "8\tEstimate not released.\n",
        encoding="utf-8",
    )
    lines = ["series_id                     \tyear\tperiod\t       value\tfootnote_codes\n"]
    tables = [("N0000000", "000000", NATION if nation is None else nation)]
    tables += [(place, "000000", of) for place, of in (places or PLACES).items()]
    tables += [("N0000000", code, of) for code, of in (industries or INDUSTRIES).items()]
    for place, industry, by_soc in tables:
        for soc, figures in by_soc.items():
            for datatype, figure in zip(_DATATYPES, figures, strict=True):
                series = f"OEU{place}{industry}{soc.replace('-', '')}{datatype}"
                value = "-" if figure in ("-", ">") else str(figure)
                note = {"-": "8", ">": "5"}.get(str(figure), "")
                lines.append(f"{series:<30}\t{year}\tA01\t{value:>12}\t{note}\n")
    (folder / "oe.data.0.Current").write_text("".join(lines) + extra, encoding="utf-8")
    return folder


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
    columns = changes["columns"]
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
