"""Runs the program and turns every way to fail into a message and an exit code."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys

from careeradvisor import signals
from careeradvisor.cli.saying import let_go, say
from careeradvisor.errors import BadCatalogue, CareerAdvisorError, Interrupted

OK = 0
FILE_PROBLEM = 1
UNEXPECTED = 1
WRONG_USE = 2
INTERRUPTED = 130

DEBUG = "CAREERADVISOR_DEBUG"
COMPLETING = "_CAREERADVISOR_COMPLETE"
"""Set by a shell that asks what it can offer."""

_PLAIN = "--plain"
_GLOBAL_FLAGS = (_PLAIN,)
_GLOBAL_OPTIONS = ("--catalogue",)
# Without a command there is nothing to do but to say which there are.
_NEED_MORE: tuple[list[str], ...] = ([], ["profile"], ["catalogue"])
_MOST_PROBLEMS = 200
_ANY_TEXT = f"{'a line that is longer than the name of any host, ' * 3}and one more.\n\n"
_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit code and never raises."""
    try:
        collect_seldom()
        with signals.heeded() as stop:
            return _run(arguments, stop)
    except KeyboardInterrupt:
        let_go(sys.stdout)
        return INTERRUPTED
    except Interrupted as problem:
        let_go(sys.stdout)
        return problem.exit_code


