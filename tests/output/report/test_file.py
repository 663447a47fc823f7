"""Writing the report: whole or not at all, and never over what is not a report."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from careeradvisor.errors import FileProblem
from careeradvisor.output.report.file import MARK, write_atomically
from careeradvisor.output.report.html import write_report
from tests.processes import small_disk

from .samples import CASES, bundled, html_of_case, view_of

OLD = MARK.decode() + '0.0.1">old'
_NOBODY = 65534
NEW = OLD.replace("old", "new")


def left_in(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir())


def refusal(path: Path, text: str = NEW) -> str:
    """The message with which a path is refused."""
    with pytest.raises(FileProblem) as caught:
        write_atomically(path, text)
    assert caught.value.exit_code == 1
    assert caught.value.message.endswith(".")
    return caught.value.message


def test_a_report_is_written_and_written_again(tmp_path: Path) -> None:
    path = tmp_path / "my report.html"
    view = view_of(bundled(), *CASES["a desk job"])
    for _ in range(2):
        write_report(path, view)
        html = path.read_text(encoding="utf-8")
        assert html.startswith("<!DOCTYPE html>")
        assert html.rstrip().endswith("</html>")
    assert left_in(tmp_path) == ["my report.html"]


def test_a_new_report_is_private_and_a_shared_one_stays_shared(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    write_atomically(path, OLD)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    write_atomically(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert path.read_text() == NEW


@pytest.mark.parametrize("note", ["my own notes", f'How reports begin:\n{MARK.decode()}0.1">'])
def test_what_is_not_a_report_is_left_alone(tmp_path: Path, note: str) -> None:
    path = tmp_path / "notes.html"
    path.write_text(note, encoding="utf-8")
    assert "is not a report of this program" in refusal(path)
    assert path.read_text(encoding="utf-8") == note
    assert left_in(tmp_path) == ["notes.html"]


@pytest.mark.parametrize("name", ["r.pdf", "R.DOCX"])
def test_another_kind_of_file_is_refused_with_what_to_write_instead(
    tmp_path: Path, name: str
) -> None:
    instead = str((tmp_path / name).with_suffix(".html"))
    assert f"Write {instead} instead" in refusal(tmp_path / name)
    assert not left_in(tmp_path)


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.touch()
    write_atomically(path, NEW)
    assert path.read_text() == NEW


def test_a_folder_is_refused_with_a_name_to_use(tmp_path: Path) -> None:
    message = refusal(tmp_path)
    assert "is a folder" in message
    assert "report.html" in message
    assert refusal(Path("/")).startswith("/ is a folder")
    link = tmp_path / "link"
    link.symlink_to(tmp_path, target_is_directory=True)
    assert "is a folder" in refusal(link)
    assert link.is_symlink()


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/full"])
def test_a_device_is_refused(device: str, tmp_path: Path) -> None:
    # By a link: were it not refused, the link would be replaced and never the real device,
    # which root could lose for the whole machine.
    link = tmp_path / "r.html"
    link.symlink_to(device)
    assert "is a device or a pipe" in refusal(link)
    assert link.is_symlink()
    assert left_in(tmp_path) == ["r.html"]


def test_a_pipe_is_refused_without_waiting_for_a_reader(tmp_path: Path) -> None:
    pipe = tmp_path / "r.html"
    os.mkfifo(pipe)
    assert "is a device or a pipe" in refusal(pipe)
    assert left_in(tmp_path) == ["r.html"]


def test_a_link_is_replaced_and_what_it_points_to_stays(tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text(OLD)
    for name, target in (
        ("a.html", other),
        ("b.html", tmp_path / "nothing"),
        ("c.html", Path("c.html")),
    ):
        link = tmp_path / name
        link.symlink_to(target)
        write_atomically(link, NEW)
        assert not link.is_symlink()
        assert link.read_text() == NEW
    assert other.read_text() == OLD


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/r.html", "does not exist. Create it first"),
        ("file/r.html", "part of that name is a file"),
        ("n" * 300, "too long"),
        ("a\0b.html", "cannot be the name of a file"),
        ("\udcff\ud800.html", "cannot be the name of a file"),
    ],
)
def test_a_place_that_cannot_be_is_explained(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_text("x")
    message = refusal(tmp_path / name)
    assert words in message
    assert message.isprintable()
    assert left_in(tmp_path) == ["file"]


def test_a_hostile_name_stays_on_one_line(tmp_path: Path) -> None:
    message = refusal(tmp_path / "no\x1b[31m\nfolder" / "r.html")
    assert message.isprintable()


def test_a_full_disk_leaves_the_old_report_and_nothing_else(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        path = disk / "r.html"
        write_atomically(path, OLD)
        message = refusal(path, NEW + "x" * 100_000)
        assert "the disk is full" in message
        assert path.read_text() == OLD
        assert left_in(disk) == ["r.html"]
        # With room again, all is as before.
        write_atomically(path, NEW)
        assert path.read_text() == NEW


def test_a_read_only_disk_is_explained(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", options=",ro") as disk:
        assert "nothing can be written on that disk" in refusal(disk / "r.html")


def test_a_folder_without_the_right_to_write_is_explained() -> None:
    # Not in tmp_path, which only its owner may enter.
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    try:
        if is_root:
            os.seteuid(_NOBODY)
        assert "you may not write in that folder" in refusal(folder / "r.html")
    finally:
        if is_root:
            os.seteuid(0)
        assert left_in(folder) == []
        folder.rmdir()


def test_a_limit_on_file_size_is_explained_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text(OLD)
    page = tmp_path / "page"
    page.write_text(html_of_case("a desk job"))
    code = (
        "import sys; from pathlib import Path\n"
        "from careeradvisor.errors import FileProblem\n"
        "from careeradvisor.output.report.file import MARK, write_atomically\n"
        "try: write_atomically(Path(sys.argv[1]), Path(sys.argv[2]).read_text())\n"
        "except FileProblem as problem: print(problem.message)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(path), str(page)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "files there may not get that large" in ran.stdout
    assert path.read_text() == OLD
    assert left_in(tmp_path) == ["page", "r.html"]


def test_a_reader_never_sees_half_a_report(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    texts = [OLD + letter * 300_000 for letter in "ab"]
    write_atomically(path, texts[0])
    done = threading.Event()

    def write() -> None:
        for i in range(60):
            write_atomically(path, texts[i % 2])
        done.set()

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    reads = 0
    while not done.is_set():
        assert path.read_text() in texts
        reads += 1
    for writer in writers:
        writer.join()
    assert reads
    assert left_in(tmp_path) == ["r.html"]
