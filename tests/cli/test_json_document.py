"""docs/json.md is made from the views, and the commands print what their schemas say."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from tools.json_document import PATH, document

from careeradvisor.output.json import schema_of
from careeradvisor.views.base import View
from careeradvisor.views.career import CareerView
from careeradvisor.views.comparison import ComparisonView
from careeradvisor.views.ladder import LadderView
from careeradvisor.views.listing import ListingView
from careeradvisor.views.moves import MovesView
from careeradvisor.views.plan import PlanView
from careeradvisor.views.ranking import RankingView
from careeradvisor.views.why import WhyView
from tests.processes import Ran

QUIZ = "quiz --no-input --patient-contact none --schooling 9 --salary 45k --must schooling"
COMMANDS: dict[str, type[View]] = {
    f"{QUIZ} --priorities salary": RankingView,
    "quiz --no-input --remote only --salary 2000000 --must salary --must remote": RankingView,
    "why rn --patient-contact none --salary 45k": WhyView,
    "plan coder psychiatrist --state TX": PlanView,
    "list --from rn --sort salary": MovesView,
    "show coder --state TX --education bachelor": CareerView,
    "compare coder nucmed --area Houston": ComparisonView,
    "list --family nursing --search nurse": ListingView,
    "list --min-salary 900k": ListingView,
    "ladder coder --depth 3": LadderView,
}


def test_the_document_is_that_of_the_views() -> None:
    made = document()
    assert PATH.read_text(encoding="utf-8") == made, "run: python -m tools.json_document"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_printed_is_what_the_schema_says(command: str, program: Callable[..., Ran]) -> None:
    ran = program(*command.split(), "--format", "json")
    assert ran.code == 0, ran.err
    view = COMMANDS[command]
    assert next(iter(json.loads(ran.out))) == "schema"
    # Every type, and that no key is missing or too much.
    printed: Any = msgspec.json.decode(ran.out, type=view)
    assert json.loads(msgspec.json.encode(printed)) == json.loads(ran.out)
    schema = schema_of(view, "x")
    assert set(json.loads(ran.out)) == set(schema["$defs"][view.__name__]["required"])
