"""What programs cost and give, from a table of the College Scorecard.

    python tools/programs.py --shared DIR

writes the tables ``[programs."51.07-1"]`` of data/careers.toml anew, between their
marks, and data/programs.csv with the figures by state. DIR holds
``scorecard_2026_programs.csv`` and ``scorecard_2026_programs_by_state.csv``.

There is a table for each field and credential level that a route names, and for
every field of health (CIP 51) in mixes.toml where at least five programs have
published earnings.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if __package__ in (None, ""):
    sys.path.insert(0, str(ROOT))

import tomli  # noqa: E402

from tools.bls import BadTable  # noqa: E402
from tools.reference import rows_of  # noqa: E402

BEGIN = "# Programs: fields of study and credential levels (tools/programs.py writes this part).\n"
END = "# End of the programs.\n"
HEADER = "program,state,programs,with_earnings,earnings,with_debt,debt"
FEWEST = 5

LEVELS = ("1", "2", "3", "4", "5", "6", "7", "8")


def program_tables(rows: list[dict[str, str]], named: set[str], mixes: dict[str, str]) -> str:
    """Return the TOML text of all program tables; raise :class:`BadTable` for one without words."""
    parts = []
    for row in rows:
        cip = f"{row['cip4'][:2]}.{row['cip4'][2:]}"
        key = f"{cip}-{row['credential_level']}"
        if row["credential_level"] not in LEVELS:
            continue
        known = cip in mixes and cip.startswith("51.")
        if key not in named and (not known or int(row["programs_with_earnings"]) < FEWEST):
            continue
        text = mixes.get(key) or mixes.get(cip)
        if text is None:
            raise BadTable(f"tools/mixes.toml does not say what {key} mixes. Add it there.")
        lines = [
            f'[programs."{key}"]',
            f'field = "{row["field"]}"',
            f'mixes = "{text}"',
            'source = "scorecard"',
            f"programs = {row['programs_with_earnings']}",
        ]
        figures = {
            "earnings_p25": row["earnings_p25"],
            "earnings": row["earnings_median"],
            "earnings_p75": row["earnings_p75"],
            "debt": row["debt_median"],
        }
        if int(row["programs_decided"]):
            figures["decided"] = row["programs_decided"]
            figures["below"] = row["programs_below_high_school"]
        lines += [f"{name} = {figure}" for name, figure in figures.items() if figure]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def state_table(rows: list[dict[str, str]], known: set[str]) -> str:
    """Return the csv text of figures by state, where at least five programs have them."""
    lines = []
    for row in rows:
        key = f"{row['cip4'][:2]}.{row['cip4'][2:]}-{row['credential_level']}"
        earning, owing = int(row["programs_with_earnings"]), int(row["programs_with_debt"])
        if key not in known or max(earning, owing) < FEWEST:
            continue
        earnings = row["earnings_median"] if earning >= FEWEST else ""
        debt = row["debt_median"] if owing >= FEWEST else ""
        cells = (key, row["state"], row["programs"], str(earning), earnings, str(owing), debt)
        lines.append(",".join(cells))
    return "\n".join([HEADER, *sorted(lines)]) + "\n"


def named_programs(catalogue: dict[str, Any]) -> set[str]:
    """Return the fields and levels that routes of a catalogue name."""
    return {
        f"{route['cip']}-{route['program_level']}"
        for career in catalogue["careers"].values()
        for route in career.get("routes", [])
        if "cip" in route and "program_level" in route
    }


def main(arguments: list[str] | None = None) -> int:
    """Write the tables; return 1 when one cannot be used."""
    parser = argparse.ArgumentParser(
        prog="programs.py", description=(__doc__ or "").partition("\n")[0]
    )
    shared = ROOT.parent / "shared" / "data"
    parser.add_argument("--shared", type=Path, metavar="DIR", default=shared)
    parser.add_argument(
        "--catalogue", type=Path, metavar="FILE", default=ROOT / "data" / "careers.toml"
    )
    options = parser.parse_args(arguments)
    text = options.catalogue.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        print(f"{options.catalogue} has no part for programs between its marks.", file=sys.stderr)
        return 1
    try:
        named = named_programs(tomli.loads(before + after))
        mixes = tomli.loads((ROOT / "tools" / "mixes.toml").read_text(encoding="utf-8"))
        rows = rows_of(options.shared / "scorecard_2026_programs.csv")
        tables = program_tables(rows, named, mixes)
        known = set(tomli.loads(tables)["programs"])
        by_state = state_table(
            rows_of(options.shared / "scorecard_2026_programs_by_state.csv"), known
        )
    except BadTable as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    options.catalogue.write_text(f"{before}{begin}\n{tables}\n{end}{after}", encoding="utf-8")
    (options.catalogue.parent / "programs.csv").write_text(by_state, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
