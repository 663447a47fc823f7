"""A folder of reports: all of it or nothing, its pages sound."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from careeradvisor.errors import FileProblem
from careeradvisor.output.report.folder import ReportFolder
from careeradvisor.profile.answers import Answers
from careeradvisor.views.report import report_view

from .samples import DESK, HOSTILE, TODAY, advice_of, bundled, hostile_catalogue, parsed
from .test_html import assert_sound

PEOPLE = (
    Answers({"salary": 30_000}),
    Answers(DESK | {"salary": 150_000}, must=("salary", "remote", "patient_contact")),
    Answers(DESK | {"salary": 90_000}),
)


def write(path: Path, hostile: bool = False) -> None:
    catalogue = hostile_catalogue() if hostile else bundled()
    with ReportFolder(path, TODAY) as folder:
        for answers in PEOPLE:
            advice = advice_of(catalogue, answers)
            folder.add(advice, report_view(advice, 3, TODAY, name=HOSTILE))


@pytest.mark.parametrize("hostile", [False, True])
def test_all_pages_are_sound_whatever_names_hold(tmp_path: Path, hostile: bool) -> None:
    write(tmp_path / "pages", hostile)
    pages = sorted((tmp_path / "pages").iterdir())
    assert len(pages) == 5
    for page in pages:
        assert_sound(page.read_text("utf-8"))
    links = parsed(pages[-1].read_text("utf-8")).one("tbody").all("a")
    assert [link.attributes["href"] for link in links] == [page.name for page in pages[:3]]


def test_the_group_is_counted(tmp_path: Path) -> None:
    write(tmp_path / "pages")
    root = parsed((tmp_path / "pages" / "group.html").read_text("utf-8"))
    asked = root.one("section", id="asked")
    cells = [[cell.text for cell in row.children] for row in asked.one("tbody").all("tr")]
    assert cells[0][:3] == ["Salary", "3", "1"]
    assert {tuple(row[1:3]) for row in cells[1:]} == {("2", "0"), ("2", "1")}
    assert "Salary: 3" in asked.one("desc").text
    nothing, unmet = root.one("section", id="unmet").all("table")
    assert len(nothing.all("a")) == 1
    # Nobody pays 90,000 from home after nine months.
    assert [a.attributes["href"][:4] for a in unmet.all("a")] == ["0003"]
    index = parsed((tmp_path / "pages" / "index.html").read_text("utf-8"))
    met = [row.children[-1].text for row in index.one("tbody").all("tr")]
    assert met == ["yes", "no", "no"]


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_what_breaks_off_leaves_nothing(
    tmp_path: Path, failure: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_text

    def fail(path: Path, *use: str, **more: str) -> int:
        if path.name.startswith("0003"):
            raise failure
        return real(path, *use, **more)

    monkeypatch.setattr(Path, "write_text", fail)
    expected = FileProblem if isinstance(failure, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write(tmp_path / "pages")
    assert not list(tmp_path.iterdir())
