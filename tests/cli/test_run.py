from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from careeradvisor.cli.run import hoisted
from tests.helpers import big_catalogue_table, write_catalogue
from tests.processes import PROGRAM, Home, Ran, obey_permissions, only_words, run_first

Program = Callable[..., Ran]

QUIZ = ("quiz", "--no-input", "--salary", "45k")


def shell(home: Home, command: str, **environment: str) -> Ran:
    """Run a line of shell; ``$P`` is the program."""
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        env=home.environment(P=f"{sys.executable} -m careeradvisor", **environment),
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def run_when_ranking(folder: Path, code: str) -> str:
    """A PYTHONPATH with which the program runs some code when it ranks."""
    return run_first(
        folder,
        "import careeradvisor.cli.session as session\n"
        "def catalogue(self):\n"
        f"    {code}\n"
        "session.Session.catalogue = property(catalogue)\n",
    )


class TestHoisting:
    @pytest.mark.parametrize(
        ("given", "moved"),
        [
            (["quiz", "--plain"], ["--plain", "quiz"]),
            (["list", "--catalogue", "a"], ["--catalogue", "a", "list"]),
            (["list", "--catalogue=a"], ["--catalogue=a", "list"]),
            (["show", "--", "--plain"], ["show", "--", "--plain"]),
            (["list", "--catalogue"], ["list", "--catalogue"]),
        ],
    )
    def test_global_options_work_anywhere(self, given: list[str], moved: list[str]) -> None:
        assert hoisted(given) == moved


# Every way in which something is printed: drawn by Rich, encoded, row by row, as lines, by Typer.
PRINTED = (
    *("quiz --no-input --salary 45k --top 1000", "show rn --format json", "list --format csv"),
    *("compare coder rn --format markdown", "catalogue sources", "--help"),
)


