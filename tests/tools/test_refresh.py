"""tools/refresh.py on small tables in BLS's own form."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
import tomli
from tools.make_facts import read_csv

from tests.facts import NO_SHARED, ROOT, SHARED
from tests.tools import tables
from tools import refresh

Files = tuple[Path, Path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A catalogue and its table of wages by state."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "careers.toml").write_text(tables.CATALOGUE, encoding="utf-8")
    (folder / "wages.csv").write_text(tables.WAGES, encoding="utf-8")
    return folder / "careers.toml", folder / "wages.csv"


def run(files: Files, *arguments: object) -> int:
    given = [str(argument) for argument in arguments]
    return refresh.main(["--catalogue", str(files[0]), "--as-of", "2027-04-02", *given])


def wages_of(folder: Path, suffix: str = "xlsx") -> list[object]:
    national = tables.national_table(folder, suffix)
    return ["--national", national, "--state", tables.state_table(folder, suffix)]


def all_of(folder: Path, suffix: str = "xlsx") -> list[object]:
    projections = tables.projections_table(folder, suffix)
    return [*wages_of(folder, suffix), "--projections", projections]


def untouched(files: Files) -> bool:
    catalogue, wages = files
    return (
        catalogue.read_text(encoding="utf-8") == tables.CATALOGUE
        and wages.read_text(encoding="utf-8") == tables.WAGES
        and sorted(catalogue.parent.iterdir()) == [catalogue, wages]
    )


def differences(before: str, after: str) -> list[str]:
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [f"{line[0]} {line[1:]}" for line in lines if line[:2] not in ("--", "++", "@@")]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_figures_are_brought_up_to_date_and_nothing_else(
    files: Files, tmp_path: Path, suffix: str
) -> None:
    assert run(files, *all_of(tmp_path, suffix)) == 0
    assert differences(tables.CATALOGUE, files[0].read_text(encoding="utf-8")) == [
        '- version = "2025.11"',
        "- as_of = 2025-11-24   # the newest figures",
        '+ version = "2027.04"',
        "+ as_of = 2027-04-02   # the newest figures",
        '- vintage = "May 2025"     # refresh.py writes this',
        '+ vintage = "May 2026"     # refresh.py writes this',
        '- vintage = "2024-34 edition"',
        '+ vintage = "2025-35 edition"',
        "- p10 = 37000",
        "- p25 = 43490 # a quarter earn less",
        "- median = 51140",
        "- p75 = 64820",
        "- p90 = 81150",
        "+ p10 = 38000",
        "+ p25 = 44500 # a quarter earn less",
        "+ median = 52300",
        "+ p75 = 66000",
        "+ p90 = 83000",
        '- period = "2024-34"',
        '+ period = "2025-35"',
        "- change_percent = 7.0",
        "- openings = 14200",
        '- openings_group = "Records"',
        "+ change_percent = 7.4",
        "+ openings = 14300",
        '- salary = { basis = "broader-group", group = "Laboratory", soc = "29-2010", '
        'source = "oews", p10 = 38000, p90 = 98000 }',
        '+ salary = { basis = "broader-group", group = "Laboratory", soc = "29-2010", '
        'source = "oews", p10 = 39000, p25 = 47000, median = 63000, p75 = 80000, p90 = 99000 }',
        '- period = "2024-34"',
        '+ period = "2025-35"',
        "- change_percent = 2.0",
        "+ change_percent = -1.6",
        "+ openings = 22600",
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_table_by_state_is_written_anew(files: Files, tmp_path: Path, suffix: str) -> None:
    assert run(files, *all_of(tmp_path, suffix)) == 0
    # Only the catalogue's occupations; no metropolitan area, no breakdown by ownership.
    assert files[1].read_text(encoding="utf-8") == (
        "soc,area,p10,p25,p50,p75,p90,employment\n"
        "29-2010,TX,31000,41000,,,,\n"
        "29-2072,TX,32000,42000,52000,62000,72000,810\n"
    )


def test_what_changed_is_printed_by_career(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files, *all_of(tmp_path)) == 0
    out = capsys.readouterr().out
    coder = out[out.index("\ncoder:") : out.index("\ntechnician:")]
    assert "salary.median           51,140 -> 52,300 (+2.3%)" in coder
    assert "outlook.change_percent  7.0 -> 7.4\n" in coder
    assert "outlook.openings_group  Records -> none" in coder
    assert "2 of 3 careers have changed figures." in out
    assert "wages.csv (May 2026): 2 lines; 2 changed, 0 added, 0 removed" in out
    assert "Projected, but without an outlook so far: assistant." in out
    assert "jump" not in out


def test_a_jump_is_pointed_out(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tables.oews_rows(
        [(*tables.CODER, 1, (70_000, 71_000, 72_000, 73_000, 83_000)), *tables.NATIONAL[2:]]
    )
    national = tables.national_table(tmp_path, rows=rows)
    assert run(files, "--national", national, "--state", tables.state_table(tmp_path)) == 0
    assert "37,000 -> 70,000 (+89.2%; a jump: look it up)" in capsys.readouterr().out


def test_a_second_run_changes_nothing(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files, *all_of(tmp_path)) == 0
    written = [path.stat().st_mtime_ns for path in files]
    texts = [path.read_bytes() for path in files]
    capsys.readouterr()
    assert run(files, *all_of(tmp_path), "--as-of", "2028-01-01") == 0
    assert "Everything is up to date already" in capsys.readouterr().out
    assert [path.read_bytes() for path in files] == texts
    assert [path.stat().st_mtime_ns for path in files] == written


def test_a_dry_run_prints_and_writes_nothing(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files, *all_of(tmp_path), "--dry-run") == 0
    out = capsys.readouterr().out
    assert "salary.median" in out
    assert "nothing was written" in out
    assert untouched(files)


def test_each_part_can_be_refreshed_alone(files: Files, tmp_path: Path) -> None:
    assert run(files, "--projections", tables.projections_table(tmp_path)) == 0
    careers = tomli.loads(files[0].read_text(encoding="utf-8"))
    assert careers["sources"]["ooh"]["vintage"] == "2025-35 edition"
    assert careers["sources"]["oews"]["vintage"] == "May 2025"
    assert careers["careers"]["coder"]["salary"]["p10"] == 37_000
    assert files[1].read_text(encoding="utf-8") == tables.WAGES


def national_with(folder: Path, *wages: tables.Cell) -> Path:
    rows = tables.oews_rows([(*tables.CODER, 190_000, wages), *tables.NATIONAL[2:]])
    return tables.national_table(folder, rows=rows)


def coder_s_salary(files: Files) -> str:
    text = files[0].read_text(encoding="utf-8")
    return text[text.index("[careers.coder.salary]") : text.index("[careers.coder.outlook]")]


def test_top_coded_and_missing_wages_go_and_come_back(files: Files, tmp_path: Path) -> None:
    national = national_with(tmp_path, 38_000, "*", 52_300, "#", "#")
    state = tables.state_table(tmp_path)
    assert run(files, "--national", national, "--state", state) == 0
    assert coder_s_salary(files) == (
        "[careers.coder.salary]\n"
        'basis = "broader-group"\ngroup = "Medical records specialists"\nsource = "oews"\n'
        "p10 = 38000\nmedian = 52300\ntop_coded = true\n"
        'note = "Counts others too."\n\n'
    )
    again = tables.national_table(tmp_path)
    assert run(files, "--national", again, "--state", state) == 0
    assert coder_s_salary(files) == (
        "[careers.coder.salary]\n"
        'basis = "broader-group"\ngroup = "Medical records specialists"\nsource = "oews"\n'
        "p10 = 38000\np25 = 44500\nmedian = 52300\np75 = 66000\np90 = 83000\n"
        'note = "Counts others too."\n\n'
    )


def national(**changes: object) -> Callable[[Path], list[object]]:
    def arguments(folder: Path) -> list[object]:
        table = tables.national_table(folder, **changes)  # type: ignore[arg-type]
        return ["--national", table, "--state", tables.state_table(folder)]

    return arguments


def state(**changes: object) -> Callable[[Path], list[object]]:
    def arguments(folder: Path) -> list[object]:
        table = tables.state_table(folder, **changes)  # type: ignore[arg-type]
        return ["--national", tables.national_table(folder), "--state", table]

    return arguments


def projected(**changes: object) -> Callable[[Path], list[object]]:
    def arguments(folder: Path) -> list[object]:
        table = tables.projections_table(folder, **changes)  # type: ignore[arg-type]
        return [*wages_of(folder), "--projections", table]

    return arguments


def swapped(folder: Path) -> list[object]:
    national, state = tables.national_table(folder), tables.state_table(folder)
    return ["--national", state, "--state", national]


def a_file(name: str, content: bytes) -> Callable[[Path], list[object]]:
    def arguments(folder: Path) -> list[object]:
        (folder / name).write_bytes(content)
        return ["--national", folder / name, "--state", tables.state_table(folder)]

    return arguments


def two_years(folder: Path) -> list[object]:
    older = tables.state_table(folder, year=2025)
    return ["--national", tables.national_table(folder), "--state", older]


def rows_with(*wages: tables.Cell) -> list[list[tables.Cell]]:
    return tables.oews_rows([(*tables.CODER, 1, wages), *tables.NATIONAL[2:]])


MATRIX = (
    "2025 National Employment Matrix title",
    "2025 National Employment Matrix code",
    "Employment change, percent, 2025-35",
    "Occupational openings, 2025-35 annual average",
)
RECORDS: list[tables.Cell] = ["Medical records specialists", "29-2072", 7.4, 14.3]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(national(without="A_PCT25"), "has no column A_PCT25", id="missing column"),
        pytest.param(
            national(suffix="csv", without="OCC_CODE"), "has no column OCC_CODE", id="csv column"
        ),
        pytest.param(state(without="PRIM_STATE"), "has no column PRIM_STATE", id="no states"),
        pytest.param(swapped, "is not the national table", id="files swapped"),
        pytest.param(
            state(rows=tables.oews_rows(tables.STATE)), "not the table by state", id="no state"
        ),
        pytest.param(
            national(rows=tables.oews_rows(tables.NATIONAL[2:])),
            "coder: the national table has no 29-2072",
            id="a career's code is gone",
        ),
        pytest.param(
            national(rows=rows_with(38_000, 44_500, "n.b.", 66_000, 83_000)),
            'row 3: A_MEDIAN ("n.b.") is not a figure',
            id="not a figure",
        ),
        pytest.param(
            national(rows=rows_with(38_000, 44_500, 52_300.5, 66_000, 83_000)),
            "A_MEDIAN (52300.5) is not a whole number",
            id="not whole dollars",
        ),
        pytest.param(
            national(rows=[*rows_with(1, 2, 3, 4, 5), *rows_with(1, 2, 3, 4, 5)]),
            "29-2072 is there twice for U.S.",
            id="a row twice",
        ),
        pytest.param(
            national(rows=rows_with(18.5, 21, 25, 31, 40)),
            "not a whole number",
            id="hourly wages with cents",
        ),
        pytest.param(
            national(rows=rows_with(18, 21, 25, 31, 40)),
            "dollars a year",
            id="hourly wages: what the checker finds",
        ),
        pytest.param(
            national(rows=rows_with(39_000, 38_000, 52_300, 66_000, 83_000)),
            "is above salary.p25",
            id="percentiles out of order",
        ),
        pytest.param(
            state(
                rows=tables.oews_rows(
                    [(*tables.CODER, 1, (9_000, 8_000, 7_000, 6_000, 5_000))], tables.TEXAS
                )
            ),
            "new wages.csv:2: p10 (9000) is above p25 (8000)",
            id="a state's percentiles out of order",
        ),
        pytest.param(
            state(rows=tables.oews_rows(tables.STATE, (2, "Alaska", 2, "AK"))),
            "has no wages for TX, which wages.csv has",
            id="a state is gone",
        ),
        pytest.param(national(year=2024), "do not agree on one year", id="two years"),
        pytest.param(two_years, "do not agree on one year", id="two years, the other way"),
        pytest.param(
            lambda folder: [
                *("--national", tables.national_table(folder, year=2023)),
                *("--state", tables.state_table(folder, year=2023)),
            ],
            "are of May 2025, newer than May 2023",
            id="older than what is there",
        ),
        pytest.param(a_file("n_M2026.xlsx", b"no workbook"), "not a readable xlsx", id="damaged"),
        pytest.param(a_file("n_M2026.pdf", b"%PDF"), "must be an .xlsx or a .csv", id="a pdf"),
        pytest.param(a_file("n_M2026.csv", b"a,b\n1,2\n"), "is not an OEWS table", id="other csv"),
        pytest.param(a_file("n_M2026.csv", b""), "is not an OEWS table", id="empty"),
        pytest.param(
            lambda folder: ["--national", folder / "none.csv", "--state", folder / "none.csv"],
            "could not be read",
            id="no such file",
        ),
        pytest.param(
            lambda folder: ["--projections", tables.national_table(folder)],
            "is not a table of occupational projections",
            id="wages for projections",
        ),
        pytest.param(
            projected(columns=MATRIX, rows=[RECORDS], without=MATRIX[3]),
            "has no column Occupational openings",
            id="projections without openings",
        ),
        pytest.param(
            projected(
                columns=(*MATRIX[:2], "Employment change, percent, soon", MATRIX[3]), rows=[RECORDS]
            ),
            "does not say for which decade",
            id="no decade",
        ),
        pytest.param(
            projected(columns=MATRIX, rows=[[*RECORDS[:3], 189_100]]),
            "more than the whole nation has",
            id="openings not in thousands",
        ),
        pytest.param(
            projected(columns=MATRIX, rows=[RECORDS]),
            "technician: the projections have neither of 29-2012, 29-2010",
            id="a career is not projected",
        ),
        pytest.param(
            projected(columns=MATRIX, rows=[["Records", "29-2070", 7.4, 14.3]]),
            "coder: only the group 29-2070 (Records) is projected. Name it in outlook.group",
            id="only an unnamed group is projected",
        ),
        pytest.param(
            projected(columns=MATRIX, rows=[["A heading", "", "", ""]]),
            "no occupation",
            id="projections of nothing",
        ),
    ],
)
def test_an_error_is_explained_and_leaves_every_file_as_it_was(
    files: Files,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: Callable[[Path], list[object]],
    says: str,
) -> None:
    assert run(files, *arguments(tmp_path)) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("Nothing was changed.\n")
    assert says in captured.err
    assert untouched(files)


def test_all_careers_that_stand_in_the_way_are_named_at_once(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only_total = tables.national_table(tmp_path, rows=tables.oews_rows(tables.NATIONAL[:1]))
    assert run(files, "--national", only_total, "--state", tables.state_table(tmp_path)) == 1
    assert "not the national table" in capsys.readouterr().err
    other = [("11-1011", "Chief Executives", "detailed", 1, (1, 2, 3, 4, 5))]
    table = tables.national_table(tmp_path, rows=tables.oews_rows(other))
    assert run(files, "--national", table, "--state", tables.state_table(tmp_path)) == 1
    err = capsys.readouterr().err
    assert "coder: the national table has no 29-2072" in err
    assert "technician: the national table has no 29-2010" in err


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"[careers", "cannot be read"), (b"x = 1\n", "cannot be read")],
)
def test_a_catalogue_that_is_none(
    files: Files,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
    says: str,
) -> None:
    files[0].write_bytes(content)
    assert run(files, *wages_of(tmp_path)) == 1
    assert says in capsys.readouterr().err
    assert files[0].read_bytes() == content


def test_a_catalogue_that_is_not_there(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files[0].unlink()
    assert run(files, *wages_of(tmp_path)) == 1
    assert "could not be read" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--national", "n.xlsx"], ["--state", "s.xlsx"]])
def test_wrong_use(files: Files, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(files, *arguments)
    assert stopped.value.code == 2
    assert untouched(files)


def test_a_vintage_can_be_given_when_names_do_not_tell(files: Files, tmp_path: Path) -> None:
    national = tables.national_table(tmp_path).rename(tmp_path / "a.xlsx")
    state = tables.state_table(tmp_path).rename(tmp_path / "b.xlsx")
    given = ["--national", national, "--state", state]
    assert run(files, *given) == 1
    assert run(files, *given, "--vintage", "May 2026") == 0
    assert 'vintage = "May 2026"     # refresh.py writes this' in files[0].read_text()


def test_when_the_second_file_cannot_be_replaced_the_first_is_put_back(tmp_path: Path) -> None:
    first, second = tmp_path / "careers.toml", tmp_path / "wages.csv"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(refresh.Problem, match="could not be written"):
        refresh._write({first: (b"old", b"new"), second: (b"old", b"new")})
    assert first.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_somebody_else_s_change_is_not_overwritten(tmp_path: Path) -> None:
    first, second = tmp_path / "careers.toml", tmp_path / "wages.csv"
    first.write_bytes(b"old")
    second.write_bytes(b"changed")
    with pytest.raises(refresh.Problem, match=r"wages\.csv was changed by somebody else"):
        refresh._write({first: (b"old", b"new"), second: (b"old", b"new")})
    assert (first.read_bytes(), second.read_bytes()) == (b"old", b"changed")
    assert sorted(tmp_path.iterdir()) == [first, second]


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_permissions_stay(files: Files, tmp_path: Path) -> None:
    files[0].chmod(0o640)
    assert run(files, *wages_of(tmp_path)) == 0
    assert files[0].stat().st_mode & 0o777 == 0o640


def test_it_runs_as_a_script(files: Files, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            str(ROOT / "tools" / "refresh.py"),
            *("--catalogue", str(files[0])),
            *(str(argument) for argument in all_of(tmp_path, "csv")),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Written: ") == 1
    assert not untouched(files)


@pytest.mark.skipif(not SHARED.is_dir(), reason=NO_SHARED)
def test_the_bundled_figures_are_what_their_own_source_gives(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def line(row: dict[str, str], area: tuple[tables.Cell, ...]) -> list[tables.Cell]:
        cells: list[tables.Cell] = []
        for part in (10, 25, 50, 75, 90):
            cell = row[f"a_p{part}"]
            cells.append("#" if f"a_p{part}" in row["topcoded"].split(";") else cell)
        occupation = (row["soc"], row["title"], "detailed", row["emp"], cells)
        return tables.oews_rows([occupation], area)[0]

    nation = read_csv(SHARED / "oews_may2025_national.csv")
    states = read_csv(SHARED / "oews_may2025_state_health.csv")
    national = tables.national_table(
        tmp_path, year=2025, suffix="csv", rows=[line(row, (99, "U.S.", 1, "US")) for row in nation]
    )
    by_state = tables.state_table(
        tmp_path,
        year=2025,
        suffix="csv",
        rows=[line(row, (1, row["state_name"], 2, row["state"])) for row in states],
    )
    bundled = ROOT / "data" / "careers.toml"
    catalogue = tomli.loads(bundled.read_text(encoding="utf-8"))
    if catalogue["sources"]["oews"]["vintage"] != "May 2025":
        pytest.skip("the catalogue has been refreshed beyond the reference tables' vintage")
    given = ["--national", national, "--state", by_state, "--dry-run"]
    assert refresh.main([str(argument) for argument in given]) == 0
    out = capsys.readouterr().out
    assert "0 of " in out
    assert "0 changed, 0 added, 0 removed" in out
    assert "Everything is up to date already" in out
