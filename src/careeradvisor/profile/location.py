"""Where a person's answers are kept unless they name a file."""

from __future__ import annotations

from pathlib import Path

from careeradvisor.errors import FileProblem

FILE = "profile.toml"


def default_profile() -> Path:
    """Return the profile in the platform's config folder, existing or not.

    Raises :class:`FileProblem` when there is no home folder to have one in.
    """
    from platformdirs import user_config_path

    try:
        path = user_config_path("careeradvisor", appauthor=False) / FILE
    except (OSError, RuntimeError, KeyError):
        path = Path()
    # Without a home, "~" may be left in the path; a folder by that name is nobody's wish.
    if not path.is_absolute():
        raise FileProblem(
            "There is no home folder to keep your answers in. "
            "Name a file for them with --profile FILE, or use --no-save."
        )
    return path