class TestStreams:
    @pytest.mark.parametrize("line", PRINTED)
    def test_a_closed_pipe_ends_quietly(self, home: Home, line: str) -> None:
        ran = shell(home, f"$P {line} | head -n 1; exit ${{PIPESTATUS[0]}}")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.count("\n") == 1

    def test_a_pipe_that_is_closed_before_anything_is_written(self, home: Home) -> None:
        read, write = os.pipe()
        os.close(read)
        with home.start(*QUIZ, stdout=write, stderr=subprocess.PIPE) as process:
            os.close(write)
            _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")

    def test_a_pipe_that_is_closed_in_the_middle_of_json(self, home: Home, tmp_path: Path) -> None:
        path = write_catalogue(tmp_path, big_catalogue_table(400, words=1))
        with home.start(
            "--catalogue", path, *QUIZ, "--format", "json",
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            err = process.stderr.read()
            process.wait(60)
        assert (process.returncode, err) == (0, b"")

    @pytest.mark.parametrize("line", [*PRINTED, "--version"])
    def test_a_full_disk_is_said(self, home: Home, line: str) -> None:
        ran = only_words(shell(home, f"$P {line} > /dev/full"))
        assert ran.code == 1
        assert "could not be written: No space left on device" in ran.err
        assert ran.err.count("\n") == 1

    def test_closed_output_is_said_and_nothing_is_done(self, home: Home, tmp_path: Path) -> None:
        file = tmp_path / "a.toml"
        ran = only_words(shell(home, f"$P {' '.join(QUIZ)} --save --profile {file} >&-"))
        assert ran.code == 1
        assert "Standard output is closed" in ran.err
        assert not file.exists()

    @pytest.mark.parametrize("closed", ["2>&-", "<&- 2>&-", "<&-", "2> /dev/full"])
    def test_other_closed_streams_change_nothing(self, home: Home, closed: str) -> None:
        arguments = " ".join(QUIZ)
        ran = shell(home, f"$P {arguments} {closed}")
        assert ran == Ran(0, shell(home, f"$P {arguments}").out, "")

    @pytest.mark.parametrize("closed", ["2>&-", "2> /dev/full"])
    def test_a_message_that_nobody_can_read_does_not_end_up_in_the_output(
        self, home: Home, closed: str
    ) -> None:
        assert shell(home, f"$P quiz --no-input {closed}") == Ran(2, "", "")

    def test_letters_that_the_encoding_lacks(self, home: Home) -> None:
        ran = only_words(shell(home, f"$P {' '.join(QUIZ)}", PYTHONIOENCODING="ascii"))
        assert ran.code == 0
        assert ran.out.isascii()
        ran = only_words(shell(home, "$P show 'crème brûlée'", PYTHONIOENCODING="ascii:strict"))
        assert ran.code == 2

    @pytest.mark.parametrize("encoding", ["idna", "undefined"])
    def test_an_encoding_in_which_no_text_can_be_written(self, home: Home, encoding: str) -> None:
        odd = {"PYTHONIOENCODING": encoding}
        assert home.run("show", "rn", environment=odd).out.startswith("Registered nurse")
        ran = only_words(home.run("show", "nosuch", environment=odd))
        assert ran.code == 2
        assert "No career called 'nosuch'" in ran.err

    def test_arguments_that_are_not_text(self, home: Home) -> None:
        ran = only_words(shell(home, "$P quiz --no-input --remote $'\\xff\\xfe'"))
        assert ran.code == 2
        assert "is not an answer" in ran.err


class TestSignals:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_being_told_to_stop(self, home: Home, tmp_path: Path, number: signal.Signals) -> None:
        site = run_when_ranking(tmp_path, "import time; print('on', flush=True); time.sleep(30)")
        environment = home.environment(PYTHONPATH=site)
        with subprocess.Popen(
            [*PROGRAM, *QUIZ], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"on\n"
            started = time.monotonic()
            process.send_signal(number)
            out, err = process.communicate(timeout=30)
        assert (process.returncode, out, err) == (130, b"", b"")
        assert time.monotonic() - started < 10

    def test_a_signal_that_was_to_be_ignored_is(self, home: Home, tmp_path: Path) -> None:
        site = run_when_ranking(
            tmp_path,
            "import os, signal; os.kill(os.getpid(), signal.SIGHUP); print('alive'); "
            "raise SystemExit(0)",
        )
        ran = shell(home, f"trap '' HUP; $P {' '.join(QUIZ)}", PYTHONPATH=site)
        assert ran == Ran(0, "alive\n", "")


class TestUnexpected:
    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("raise ValueError('oops')", "ValueError in sitecustomize.py:3"),
            ("return self.catalogue", "RecursionError in sitecustomize.py:3"),
            ("raise AssertionError", "AssertionError"),
        ],
    )
    def test_a_fault_of_the_program_is_admitted(
        self, home: Home, tmp_path: Path, code: str, said: str
    ) -> None:
        site = run_when_ranking(tmp_path, code)
        ran = home.run(*QUIZ, environment={"PYTHONPATH": site})
        assert (ran.code, ran.out) == (1, "")
        assert "Traceback" not in ran.err
        assert said in ran.err
        assert "not yours" in ran.err
        assert "CAREERADVISOR_DEBUG=1" in ran.err
        assert ran.err.count("\n") == 1

    def test_too_little_memory_is_no_fault_of_the_program(self, home: Home) -> None:
        for kilobytes in (15_000, 18_000, 20_000, 24_000):
            ran = only_words(shell(home, f"ulimit -v {kilobytes}; $P {' '.join(QUIZ)}"))
            assert ran.code == 1
            assert "not enough memory" in ran.err

    def test_details_can_be_had(self, home: Home, tmp_path: Path) -> None:
        site = run_when_ranking(tmp_path, "raise ValueError('oops')")
        debug = {"PYTHONPATH": site, "CAREERADVISOR_DEBUG": "1"}
        ran = home.run(*QUIZ, environment=debug)
        assert ran.code == 1
        assert "Traceback" in ran.err
        assert "ValueError: oops" in ran.err

    def test_a_file_that_fails_in_an_unforeseen_way(self, home: Home, tmp_path: Path) -> None:
        site = run_when_ranking(tmp_path, "raise OSError(5, 'Input/output error', 'some/file')")
        ran = only_words(home.run(*QUIZ, environment={"PYTHONPATH": site}))
        assert ran == Ran(1, "", "careeradvisor: some/file: Input/output error.\n")


