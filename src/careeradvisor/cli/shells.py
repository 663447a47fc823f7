"""``--install-completion`` and ``--show-completion``, for the shell in use or the one named.

Typer's own installing reads a person's ``.bashrc`` as text and writes it anew, so a letter
that is not UTF-8 stops it and a full disk empties the file. Here the line is added at its end.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from careeradvisor.errors import FileProblem, WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOW, INSTALL = "--show-completion", "--install-completion"

_PROGRAM = "careeradvisor"
_VARIABLE = "_CAREERADVISOR_COMPLETE"
_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_ZSH_LINE = b"fpath+=~/.zfunc; autoload -Uz compinit; compinit"
_LARGEST_START_FILE = 16 * 1024 * 1024


def asked_for(arguments: Sequence[str]) -> list[str]:
    """The flag for completion with what follows it; nothing where there is a command before."""
    rest = list(arguments)
    while rest and (rest[0] == "--plain" or rest[0].startswith("--catalogue")):
        rest = rest[2 if rest[0] == "--catalogue" else 1 :]
    return rest if rest and rest[0] in (SHOW, INSTALL) else []


def complete_with(flag: str, words: Sequence[str]) -> None:
    """Show or install completion for the shell named, else for the one in use.

    Raises WrongUse, FileProblem.
    """
    shell = _shell(flag, words)
    if flag == SHOW:
        print(_script(shell))
        return
    try:
        path = _install(shell)
    except (OSError, RuntimeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FileProblem(
            f"Completion for {shell} could not be installed: {why}. Your own files are as they "
            f"were. To put it somewhere yourself: {_PROGRAM} {SHOW} {shell}"
        ) from error
    print(f"{shell} completion installed in {path}")
    print("It works in the next terminal that you open.")


def _shell(flag: str, words: Sequence[str]) -> str:
    names = ", ".join(_SHELLS)
    if len(words) > 1 or (words and words[0] not in _SHELLS):
        raise WrongUse(f"{flag} takes the name of a shell: {names}; or nothing, for your own.")
    if words:
        return words[0]
    # Typer brings it along.
    import shellingham

    try:
        name = str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure:
        name = Path(os.environ.get("SHELL", "")).name
    if name not in _SHELLS:
        raise WrongUse(f"Which shell you use cannot be seen from here. Name it: {flag} bash")
    return name


def _script(shell: str) -> str:
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    return get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=shell)


def _install(shell: str) -> Path:
    """Write the script where the shell finds it; returns where. Raises OSError, RuntimeError."""
    home = Path.home()
    script = f"{_script(shell)}\n".encode()
    if shell == "bash":
        path = home / ".bash_completions" / f"{_PROGRAM}.sh"
        _write(path, script)
        _add_line(home / ".bashrc", f"source '{path}'".encode())
    elif shell == "zsh":
        path = home / ".zfunc" / f"_{_PROGRAM}"
        _write(path, script)
        _add_line(home / ".zshrc", _ZSH_LINE)
    elif shell == "fish":
        path = home / ".config" / "fish" / "completions" / f"{_PROGRAM}.fish"
        _write(path, script)
    else:
        from typer.completion import install  # type: ignore[attr-defined]

        _, path = install(shell=shell, prog_name=_PROGRAM, complete_var=_VARIABLE)
    return path


def _write(path: Path, data: bytes) -> None:
    from careeradvisor.profile.files import write_whole

    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def _add_line(path: Path, line: bytes) -> None:
    """Add a line at the end of a file unless it has it; on an error the file is as it was."""
    from careeradvisor.catalogue.read import read_bytes

    before = read_bytes(path, limit=_LARGEST_START_FILE) if path.exists() else b""
    if line in before.splitlines():
        return
    addition = line + b"\n"
    if before and not before.endswith(b"\n"):
        addition = b"\n" + addition
    with path.open("ab", buffering=0) as file:
        try:
            written = file.write(addition)
            if written != len(addition):
                file.write(addition[written:])
            os.fsync(file.fileno())
        except BaseException:
            file.truncate(len(before))
            raise
