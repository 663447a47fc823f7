"""The whole quiz line by line, as a person hears it who cannot see the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.terminal import CTRL_C, CTRL_D, ENTER, Terminal

PROMPT = "Your choice (1-5, ? help):"
ANSWERS = (
    ("Question 1 of 6. How much contact", "1"),
    ("Question 2 of 6, part 1 of 5. What is the highest", "high-school"),
    ("part 2 of 5. Which licenses or certificates", ""),
    ("part 3 of 5. Have you worked in healthcare?", ""),
    ("part 4 of 5. How long can you study", "9"),
    ("part 5 of 5. How much of your time", "full"),
    ("Question 3 of 6. Do you need to work from home?", "2"),
    ("Question 4 of 6, part 1 of 2. What do you need to earn", "45k"),
    ("part 2 of 2. In which state", ""),
    ("Question 5 of 6. What matters most to you?", "3"),
    ("So far: 1. work from home. And what matters most after that?", "3"),
    ("3. The rest don't matter more", "3"),
    ("Question 6 of 6. Is any of these a hard limit?", "3"),
    ("Are these your answers? Pick one to change it.", "1"),
)


def say(terminal: Terminal, *answers: tuple[str, str]) -> None:
    for text, line in answers:
        terminal.wait_for_printed(text)
        terminal.press(line, ENTER)


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("--plain", "quiz"), {}), (("quiz",), {"TERM": "dumb"})],
    ids=["--plain", "TERM=dumb"],
)
def test_from_the_first_question_to_the_end(
    home: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    with Terminal(home, *arguments, rows=200, environment=environment) as terminal:
        say(terminal, *ANSWERS)
        say(terminal, ("What next?", "quit"))
        say(terminal, ("Keep your answers in a file on this computer for next time?", "1"))
        assert terminal.end() == 0
        assert "Medical coder" in terminal.everything
        assert "Your answers are saved in" in terminal.everything
    # Not one escape sequence: nothing moves, nothing is coloured, nothing is redrawn.
    assert b"\x1b" not in terminal.raw
    assert b"\b" not in terminal.raw


def test_help_back_a_wrong_number_and_what_is_wrong(home: Path) -> None:
    with Terminal(home, "quiz", "--plain", rows=200) as terminal:
        say(
            terminal,
            (PROMPT, "?"),
            ("Some people go into healthcare to be with patients", "7"),
            ("There is no choice 7. Type a number from 1 to 5.", "soon"),
            ("'soon' is none of the choices.", "b"),
            ("There is nothing to go back to from here.", "2"),
            ("What is the highest education", "b"),
            ("(1-5, Enter keeps 2, ? help):", ""),
            ("Your choice (1-8, Enter keeps 2, ? help, b back):", "4"),
            ("Which licenses or certificates", "nobody"),
            ("'nobody' is no license, certificate or degree here.", "RN, coder"),
            ("Have you worked in healthcare?", "nurse practitioner"),
            ("Nurse practitioner (NP): how long have you worked", "2 years"),
            ("Nurse practitioner (NP) (2 years).", ""),
            ("Your answer (Enter: no preference, ? help, b back):", "a while"),
            ("'a while' is not a length of time.", "18 months"),
            ("How much of your time", "half"),
            ("Do you need to work from home?", "no preference"),
            ("What do you need to earn", "any"),
            ("In which state", "texas"),
            ("In which part of Texas?", "houston"),
            ("1. A little patient contact", "3"),
            ("Is any of these a hard limit?", "1 2"),
            ("7. Salary: no preference; Texas; Houston", "7"),
            ("Change an answer. What do you need to earn in a year?", "60k"),
            ("Your answer (Enter keeps Texas", "b"),
            ("7. Salary: $60,000 a year", "7"),
            ("Your answer (Enter keeps 60000, any: no preference, ? help, b back):", "any"),
            ("In which state", "b"),
        )
        terminal.wait_for_printed("9. Hard limits: patient contact and time until qualified")


@pytest.mark.parametrize(
    ("key", "said"), [(CTRL_C, "^C"), (CTRL_D, "Stopped.")], ids=["Ctrl-C", "Ctrl-D"]
)
def test_stopping_keeps_the_answers_and_the_next_quiz_goes_on(
    home: Path, key: str, said: str
) -> None:
    with Terminal(home, "quiz", "--plain", rows=100) as terminal:
        say(terminal, *ANSWERS[:6])
        terminal.wait_for("Do you need to work from home?")
        terminal.press(key)
        assert terminal.end() == 130
        assert said in terminal.everything
        assert "Stopped. Your answers are saved in" in terminal.everything
    with Terminal(home, "quiz", "--plain", rows=100) as terminal:
        terminal.wait_for("Time until qualified: at most 9 months", "1. Go on where I stopped")
        terminal.press("1", ENTER)
        terminal.wait_for("Question 3 of 6. Do you need to work from home?")


def test_bytes_that_are_no_text_are_asked_about_again(home: Path) -> None:
    with Terminal(home, "quiz", "--plain", rows=100) as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(b"\xff\xfe\xc3\r")
        terminal.wait_for("is none of the choices.")
        terminal.send(b"\x1b[A\x1b[31m\r")
        terminal.wait_for("Type a number from 1 to 5. Your choice (1-5, ? help):")
        terminal.press("1", ENTER)
        terminal.wait_for("What is the highest education")


def test_forty_columns_and_ascii(home: Path) -> None:
    environment = {"LC_ALL": "C", "PYTHONUTF8": ""}
    with Terminal(
        home, "quiz", "--plain", columns=40, rows=300, environment=environment
    ) as terminal:
        for text, line in ANSWERS:
            terminal.wait_for(text)
            terminal.press(line, ENTER)
        terminal.wait_for("What next?", "10. Quit (leave)")
        assert terminal.raw.isascii()
        # No word is broken by the edge of the window: what was sent has line ends before it.
        asked = terminal.raw.decode().split("Careers that fit you")[0]
        assert [line for line in asked.splitlines() if len(line) > 40] == []
