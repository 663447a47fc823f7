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
from tools.reference import read_reference, rows_of
from tools.series import read_series

from careeradvisor.catalogue.check import check
from careeradvisor.catalogue.wages import local_wages
from tests.facts import NO_SHARED, ROOT, SHARED
from tests.tools import tables
from tools import refresh

Files = tuple[Path, Path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A catalogue and its table of wages of Texas."""
    folder = tmp_path / "data"
    (folder / "wages").mkdir(parents=True)
    (folder / "careers.toml").write_text(tables.CATALOGUE, encoding="utf-8")
    (folder / "wages" / "TX.csv").write_text(tables.WAGES, encoding="utf-8")
    return folder / "careers.toml", folder / "wages" / "TX.csv"


def run(files: Files, *arguments: object) -> int:
    given = [str(argument) for argument in arguments]
    return refresh.main(["--catalogue", str(files[0]), "--as-of", "2027-04-02", *given])


def all_of(folder: Path, suffix: str = "xlsx") -> list[object]:
    projections = tables.projections_table(folder, suffix)
    return ["--wages", tables.wage_files(folder), "--projections", projections]


def untouched(files: Files) -> bool:
    catalogue, wages = files
    return (
        catalogue.read_text(encoding="utf-8") == tables.CATALOGUE
        and wages.read_text(encoding="utf-8") == tables.WAGES
        and sorted(catalogue.parent.rglob("*")) == [catalogue, wages.parent, wages]
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
        "+ rse = 1.4",
        "+ employment = 190000",
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
        'source = "oews", p10 = 39000, p25 = 47000, median = 63000, p75 = 80000, p90 = 99000, '
        "rse = 0.9, employment = 340000 }",
        '- period = "2024-34"',
        '+ period = "2025-35"',
        "- change_percent = 2.0",
        "+ change_percent = -1.6",
        "+ openings = 22600",
    ]


def test_the_tables_of_wages_are_written_anew(files: Files, tmp_path: Path) -> None:
    assert run(files, *all_of(tmp_path)) == 0
    # Only the catalogue's occupations; all occupations together for whole states.
    assert files[1].read_text(encoding="utf-8") == (
        "soc,area,p10,p25,p50,p75,p90,employment,rse\n"
        "00-0000,TX,29000,37000,49000,79000,119000,13600000,0.2\n"
        "29-2010,TX,31000,41000,,+,+,,3.0\n"
        "29-2072,TX,32000,42000,52000,62000,72000,810,2.5\n"
        "29-2072,45500,30000,40000,50000,60000,70000,40,12.0\n"
        "29-2010,4800005,30000,40000,50000,60000,70000,30,15.0\n"
    )
    folder = files[1].parent
    assert len(list(folder.iterdir())) == 58
    assert (folder / "areas.csv").read_text(encoding="utf-8") == (
        "area,states,name\n45500,TX-AR,Texarkana\n"
        "4800005,TX,Border Region of Texas nonmetropolitan area\n"
    )
    assert (folder / "US.csv").read_text(encoding="utf-8").count("\n") == 2
    assert (folder / "industries.csv").read_text(encoding="utf-8") == (
        "soc,industry,p10,p25,p50,p75,p90,employment,rse\n"
        "29-2072,622000,41000,48000,59000,72000,90000,55000,1.2\n"
    )
    assert check(files[0]) == []
    local = local_wages("AR", "45500", files[0])
    found = local.wages("29-2072")[0]
    assert (found.where, found.wages.median) == ("Texarkana, TX-AR", 50_000)


def test_wages_of_an_industry_are_brought_up_to_date(files: Files, tmp_path: Path) -> None:
    text = tables.CATALOGUE.replace(
        "[careers.coder.outlook]",
        '[careers.coder.salary.industry]\nnaics = "622000"\nname = "hospitals"\n'
        'why = "There."\nsource = "oews"\np10 = 1\nmedian = 2\n\n[careers.coder.outlook]',
    )
    files[0].write_text(text, encoding="utf-8")
    assert run(files, *all_of(tmp_path)) == 0
    industry = tomli.loads(files[0].read_text())["careers"]["coder"]["salary"]["industry"]
    assert (industry["p10"], industry["p25"], industry["rse"]) == (41_000, 48_000, 1.2)
    files[0].write_text(text.replace("622000", "621100"), encoding="utf-8")
    assert run(files, *all_of(tmp_path)) == 1


def test_own_openings_follow_where_they_are_all_and_are_pointed_out_where_not(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tables.CATALOGUE.replace("openings = 14200", "openings = 14200\nown_openings = 14200")
    files[0].write_text(text, encoding="utf-8")
    assert run(files, *all_of(tmp_path)) == 0
    assert "own_openings = 14300" in files[0].read_text()
    files[0].write_text(text.replace("own_openings = 14200", "own_openings = 900"))
    assert run(files, *all_of(tmp_path)) == 0
    assert "coder: look up outlook.own_openings (900)" in capsys.readouterr().out


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
    assert "Wages of May 2026:" in out
    assert "  TX.csv: 5 lines; 3 changed, 2 added, 0 removed" in out
    assert "Projected, but without an outlook so far: assistant." in out
    assert "jump" not in out


def test_a_jump_is_pointed_out(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wages = (70_000, 71_000, 72_000, 73_000, 83_000, 1, 1.0)
    assert run(files, "--wages", nation_with(tmp_path, *wages)) == 0
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


def nation_with(folder: Path, *wages: tables.Cell) -> Path:
    return tables.wage_files(folder, {**tables.NATION, "29-2072": wages})


def coder_s_salary(files: Files) -> str:
    text = files[0].read_text(encoding="utf-8")
    return text[text.index("[careers.coder.salary]") : text.index("[careers.coder.outlook]")]


def test_top_coded_and_missing_wages_go_and_come_back(files: Files, tmp_path: Path) -> None:
    wages = nation_with(tmp_path, 38_000, "-", 52_300, ">", ">", 190_000, 1.4)
    assert run(files, "--wages", wages) == 0
    assert coder_s_salary(files) == (
        "[careers.coder.salary]\n"
        'basis = "broader-group"\ngroup = "Medical records specialists"\nsource = "oews"\n'
        "p10 = 38000\nmedian = 52300\ntop_coded = true\nrse = 1.4\nemployment = 190000\n"
        'note = "Counts others too."\n\n'
    )
    assert run(files, "--wages", tables.wage_files(tmp_path)) == 0
    assert coder_s_salary(files) == (
        "[careers.coder.salary]\n"
        'basis = "broader-group"\ngroup = "Medical records specialists"\nsource = "oews"\n'
        "p10 = 38000\np25 = 44500\nmedian = 52300\np75 = 66000\np90 = 83000\nrse = 1.4\n"
        'employment = 190000\nnote = "Counts others too."\n\n'
    )


Making = Callable[[Path], list[object]]


def wages(*coder: tables.Cell, **changes: object) -> Making:
    def arguments(folder: Path) -> list[object]:
        if coder:
            changes["nation"] = {**tables.NATION, "29-2072": (*coder, 1, 1.0)}
        return ["--wages", tables.wage_files(folder, **changes)]  # type: ignore[arg-type]

    return arguments


def without(name: str) -> Making:
    def arguments(folder: Path) -> list[object]:
        files = tables.wage_files(folder)
        (files / name).unlink()
        return ["--wages", files]

    return arguments


def projected(**changes: object) -> Making:
    def arguments(folder: Path) -> list[object]:
        return ["--projections", tables.projections_table(folder, **changes)]  # type: ignore[arg-type]

    return arguments


def a_file(name: str, content: bytes) -> Making:
    def arguments(folder: Path) -> list[object]:
        (folder / name).write_bytes(content)
        return ["--projections", folder / name]

    return arguments


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
        pytest.param(without("oe.area"), "oe.area could not be read", id="no areas"),
        pytest.param(without("oe.data.0.Current"), "has no oews_may20XX_areas.csv", id="no data"),
        pytest.param(wages(areas="area_code\tarea_name\n"), "has no column areatype_code",
            id="columns"),
        pytest.param(wages(nation={"53-3011": (1, 2, 3, 4, 5, 6, 7.0)}), "has no figures of 2026",
            id="another year's or no figures"),
        pytest.param(wages(nation={"00-0000": tables.NATION["00-0000"]}),
            "technician: there are no national wages of 29-2010", id="a career's code is gone"),
        pytest.param(wages(38_000, 44_500, "n.b.", 66_000, 83_000),
            "line 11: the value (n.b.) is not a figure", id="not a figure"),
        pytest.param(wages(18.5, 21, 25, 31, 40), "(18.5) is not a whole number",
            id="hourly with cents"),
        pytest.param(wages(18, 21, 25, 31, 40), "dollars a year",
            id="hourly: what the checker finds"),
        pytest.param(wages(39_000, 38_000, 52_300, 66_000, 83_000), "is above salary.p25",
            id="percentiles out of order"),
        pytest.param(
            wages(places={"S4800000": {"29-2072": (9_000, 8_000, 7_000, 6_000, 5_000, 1, 1.0)}}),
            "TX.csv:2: p10 (9000) is above p25 (8000)",
            id="a state's percentiles out of order",
        ),
        pytest.param(wages(places={"M0045500": {}}), "There are no new wages for TX.csv",
            id="a state is gone"),
        pytest.param(wages(year=2023), "are of May 2025, newer than May 2023",
            id="older than what is there"),
        pytest.param(a_file("p.xlsx", b"no workbook"), "not a readable xlsx", id="damaged"),
        pytest.param(a_file("p.pdf", b"%PDF"), "must be an .xlsx or a .csv", id="a pdf"),
        pytest.param(a_file("p.csv", b"a,b\n1,2\n"), "not a table of occupational", id="other csv"),
        pytest.param(a_file("p.csv", b""), "not a table of occupational", id="empty"),
        pytest.param(lambda folder: ["--projections", folder / "none.csv"], "could not be read",
            id="no such file"),
        pytest.param(projected(columns=MATRIX, rows=[RECORDS], without=MATRIX[3]),
            "has no column Occupational openings", id="projections without openings"),
        pytest.param(
            projected(
                columns=(*MATRIX[:2], "Employment change, percent, soon", MATRIX[3]), rows=[RECORDS]
            ),
            "does not say for which decade",
            id="no decade",
        ),
        pytest.param(projected(columns=MATRIX, rows=[[*RECORDS[:3], 189_100]]),
            "more than the whole nation has", id="openings not in thousands"),
        pytest.param(projected(columns=MATRIX, rows=[RECORDS]),
            "technician: the projections have neither of 29-2012, 29-2010",
            id="a career is not projected"),
        pytest.param(projected(columns=MATRIX, rows=[["Records", "29-2070", 7.4, 14.3]]),
            "coder: only the group 29-2070 (Records) is projected. Name it in outlook.group",
            id="only an unnamed group is projected"),
        pytest.param(projected(columns=MATRIX, rows=[["A heading", "", "", ""]]), "no occupation",
            id="projections of nothing"),
    ],
)  # fmt: skip
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
    nation = {"00-0000": tables.NATION["00-0000"]}
    assert run(files, "--wages", tables.wage_files(tmp_path, nation)) == 1
    err = capsys.readouterr().err
    assert "coder: there are no national wages of 29-2072" in err
    assert "technician: there are no national wages of 29-2010" in err


def test_a_catalogue_with_a_byte_order_mark_is_refreshed(files: Files, tmp_path: Path) -> None:
    files[0].write_text(tables.CATALOGUE, encoding="utf-8-sig")
    assert run(files, *all_of(tmp_path)) == 0
    assert "p10 = 38000" in files[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "says"), [(b"[careers", "cannot be read"), (b"x = 1\n", "cannot be read")]
)
def test_a_catalogue_that_is_none(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    files[0].write_bytes(content)
    assert run(files, "--wages", tables.wage_files(tmp_path)) == 1
    assert says in capsys.readouterr().err
    assert files[0].read_bytes() == content


def test_a_catalogue_that_is_not_there(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files[0].unlink()
    assert run(files, "--wages", tables.wage_files(tmp_path)) == 1
    assert "could not be read" in capsys.readouterr().err


def test_wrong_use(files: Files) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(files)
    assert stopped.value.code == 2
    assert untouched(files)


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
    assert run(files, "--wages", tables.wage_files(tmp_path)) == 0
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
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalogue = tomli.loads((ROOT / "data" / "careers.toml").read_text(encoding="utf-8"))
    if catalogue["sources"]["oews"]["vintage"] != "May 2025":
        pytest.skip("the catalogue has been refreshed beyond the reference tables' vintage")
    assert refresh.main(["--wages", str(SHARED), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "0 of " in out
    assert "no table changes" in out
    assert "Everything is up to date already" in out


@pytest.mark.skipif(not SHARED.is_dir(), reason=NO_SHARED)
def test_time_series_and_reference_tables_say_the_same(tmp_path: Path) -> None:
    """What the reference tables hold of three states, written as BLS writes it and read again."""
    kinds = {
        row["area"]: row
        for row in rows_of(SHARED / "oews_areas.csv")
        if row["state_fips"] in ("00", "05", "11", "48")
    }
    whole = read_reference(SHARED)
    mine = {"AR", "DC", "TX"}
    areas = {code: entry for code, entry in whole.areas.items() if entry[0][0] in mine}
    kept = {*mine, "US", *areas}
    # Others are published there for the nation alone.
    everywhere = {row["soc"] for row in rows_of(SHARED / "oews_may2025_areas.csv")}
    reference = whole._replace(
        areas=areas,
        wages={
            (area, soc): row
            for (area, soc), row in whole.wages.items()
            if area in kept and soc in everywhere
        },
    )
    rows = [
        (row, row["area"], "000000")
        for row in rows_of(SHARED / "oews_may2025_areas.csv")
        if row["area"] in kinds
    ] + [
        (row, "0000000", row["industry"]) for row in rows_of(SHARED / "oews_may2025_industries.csv")
    ]
    names = ["state_code\tarea_code\tareatype_code\tarea_name"] + [
        f"{row['state_fips']}\t{row['area']}\t{row['type']}\t{row['name']}"
        for row in kinds.values()
    ]
    nation: dict[str, tables.Figures] = {}
    places: dict[str, dict[str, tables.Figures]] = {}
    industries: dict[str, dict[str, tables.Figures]] = {}
    for row, area, industry in rows:
        marks = row["at_or_above"].rjust(5, "0")
        cells: list[tables.Cell] = [
            ">" if mark == "1" else row[name] or "-"
            for name, mark in zip(("p10", "p25", "p50", "p75", "p90"), marks, strict=True)
        ]
        figures = (*cells, row["employment"] or "-", row["wage_rse"] or "-")
        place = f"{kinds[area]['type']}{area}"
        if industry != "000000":
            industries.setdefault(industry, {})[row["soc"]] = figures
        elif place[0] == "N":
            nation[row["soc"]] = figures
        else:
            places.setdefault(place, {})[row["soc"]] = figures
    folder = tables.wage_files(
        tmp_path, nation, places, industries, year=2025, areas="\n".join(names) + "\n"
    )
    codes = {soc for _place, soc in reference.wages}
    industries_kept = {industry for industry, _soc in reference.industries}
    series = read_series(folder, codes, industries_kept)
    assert series == reference
