"""The least that a program with Typer and Rich can do: parse a command, print one table."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer(add_completion=False)


@app.command()
def show(name: str) -> None:
    """Print one table."""
    table = Table(title=name)
    table.add_column("What")
    table.add_column("How much", justify="right")
    for number in range(10):
        table.add_row(f"Row {number}", f"${number * 1000:,}")
    Console().print(table)


@app.command()
def other(name: str) -> None:
    """A second command, so that commands have names."""
    typer.echo(name)


if __name__ == "__main__":
    app()
