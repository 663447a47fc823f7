"""The loop after the ranking, with a scripted front end and the real pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from careeradvisor.cli.quiz_menu import MenuActions, Output
from careeradvisor.cli.session import Session
from careeradvisor.criteria import ALL
from careeradvisor.errors import Interrupted
from careeradvisor.interview.questions import BACK, Pick, Reply, Write
from careeradvisor.interview.results import Results
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
from tests.helpers import career_table, catalogue_table, write_catalogue
from tests.interview.script import STOP, Scripted, Stop, labels

ANSWERS = Answers(wants={"remote": "only", "salary": 40_000}, priorities=("remote",))


OUTPUT = Output(top=5)


class Loop:
    """One run of the loop in a folder of its own."""

    def __init__(self, folder: Path, keep: bool = True) -> None:
        self.session = Session(write_catalogue(folder))
        self.store = Store(ALL, folder / "profile.toml", keep=keep)
        self.front = Scripted()

    def run(self, *script: Reply | Stop, answers: Answers = ANSWERS) -> Answers:
        self.front = Scripted(*script)
        actions = MenuActions(self.session, OUTPUT)
        result = Results(self.front, self.session.catalogue, answers, actions, self.store).run()
        assert self.front.script == []
        return result


@pytest.fixture
def loop(tmp_path: Path) -> Loop:
    return Loop(tmp_path)


def test_quit_asks_about_answers_that_are_not_saved(loop: Loop) -> None:
    assert loop.run("quit", "no") == ANSWERS
    assert not loop.store.exists()
    assert loop.run("quit", "yes") == ANSWERS
    assert loop.store.load().answers == ANSWERS
    # Saved already: nothing more to ask.
    loop.run("quit")


def test_back_from_quitting_leads_to_the_menu(loop: Loop) -> None:
    loop.run("quit", BACK, "quit", "no")
    assert [q.text for q in loop.front.asked].count("What next?") == 2


def test_without_saving_there_is_no_save_and_no_question(tmp_path: Path) -> None:
    loop = Loop(tmp_path, keep=False)
    loop.run("quit")
    assert labels(loop.front.asked[0]) == [
        *("Show", "Compare", "Why not?", "Not for me", "Answers"),
        *("More", "Results", "Print", "Quit"),
    ]


def test_show_compare_and_why_not_print(loop: Loop, capsys: pytest.CaptureFixture[str]) -> None:
    loop.run("show", "coder", "quit", "no")
    assert "Turns what was done for a patient into codes." in capsys.readouterr().out
    loop.run("compare", "coder, (other)", "auditor", "coder, auditor", "quit", "no")
    out = capsys.readouterr().out
    assert "Medical coder" in out
    assert "Coding auditor" in out
    loop.run("why", "auditor", "quit", "no")
    assert "Coding auditor" in capsys.readouterr().out


def test_an_unusual_name_is_explained(
    loop: Loop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_catalogue(tmp_path, catalogue_table({"coder": career_table()}))
    loop.run("why", "29-2072.01", "quit", "no")
    assert "29-2072.01 is counted under 29-2072" in capsys.readouterr().out


def test_back_from_each_leads_to_the_menu(loop: Loop, capsys: pytest.CaptureFixture[str]) -> None:
    script: list[Reply] = []
    for action in ("show", "compare", "without", "change", "why", "report"):
        script += [action, BACK]
    loop.run(*script, "quit", "no")
    assert capsys.readouterr().out == ""


def test_a_changed_answer_gives_a_new_ranking(
    loop: Loop, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = loop.run("change", "salary", "50k", "", "quit", "no")
    assert answers.wants == {"remote": "only", "salary": 50_000}
    out = capsys.readouterr().out
    assert "Careers that fit you" in out
    assert "Your change moves none of these careers." in out


def test_the_same_answer_again_prints_nothing(
    loop: Loop, capsys: pytest.CaptureFixture[str]
) -> None:
    loop.run("change", "salary", "40k", "", BACK, "quit", "no")
    assert capsys.readouterr().out == ""


def test_a_further_criterion_can_be_added(loop: Loop) -> None:
    answers = loop.run("change", "growth", "fast", "change", "must", "growth", "quit", "no")
    assert answers.wants["growth"] == "fast"
    assert answers.must == ("growth",)


def test_the_last_preference_cannot_be_taken_away(loop: Loop) -> None:
    answers = Answers(wants={"remote": "only"})
    assert loop.run("change", "remote", "any", BACK, "quit", "no", answers=answers) == answers
    notices = [q.notice for q in loop.front.asked]
    assert "Without any preference nothing can be ranked." in notices


def test_what_is_left_out_goes_and_comes_back(
    loop: Loop, capsys: pytest.CaptureFixture[str]
) -> None:
    # Back from the reason leads to the ticks.
    script: list[Reply] = ["without", "coder", BACK, "coder, (other)", "auditor"]
    script += ["coder, auditor", "pay", "other"]
    answers = loop.run(*script, "quit", "no")
    assert answers.without == {"coder": "pay", "auditor": ""}
    assert "You left out Medical coder for its pay and Coding auditor" in capsys.readouterr().out
    assert answers == loop.run("without", BACK, "quit", "no", answers=answers)
    back = loop.run("without", "auditor", "quit", "no", answers=answers)
    assert back.without == {"auditor": ""}
    assert loop.run("without", "(none)", "quit", "no", answers=answers).without == {}
    script = ["change", "without", "coder", "change", "without", "none"]
    assert loop.run(*script, "quit", "no", answers=answers) == ANSWERS


@pytest.mark.parametrize(
    ("reason", "script", "wants", "must"),
    [
        ("pay", ["no"], {}, ()),
        ("pay", [BACK], {}, ()),
        ("pay", ["must", "90k"], {"salary": 90_000}, ("salary",)),
        ("pay", ["wish", BACK, "wish", "any"], {}, ()),
        ("contact", ["wish", "none"], {"patient_contact": "none"}, ()),
        ("place", ["must"], {}, ("remote",)),
    ],
)
def test_a_reason_that_repeats_is_asked_about(
    tmp_path: Path, reason: str, script: list[Reply], wants: dict[str, Any], must: tuple[str, ...]
) -> None:
    loop = Loop(tmp_path)
    remote = {"level": 1, "entry": 1, "why": "On site.", "source": "guide"}
    careers = {id: career_table(title=id, remote=remote) for id in ("one", "two", "three")}
    write_catalogue(tmp_path, catalogue_table(careers))
    start = Answers(wants={"remote": "only", "salary": 30_000})
    steps: list[Reply] = ["without", "one, two", reason, reason, *script, "quit", "no"]
    answers = loop.run(*steps, answers=start)
    assert answers.wants == dict(start.wants) | wants
    assert answers.must == must


def test_save_then_change_is_unsaved_again(loop: Loop, capsys: pytest.CaptureFixture[str]) -> None:
    loop.run("save", "change", "salary", "70k", "", "quit", "yes")
    saved = loop.store.load().answers
    assert saved is not None
    assert saved.wants["salary"] == 70_000
    assert capsys.readouterr().out.count("Your answers are saved in") == 2


def test_a_failed_save_is_said_and_the_loop_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = Loop(tmp_path)
    loop.store = Store(ALL, tmp_path / "no" / "such" / "profile.toml")
    loop.run("save", "quit", "yes", "quit", "no")
    assert capsys.readouterr().out.count("there is no such folder") == 2


def test_stopping_saves_an_unfinished_quiz_that_has_been_through(loop: Loop) -> None:
    with pytest.raises(Interrupted, match="saved in"):
        loop.run("change", "salary", "70k", "", STOP)
    unfinished = loop.store.load().unfinished
    assert unfinished is not None
    assert unfinished.answers.wants["salary"] == 70_000
    assert {"patient_contact", "education", "must"} <= unfinished.asked


def test_stopping_after_saving_changes_nothing(loop: Loop) -> None:
    with pytest.raises(Interrupted, match=r"^Stopped\. Your answers are saved as they were\.$"):
        loop.run("save", STOP)
    assert loop.store.load().unfinished is None


def test_the_report_gets_its_ending_and_never_overwrites_unasked(
    loop: Loop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine"
    loop.run("report", str(target), "quit", "no")
    written = tmp_path / "mine.html"
    assert "<html" in written.read_text()
    assert "The report is in" in capsys.readouterr().out
    before = written.stat().st_ino
    loop.run("report", str(target), "no", BACK, "quit", "no")
    assert written.stat().st_ino == before
    question = loop.front.asked[3]
    assert isinstance(question, Write)
    assert question.current == str(written)
    loop.run("report", str(target), BACK, "", "quit", "no")
    assert written.stat().st_ino == before
    loop.run("report", str(target), "yes", "quit", "no")
    assert written.stat().st_ino != before


def test_another_file_of_that_name_is_never_overwritten(loop: Loop, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("precious")
    loop.run("report", str(tmp_path / "mine.html"), "yes", BACK, "quit", "no")
    assert (tmp_path / "mine.html").read_text() == "precious"
    assert "It was left as it is." in loop.front.asked[3].notice


def test_a_report_that_cannot_be_written_asks_for_another_name(loop: Loop, tmp_path: Path) -> None:
    bad, good = tmp_path / "no" / "such.html", tmp_path / "good.html"
    loop.run("report", str(bad), str(good), "quit", "no")
    question = loop.front.asked[2]
    assert isinstance(question, Write)
    assert question.current == str(bad)
    assert question.notice
    assert good.exists()


@pytest.mark.parametrize("name", ["x\0y", "x" * 199, "~nobody-of-that-name/x"])
def test_a_name_that_cannot_be_a_file_is_asked_again_or_said(
    loop: Loop, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    loop.run("report", name, BACK, "quit", "no")


def test_letters_and_places_of_the_menu_never_clash(loop: Loop) -> None:
    loop.run("quit", "no")
    menu = loop.front.asked[0]
    assert isinstance(menu, Pick)
    keys = [row.key for row in menu.rows]
    assert len(set(keys)) == len(keys) == 10
    # The letter is the first of what it stands for, so that nobody has to learn it.
    assert all(row.key == row.label[0].lower() for row in menu.rows)
    # Nor with what stands for help and back where lines are read.
    assert not {"h", "b"} & set(keys)
    assert menu.rows[-1].value == "quit"


def test_more_careers_and_the_results_again(loop: Loop, capsys: pytest.CaptureFixture[str]) -> None:
    loop.run("results", "quit", "no")
    assert "Careers that fit you" in capsys.readouterr().out
    loop.run("more", "quit", "no")
    assert "all careers that there are" in capsys.readouterr().out