class TestUsage:
    def test_no_command_shows_the_help(self, program: Program) -> None:
        ran = program()
        assert ran.code == 2
        assert "Start with: careeradvisor quiz" in ran.out

    def test_help_has_panels_and_none_for_those_who_hear_it(self, home: Home) -> None:
        assert "╭─ What you want" in home.run("quiz", "--help").out
        for words, environment in (
            (("--plain",), {}),
            ((), {"CAREERADVISOR_PLAIN": "1"}),
            ((), {"TERM": "dumb"}),
            ((), {"COLUMNS": "60"}),
        ):
            out = home.run("quiz", "--help", *words, environment=environment).out
            assert "--patient-contact" in out
            assert "─" not in out

    @pytest.mark.parametrize("columns", ["0", "²", "9" * 30, "20", "100"])
    def test_help_is_whole_whatever_the_environment_says(self, home: Home, columns: str) -> None:
        environment = {"COLUMNS": columns, "LINES": columns, "TERMINAL_WIDTH": columns}
        ran = home.run("quiz", "--help", environment=environment)
        assert (ran.code, ran.err) == (0, "")
        assert "…" not in ran.out
        assert max(map(len, ran.out.splitlines())) <= 100

    @pytest.mark.parametrize("columns", ["40", "80"])
    def test_no_sentence_of_a_help_is_cut_or_broken_early(self, home: Home, columns: str) -> None:
        for words in ((), ("plan",), ("quiz",)):
            out = home.run(*words, "--help", environment={"COLUMNS": columns}).out
            assert not re.findall(r"[a-z,]\.\.\.", out)
            # A choice as a word would be cut in its middle.
            assert "|markdow" not in out.replace("|markdown", "")
        if columns == "80":
            assert "proves that it is done, whom to ask." in home.run("plan", "--help").out

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("quizz",), "There is no command 'quizz'. Did you mean quiz? See: careeradvisor "),
            (("xyzzy",), "Choose one of: quiz,"),
            (("it's",), "There is no command 'it's'."),
            (("profile", "clera"), "Did you mean clear? See: careeradvisor profile --help"),
            (("--plian",), "There is no option --plian here. Did you mean --plain?"),
            (("-x",), "There is no option -x here."),
            (("--catalogue",), "--catalogue needs a value after it."),
            (("catalogue", "new"), "FILE is missing. See: careeradvisor catalogue new --help"),
            (("catalogue", "check", "a", "b"), "There is something too much here: b."),
            (("\x1b[31mquiz",), "There is no command '\\x1b[31mquiz'"),
        ],
    )
    def test_what_is_wrong_and_where_to_read_on(
        self, program: Program, arguments: tuple[str, ...], said: str
    ) -> None:
        ran = program(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert "\x1b" not in ran.err
        assert " --help" in ran.err

    def test_every_help_has_two_examples(self, program: Program) -> None:
        for command in ("quiz", "profile", "profile clear", "catalogue", "catalogue check"):
            ran = program(*command.split(), "--help")
            assert (ran.code, ran.err) == (0, "")
            examples = ran.out.partition("Examples:")[2]
            assert examples.count("careeradvisor ") >= 2, command


class TestCatalogues:
    def test_a_broken_one_lists_its_problems(self, program: Program, tmp_path: Path) -> None:
        path = tmp_path / "c.toml"
        path.write_text("[catalogue]\nname = 3\n")
        ran = program("--catalogue", path, *QUIZ)
        assert (ran.code, ran.out) == (2, "")
        assert f"{path}:2: catalogue.name" in ran.err

    def test_one_that_may_not_be_read(self, home: Home, tmp_path: Path) -> None:
        path = write_catalogue(tmp_path)
        path.chmod(0)
        ran = only_words(home.run("--catalogue", path, *QUIZ, preexec_fn=obey_permissions))
        assert (ran.code, ran.out) == (1, "")
        assert "You may not read" in ran.err

    def test_the_environment_names_one(self, home: Home, tmp_path: Path) -> None:
        path = write_catalogue(tmp_path)
        ran = home.run("catalogue", "path", environment={"CAREERADVISOR_CATALOGUE": str(path)})
        assert ran == Ran(0, f"{path}\n", "")

    def test_a_tilde_is_the_home_folder(self, home: Home) -> None:
        path = write_catalogue(home.folder)
        named = f"~/{path.name}"
        for words, environment in (
            ((f"--catalogue={named}", "catalogue", "path"), {}),
            (("catalogue", "path"), {"CAREERADVISOR_CATALOGUE": named}),
        ):
            assert home.run(*words, environment=environment).out == f"{path}\n"
        assert home.run("catalogue", "check", named).code == 0
        ran = home.run(*QUIZ, "--report=~/r.html", "--save", "--profile=~/a.toml")
        assert ran.code == 0
        assert (home.folder / "r.html").is_file()
        for command in ("show", "why", "plan"):
            assert home.run(command, "rn", "--profile=~/a.toml").code == 0
        assert home.run(f"--catalogue=~nobody-{path.name}", "list").code == 1
