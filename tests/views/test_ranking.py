"""What a ranking says, before anybody lays it out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.wages import local_wages
from careeradvisor.matching.advice import advise
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.ranking import RankingView, criteria_views, ranking_view
from careeradvisor.views.why import why_view
from tests.helpers import career_table, make_catalogue

PERSON = Answers(
    wants={"patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45_000}
)
CATALOGUE = load()
WORK = {"career": "coder", "months": 24}


def view_of(answers: Answers, prospects: Prospects | None = None, **how: Any) -> RankingView:
    how = {"every": "top" not in how} | how
    return ranking_view(advise(prospects or Prospects(CATALOGUE, answers), answers), **how)


def small(person: Answers | None = None, **of_second: Any) -> Prospects:
    """Two careers: a coder, and another that differs from it as told."""
    careers = {"coder": career_table(), "other": career_table(title="Other", **of_second)}
    return Prospects(make_catalogue(careers), person)


def test_criteria_come_in_the_order_of_importance() -> None:
    view = view_of(replace(PERSON, priorities=("salary", "remote")))
    assert [want.key for want in view.wants[:2]] == ["salary", "remote"]
    for match in view.matches:
        assert [c.key for c in match.criteria] == [want.key for want in view.wants]
    assert sum(want.weight for want in view.wants) == pytest.approx(1, abs=1e-5)


def test_places_are_shared_by_equals() -> None:
    view = view_of(PERSON)
    by_id = {match.id: match for match in view.matches}
    assert [match.rank for match in view.matches] == list(range(1, view.of + 1))
    for match in view.matches:
        assert {by_id[other].place for other in match.tied_with} <= {match.place}
        assert match.place <= match.rank
    assert any(match.tied_with for match in view.matches)


def test_what_a_cell_leaves_out_is_said() -> None:
    coder = next(m for m in view_of(PERSON).matches if m.id == "coder")
    assert coder.clauses[0].endswith("in 100 earn your $45,000, new people mostly less")
    assert "new people start hybrid" in coder.clauses
    assert any(text.startswith("Medical coding auditor after ") for text in coder.then)
    nothing_asked = next(
        m for m in view_of(Answers(wants={"growth": "stable"})).matches if m.id == "coder"
    )
    assert nothing_asked.clauses[:2] == [
        "half earn $51,140 or more",
        "4 to 9 months until full pay",
    ]


def test_later_careers_stand_apart_with_the_work_that_leads_to_them() -> None:
    routes = [{"name": "Work", "from": ["high-school"], "months": [0, 0], "award": "None",
               "experience": [WORK], "source": "guide"}]  # fmt: skip
    answers = Answers(wants={"remote": "only"})
    view = view_of(answers, small(routes=routes))
    assert [match.id for match in view.matches] == ["coder"]
    (later,) = view.later
    assert (later.id, later.via, later.work) == ("other", ["coder"], 24)
    assert (
        later.text
        == "after 2 years as Medical coder and 9 months of study and training: Other, a strong fit"
    )
    assert view.matches[0].then == ["Other after 2 years of work"]


def test_what_is_not_known_is_flagged() -> None:
    answers = Answers(wants={"salary": 45_000, "remote": "only"}, must=("salary",))
    other = next(m for m in view_of(answers, small(salary=None)).matches if m.id == "other")
    assert [c.state for c in other.criteria if c.key == "salary"] == ["unknown"]
    (notice,) = other.notices
    assert notice.startswith("Not known: salary. If that is as you want it, this is a strong fit.")
    assert notice.endswith("Find out first: salary is a must of yours.")


def test_a_weak_best_is_not_called_a_fit() -> None:
    answers = Answers(wants={"patient_contact": "a-lot", "remote": "on-site"})
    view = view_of(answers, small())
    assert view.matches[0].verdict == "weak"
    assert view.title == "Nothing fits all you asked; these come closest"


def test_musts_are_counted_and_missed_by_so_much() -> None:
    view = view_of(replace(PERSON, must=("remote",)))
    assert view.counted == f"{view.of} that your musts leave"
    assert view.near_misses.startswith(f"Your musts leave out {len(view.excluded)}. Nearest misses")
    assert view.excluded[0].reasons[0].key == "remote"
    assert f"number {view.excluded[0].would_rank} without your limit on" in view.excluded[0].text


def test_where_nothing_is_published_that_is_said() -> None:
    answers = replace(PERSON, state="WY")
    view = view_of(answers, Prospects(CATALOGUE, answers, local_wages("WY")))
    assert view.counted.endswith("pay in Wyoming")
    assert {match.pay.not_published_for for match in view.matches} <= {None, "Wyoming"}


def test_what_has_moved_since_an_answer_changed() -> None:
    before = advise(Prospects(CATALOGUE), PERSON).ranking
    answers = PERSON.with_want("salary", 70_000)
    view = view_of(answers, before=before, top=5)
    places = {match.career.id: place for place, match in enumerate(before.matches, 1)}
    for match in view.matches:
        assert match.moved == places[match.id] - match.rank
    gone = [m.career for m in before.matches[:5]]
    assert any(f"{career.title} (now number" in " ".join(view.notes) for career in gone)
    same = view_of(PERSON, before=before, top=5)
    assert "Your change moves none of these careers." in same.notes


def test_when_nothing_is_left_one_limit_is_offered() -> None:
    answers = Answers(wants={"salary": 1_900_000, "remote": "only"}, must=("salary",))
    view = view_of(answers, small())
    assert view.title == "No career meets every must"
    assert view.matches == []
    assert view.relaxation is not None
    assert view.relaxation.brings_back == 2


def test_a_licence_is_not_years() -> None:
    view = view_of(Answers(wants={"salary": 45_000}, holds=("rn",)))
    assert any(
        note.startswith("You gave no years as Registered nurse") and "--worked rn=" in note
        for note in view.notes
    )


def test_only_so_many_are_worked_out_as_are_wanted() -> None:
    view = view_of(PERSON, top=3)
    assert len(view.matches) == 3
    assert view.of > 3


@settings(max_examples=100, deadline=None)
@given(
    salary=st.integers(20_000, 200_000),
    schooling=st.integers(0, 120),
    order=st.permutations(("salary", "schooling", "remote")),
    place=st.integers(0, 100),
)
def test_shown_numbers_sum(salary: int, schooling: int, order: list[str], place: int) -> None:
    answers = Answers(
        wants={"salary": salary, "schooling": schooling, "remote": "only", "growth": "fast"},
        priorities=tuple(order),
    )
    match = advise(Prospects(CATALOGUE), answers).ranking.matches[place]
    rows = criteria_views(match, match.ranking.keys)
    assert round(sum(row.weight for row in rows), 4) == 1
    assert round(sum(row.contribution for row in rows), 4) == round(match.fit, 4)
    for row in rows:
        assert row.contribution == pytest.approx(row.weight * (row.satisfaction or 0), abs=2.1e-4)


class TestWhy:
    def test_what_speaks_for_and_against(self) -> None:
        view = why_view(advise(Prospects(CATALOGUE), PERSON), "rn")
        assert view.title.startswith("Registered nurse")
        assert view.place is not None
        assert 1 < view.place <= view.of
        assert all(text.startswith("It ") for text in view.speaks_for + view.speaks_against)
        assert view.ahead
        assert view.to_be_first

    @pytest.mark.parametrize("career", sorted(CATALOGUE.careers)[::12])
    def test_there_is_something_to_say_of_every_career(self, career: str) -> None:
        answers = replace(PERSON, must=("schooling",))
        view = why_view(advise(Prospects(CATALOGUE), answers), career)
        assert view.stands
        assert view.status in ("match", "later", "excluded", "later-excluded", "rare")


def test_what_a_page_leaves_out_for_want_of_a_time_is_told() -> None:
    def notes(*months: int, education: Any = "high-school") -> list[str]:
        route = career_table()["routes"][0]
        careers = {
            f"c-{i}": career_table(title=f"C {i}", routes=[route | {"months": [m, m]}])
            for i, m in enumerate(months)
        }
        answers = Answers({"remote": "only"}, education=education)
        return view_of(answers, Prospects(make_catalogue(careers), answers)).notes

    assert notes(60, 48) == [
        "You set no limit on study, so 1 career that would take you more than 4 years, such as "
        "C 0, is not shown; a limit such as --schooling 12y brings them in."
    ]
    (note,) = notes(37, 38, 36, education="bachelor")
    assert "so 2 careers that would take you more than 3 years, such as C 0, are not shown" in note
    assert notes(60, 72) == []


def test_more_years_in_ones_own_work_are_told_where_that_takes_less_than_study() -> None:
    usual = {"how": "usual", "why": "By law.", "source": "guide"}
    study = career_table()["routes"][0] | {"months": [48, 48], "usual": usual}
    work = study | {
        "name": "From coding",
        "months": [0, 0],
        "experience": [{"career": "coder", "months": 36}],
    }
    catalogue = make_catalogue(
        {"coder": career_table(), "chief": career_table(title="Chief", routes=[study, work])}
    )

    def clauses(worked: int) -> list[str]:
        answers = Answers({"schooling": 12}, worked={"coder": worked})
        (chief,) = (
            match
            for match in view_of(answers, Prospects(catalogue, answers)).matches
            if match.id == "chief"
        )
        return chief.clauses

    assert "or after 1 year more in your own work" in clauses(24)
    assert not any("your own work" in clause for clause in clauses(0))


def test_what_comes_later_is_told_with_the_work_and_all_that_is_needed_besides() -> None:
    first = career_table()["routes"][0]
    after = first | {"months": [24, 36], "experience": [{"career": "coder", "months": 12}]}
    degree = after | {"from": ["bachelor"], "months": [0, 0]}
    none = after | {"months": [0, 3]}

    def then(*routes: dict[str, Any], ladder: str = "chief-1") -> list[str]:
        step = {"to": ladder, "takes": "Time.", "source": "guide"}
        careers = {
            f"chief-{i}": career_table(title=f"Chief {i}", routes=[route])
            for i, route in enumerate(routes)
        }
        ladder_of = [step] if ladder in careers else []
        catalogue = make_catalogue({"coder": career_table(ladder=ladder_of), **careers})
        return view_of(Answers({"remote": "only"}), Prospects(catalogue)).matches[0].then

    assert then(after) == ["Chief 0 after 1 year of work and 2 years more of study"]
    assert then(none) == ["Chief 0 after 1 year of work"]
    # The certificate by which one becomes a coder is no part of the years of college, and four
    # of these are another plan.
    assert then(degree) == []
    assert then(degree | {"from": ["some-college"]}) == [
        "Chief 0 after 1 year of work and 1 year more of study"
    ]
    # What the ladder names stands first.
    assert [text[:7] for text in then(none, after)] == ["Chief 1", "Chief 0"]


def test_shrinking_and_rare_jobs_are_told_beside_the_career() -> None:
    def clauses(**outlook: Any) -> list[str]:
        table = career_table(outlook={"period": "2024-34", "source": "ooh", **outlook})
        prospects = Prospects(make_catalogue({"coder": table}))
        return view_of(Answers({"remote": "only"}), prospects).matches[0].clauses

    assert "5% fewer jobs expected in 2024-34" in clauses(change_percent=-5.0)
    assert "only about 300 openings a year in the whole country" in clauses(own_openings=300)
    assert not any("jobs" in c or "openings" in c for c in clauses(change_percent=5.0))


def test_a_share_of_a_part_of_a_group_is_called_an_estimate() -> None:
    salary = career_table()["salary"] | {"basis": "broader-group", "group": "Records people"}
    part = {"part": "upper", "why": "w", "source": "guide"}

    def first_clause(target: int, **of_salary: Any) -> str:
        catalogue = make_catalogue({"coder": career_table(salary=salary | of_salary)})
        answers = Answers({"salary": target})
        return view_of(answers, Prospects(catalogue)).matches[0].clauses[0]

    assert first_clause(64_000, position=part) == (
        "by an estimate about half earn your $64,000, new people mostly less"
    )
    assert first_clause(40_000, position=part) == ("by an estimate most earn your $40,000")
    assert first_clause(50_250) == "50 in 100 earn your $50,250, new people mostly less"
    assert first_clause(50_251) == "50 in 100 earn your $50,251"


def test_what_may_not_be_practised_in_the_state_is_in_no_list() -> None:
    table = career_table(title="Other", states=["CO", "GA"], states_source="guide")
    catalogue = make_catalogue({"coder": career_table(), "other": table})

    def of(state: str | None) -> RankingView:
        answers = Answers({"remote": "only"}, state=state)
        return view_of(answers, Prospects(catalogue, answers))

    assert [match.id for match in of("AZ").matches] == ["coder"]
    why = "the law does not let people practice it in Arizona"
    assert f"In no list, since {why}: Other." in of("AZ").notes
    far = {"level": 0, "entry": 0, "why": "w", "source": "guide"}
    worse = {"coder": career_table(), "other": table | {"remote": far}}
    answers = Answers({"remote": "only"}, state="AZ")
    assert view_of(answers, Prospects(make_catalogue(worse), answers)).notes == []
    assert [match.id for match in of("GA").matches] == ["coder", "other"]
    (other,) = (match for match in of(None).matches if match.id == "other")
    assert "the law lets people practice it in 2 states and territories only" in other.clauses
    answers = Answers({"remote": "only"}, state="AZ")
    told = why_view(advise(Prospects(catalogue, answers), answers), "other")
    assert told.stands == f"Other is in no list: {why}."


def test_what_only_some_people_can_start_says_so() -> None:
    condition = {"what": "Fluency", "source": "guide"}
    fluent = condition | {"only_who": "people fluent in a second language"}
    for conditions, said in [([condition], False), ([condition, fluent], True)]:
        catalogue = make_catalogue({"coder": career_table(conditions=conditions)})
        view = view_of(Answers({"remote": "only"}), Prospects(catalogue))
        assert ("only for people fluent in a second language" in view.matches[0].clauses) == said
        careers = {"coder": career_table(conditions=conditions), "b": career_table(title="B")}
        view = view_of(Answers({"remote": "only"}), Prospects(make_catalogue(careers)))
        assert view.shown == (["b"] if said else ["b", "coder"])
        who = "Medical coder, for people fluent in a second language"
        assert view.notes == [f"On this list for some people only: {who}."] * said


def test_who_says_that_they_are_one_of_them_starts_like_anybody() -> None:
    tongue = {"field": "tongues", "called": "fluency in tongues", "level": "none"}
    condition = {"what": "Fluency", "source": "guide", "only_who": "people fluent in tongues"}
    route = career_table()["routes"][0]
    careers = {
        "voice": career_table(
            title="Voice",
            conditions=[condition | {"only_who_holds": "tongue"}],
            routes=[route | {"from": ["tongue"]}, route],
        ),
        "clerk": career_table(title="Clerk"),
    }
    catalogue = make_catalogue(careers, degrees={"tongue": tongue})
    for holds, shown in (((), ["clerk"]), (("tongue",), ["voice", "clerk"])):
        answers = Answers({"remote": "only"}, holds=holds)
        view = view_of(answers, Prospects(catalogue, answers))
        assert view.shown == shown
    voice = view.matches[0]
    assert "builds on your fluency in tongues" in voice.clauses
    assert not [clause for clause in voice.clauses if "only for" in clause]
    assert view.person.text == ("from a high-school diploma or equivalent, with fluency in tongues")


def test_where_ones_own_work_stands_is_told_and_what_it_pays() -> None:
    never = {"level": 0, "entry": 0, "why": "w", "source": "guide"}
    careers = {f"c-{i}": career_table(title=f"C {i}") for i in range(3)}
    own = career_table(title="Own", remote=never)
    answers = Answers({"remote": "only", "patient_contact": "none"}, worked={"own": 24})
    prospects = Prospects(make_catalogue({**careers, "own": own}), answers)
    assert view_of(answers, prospects).notes == [
        "Your own work: Own is number 4 (weak: misses work from home, pays $50,250)."
    ]
    alone = Prospects(make_catalogue({"own": own}), answers)
    assert view_of(answers, alone).notes == []


def test_how_much_longer_than_one_has_is_told() -> None:
    routes = [career_table()["routes"][0] | {"months": [4, 9]}]
    prospects = Prospects(make_catalogue({"coder": career_table(routes=routes)}))
    told = {
        budget: view_of(Answers({"schooling": budget}), prospects).matches[0].clauses
        for budget in (2, 4, 9)
    }
    assert "2 months longer than you have" in told[2]
    assert "it can take up to 9 months" in told[4]
    assert not [clause for clause in told[9] if "longer" in clause or "can take" in clause]


def test_who_is_passed_over_is_told() -> None:
    far = {f"far-{i}": career_table(title=f"Far {i}") for i in range(3)}
    never = {"level": 0, "entry": 0, "why": "w", "source": "guide"}
    rich = dict.fromkeys(("p10", "p25", "median", "p75", "p90"), 90_000)
    coder = career_table(salary=career_table()["salary"] | rich)
    wants: dict[str, Any] = {"remote": "hybrid", "patient_contact": "none", "salary": 64_000}
    answers = Answers(wants)
    careers = {"coder": coder, **far, "no": career_table(title="No", remote=never)}
    prospects = Prospects(make_catalogue(careers))
    view = view_of(answers, prospects)
    assert view.shown == ["coder"]
    assert len(view.matches) == 5
    assert view.notes == [
        "Near the top and not shown: Far 0 (partial: misses salary), "
        "Far 1 (partial: misses salary) and Far 2 (partial: misses salary); "
        "--top 5 shows the first 5 as they are."
    ]
    assert view_of(answers, prospects, top=4).shown == ["coder", "far-0", "far-1", "far-2"]


def test_the_places_that_are_shared_with_careers_not_shown_are_told() -> None:
    careers = {f"c-{i}": career_table(title=f"Career {i}") for i in range(7)}
    first = career_table(title="First", remote=None)
    prospects = Prospects(make_catalogue({**careers, "first": first}))
    text = view_of(Answers({"patient_contact": "none"}), prospects, top=5).ties
    assert text == ""
    worse = {"level": 1, "why": "w", "source": "guide"}
    careers = {id: table | {"patient_contact": worse} for id, table in careers.items()}
    prospects = Prospects(make_catalogue({**careers, "first": first}))
    text = view_of(Answers({"patient_contact": "none"}), prospects, top=5).ties
    assert text.endswith("3 more careers fit as well as Career 3.")