def collect_seldom() -> None:
    """Look for garbage in cycles seldom: a catalogue is many objects, and nearly all of them stay.

    Looking at every 700 new ones, as Python does, goes through all of it again and again.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def hoisted(arguments: list[str]) -> list[str]:
    """The arguments with global options moved to the front, so that they work anywhere.

    Nothing after ``--`` is touched.
    """
    front: list[str] = []
    rest: list[str] = []
    queue = list(arguments)
    while queue:
        argument = queue.pop(0)
        if argument == "--":
            rest += [argument, *queue]
            break
        if argument in _GLOBAL_FLAGS or argument.startswith(
            tuple(f"{option}=" for option in _GLOBAL_OPTIONS)
        ):
            front.append(argument)
        elif argument in _GLOBAL_OPTIONS and queue:
            front += [argument, queue.pop(0)]
        else:
            rest.append(argument)
    return front + rest


def _run(arguments: list[str], stop: signals.Stop) -> int:
    closed = _make_streams_usable()
    try:
        if closed:
            say("Standard output is closed, so there is nowhere to put the result.")
            return FILE_PROBLEM
        code = _command(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read along has seen enough.
        let_go(sys.stdout)
        return OK
    except Interrupted as problem:
        return _known(problem)
    except Exception as problem:
        if stop.told:
            raise Interrupted("") from problem
        if os.environ.get(COMPLETING):
            # Somebody is typing a command: a message would land in the middle of it.
            _show_traceback()
            return UNEXPECTED
        if isinstance(problem, CareerAdvisorError):
            return _known(problem)
        if _is_lack_of_memory(problem):
            return _no_memory()
        if isinstance(problem, OSError):
            return _system(problem)
        return _unexpected(problem)


def _command(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        # Asked for by scripts and bug reports: answered before anything heavy is imported.
        from careeradvisor import __version__

        print(f"careeradvisor {__version__}")
        return OK
    from careeradvisor import environment

    environment.mend()
    import typer

    from careeradvisor.cli import shells
    from careeradvisor.cli.app import command

    arguments = hoisted(arguments)
    if completion := shells.asked_for(arguments):
        shells.complete_with(completion[0], completion[1:])
        return OK
    plain = _PLAIN in arguments[: arguments.index("--") if "--" in arguments else None]
    incomplete = [word for word in arguments if word != _PLAIN] in _NEED_MORE
    try:
        result = command(plain).main(
            args=[*arguments, "--help"] if incomplete else arguments,
            prog_name="careeradvisor",
            standalone_mode=False,
        )
    except typer.TyperException as problem:
        from careeradvisor.cli.usage_words import in_words

        say(in_words(problem))
        return problem.exit_code
    except typer.Abort:
        return INTERRUPTED
    except SystemExit as problem:
        if isinstance(problem.__context__, BrokenPipeError):
            # Typer's way of dealing with it; ours is different.
            raise problem.__context__ from None
        return problem.code if isinstance(problem.code, int) else UNEXPECTED
    if incomplete:
        return WRONG_USE
    return result if isinstance(result, int) else OK


def _known(problem: CareerAdvisorError) -> int:
    _flush()
    if isinstance(problem, Interrupted):
        if problem.message:
            say(problem.message, name=False)
        return problem.exit_code
    say(problem.message)
    if isinstance(problem, BadCatalogue):
        for line in problem.problems[:_MOST_PROBLEMS]:
            say(f"  {line}", name=False)
        more = len(problem.problems) - _MOST_PROBLEMS
        if more > 0:
            say(f"  and {more:,} more", name=False)
    return problem.exit_code


def _flush() -> None:
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        # Whoever reads along is gone; the interpreter must not complain of that at its end.
        let_go(sys.stdout)


def _system(problem: OSError) -> int:
    """A file, or standard output, failed in a way that nobody nearer has put into words."""
    why = problem.strerror or type(problem).__name__
    if problem.filename is None:
        let_go(sys.stdout)
        say(f"The result could not be written: {why}. What you have seen of it is incomplete.")
    else:
        say(f"{problem.filename}: {why}.")
    _show_traceback()
    return FILE_PROBLEM


def _is_lack_of_memory(problem: BaseException | None) -> bool:
    """Whether memory ran out, also where a module could not be loaded for that reason."""
    while problem is not None:
        if isinstance(problem, MemoryError) or getattr(problem, "errno", 0) == errno.ENOMEM:
            return True
        if isinstance(problem, ImportError) and "failed to map segment" in str(problem):
            return True
        problem = problem.__cause__ or problem.__context__
    return False


def _no_memory() -> int:
    _flush()
    say(
        "There is not enough memory to go on. Your saved answers are as they were. Close other "
        "programs, or raise the limit that is set for this one (ulimit -v), and try again."
    )
    _show_traceback()
    return UNEXPECTED


def _unexpected(problem: Exception) -> int:
    from careeradvisor import __version__

    _flush()
    what = type(problem).__name__
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is not None:
        code = trace.tb_frame.f_code
        what += f" in {os.path.basename(code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
    say(
        f"Something went wrong inside the program: {what}. This is a fault of the program and not "
        "yours, and your saved answers are as they were. Please report it where you got the "
        f"program from, with what you typed and this line: careeradvisor {__version__}, Python "
        f"{sys.version.split()[0]}, {sys.platform}. To see all details, set {DEBUG}=1 and run it "
        "again."
    )
    _show_traceback()
    return UNEXPECTED


def _show_traceback() -> None:
    if os.environ.get(DEBUG, "0") in ("", "0"):
        return
    import traceback

    with contextlib.suppress(OSError, ValueError):
        traceback.print_exc()


def _make_streams_usable() -> bool:
    """Give closed standard streams somewhere to go; returns whether output was closed.

    Without this the next file that is opened takes the closed stream's number, and
    what is meant for the screen would be written into it. Letters that the
    terminal's encoding lacks become question marks rather than errors.
    """
    closed = sys.stdout is None
    # Lowest numbers first: each opens as the lowest that is free.
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if not _writes_text(stream.encoding):
            reconfigure(encoding="utf-8")
        if stream is not sys.stdin:
            reconfigure(errors="replace")
    return closed


def _writes_text(encoding: str) -> bool:
    """Whether an encoding is one for texts: ``PYTHONIOENCODING`` may also name one for host names.

    >>> _writes_text("ascii"), _writes_text("idna")
    (True, False)
    """
    try:
        return _ANY_TEXT.encode(encoding, "replace").decode(encoding) == _ANY_TEXT
    except (LookupError, UnicodeError):
        return False
