"""The house that CONTRIBUTING.md draws: imports run one way, and nowhere in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = "careeradvisor"
# Each room may import what stands below it; those in one line never each other.
ROOMS = (
    {"__main__"},
    {"cli"},
    {"interview", "output"},
    {"views"},
    {"matching"},
    {"criteria"},
    {"prospects"},
    {"profile"},
    {"catalogue"},
    {"environment", "errors", "signals", "text", "__init__"},
)
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}
# What only some rooms may use of the world outside.
OUTSIDE = {
    "typer": {"cli"},
    "rich": {"interview", "output", "cli"},
    "questionary": {"interview"},
    "prompt_toolkit": {"interview"},
    "jinja2": {"output"},
}
FILES = sorted((SOURCE / PACKAGE).rglob("*.py"))


def name_of(path: Path) -> str:
    """A file as a module: ``careeradvisor.views.base``."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The room of a module, or itself where it stands alone."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@cache
def trees() -> dict[str, ast.Module]:
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def imports(module: str, *, typing: bool, tree: ast.AST | None = None) -> Iterator[str]:
    """Modules that a file imports, also inside functions; those for type checkers if asked."""
    for node in ast.iter_child_nodes(trees()[module] if tree is None else tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = node.module or ""
            if node.level:
                folders = module.split(".")[: -node.level]
                whole = ".".join([*folders, *filter(None, [node.module])])
            for alias in node.names:
                inner = f"{whole}.{alias.name}"
                yield inner if inner in trees() else whole
        elif not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING") or typing:
            yield from imports(module, typing=typing, tree=node)


@pytest.mark.parametrize("module", sorted(map(name_of, FILES)))
def test_imports_point_down(module: str) -> None:
    room = room_of(module)
    for imported in imports(module, typing=True):
        other = room_of(imported)
        if imported.split(".")[0] != PACKAGE or other == room:
            continue
        assert FLOOR[other] > FLOOR[room], f"{module} imports {imported}"


@pytest.mark.parametrize("module", sorted(map(name_of, FILES)))
def test_libraries_stay_in_their_rooms(module: str) -> None:
    for imported in imports(module, typing=False):
        library, *rest = imported.split(".")
        assert room_of(module) in OUTSIDE.get(library, {room_of(module)}), imported
        assert not any(part.startswith("_") for part in rest) or library == PACKAGE, imported


def test_no_file_imports_itself_through_others() -> None:
    graph = {
        module: {name for name in imports(module, typing=False) if name in trees()} - {module}
        for module in trees()
    }
    done: set[str] = set()

    def follow(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " -> ".join((*way[way.index(module) :], module))
        if module not in done:
            for imported in sorted(graph[module]):
                follow(imported, (*way, module))
            done.add(module)

    for module in graph:
        follow(module, ())


def test_every_room_has_its_line() -> None:
    assert {room_of(module) for module in trees()} <= set(FLOOR)


def test_the_terminal_stays_small() -> None:
    lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in FILES
             if path.parent == SOURCE / PACKAGE / "output" / "terminal"]  # fmt: skip
    assert sum(lines) <= 1_000
