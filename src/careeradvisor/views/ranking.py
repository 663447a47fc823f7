"""A ranking for one person, in words: who stands where and why, how sure that is, what comes later.

Everything that is said is worded here, state by state; signs and layout are the writers'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.explain import state_of
from careeradvisor.matching.left_out import for_what, suggestions
from careeradvisor.matching.rank import VERDICTS
from careeradvisor.matching.shown import SHOWN, shown
from careeradvisor.profile.answers import Answer
from careeradvisor.prospects.pay import share_earning, share_of_part
from careeradvisor.text import listed
from careeradvisor.views import words
from careeradvisor.views.against import jobs_against, only_in
from careeradvisor.views.base import State, share
from careeradvisor.views.pay import PayView, pay_view
from careeradvisor.views.shared import PersonalView, about, made, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Excluded, Later, Match, Ranking
    from careeradvisor.matching.shown import ButOne, Shown
    from careeradvisor.prospects import Prospect

_NEARLY_EVERYONE, _HARDLY_ANYONE = 0.9, 0.1
# From two tenths to two tenths: a figure of a part of a group is no count of people.
_ROUGHLY = ("a few", "some", "about half", "most", "most")
_A_YEAR = 12
_STARTS = ("on site", "on site", "hybrid", "mostly from home", "from home")
_MOST_NAMED = 2
# A place further down is no near miss.
_NEAR = 20
_BUILDS_ON = {"step": "builds on your own work", "degree": "builds on your degree"}
# Half as much again as somebody has is more than tight.
_TIGHT = 1.4
_MOST_LEFT_OUT = 4
_MOST_STUDY_AFTER = 24


class WantView(Struct, frozen=True):
    """One thing that the person cares about; ``text`` is the answer in a few words.

    ``weight`` is its share of the fit; ``head`` its name in a table, ``label`` in a sentence.
    """

    key: str
    head: str
    label: str
    answer: Answer
    text: str
    must: bool
    weight: float


class CriterionView(Struct, frozen=True):
    """What a career offers on one thing that the person cares about.

    ``short`` is for a table's cell, ``reason`` a clause whose subject is the career. ``weight``
    times ``satisfaction`` is the ``contribution`` to the fit, 0 where nothing is known.
    """

    key: str
    head: str
    short: str
    state: State
    offered: str | int | float | None
    reason: str
    weight: float
    satisfaction: float | None
    contribution: float


class ReasonView(Struct, frozen=True):
    """Why a career misses a limit."""

    key: str
    reason: str


class ExcludedView(Struct, frozen=True):
    """A career that misses limits, and the place that it would have without them."""

    id: str
    title: str
    would_rank: int
    reasons: list[ReasonView]
    text: str


class LeftOutView(Struct, frozen=True):
    """A career that the person left out; ``reason`` is "" where none was given."""

    id: str
    title: str
    reason: str
    text: str


class LaterView(Struct, frozen=True):
    """A career that is reached by paid work in others first.

    ``months`` are the shortest and longest until full pay, ``work`` those of the paid work;
    ``in_reach`` says that this is done in a career that the person is in already,
    ``builds_on_own`` that their own work or degree counts for it.
    """

    id: str
    title: str
    via: list[str]
    months: tuple[int, int] | None
    work: int
    in_reach: bool
    builds_on_own: bool
    verdict: str
    fit: float
    text: str


class MatchView(Struct, frozen=True):
    """A career that the person could start.

    ``rank`` is its place in the list, ``place`` the one that it shares with ``tied_with``.
    ``clauses`` say what table cells do not: the weightiest first. ``notices`` are sentences on
    what is not known. ``moved`` are places gone up since the ranking before (negative: down),
    ``new`` whether it was not in that. ``same_study`` are titles of others that the same study
    leads to and that a page does not show beside it. ``months`` are the shortest and longest
    until full pay.
    """

    rank: int
    place: int
    tied_with: list[str]
    id: str
    title: str
    verdict: str
    verdict_if_known: str
    fit: float
    fit_if_known: float
    first_share: float
    here: bool
    usual: bool
    months: tuple[int, int] | None
    months_to_first_pay: int | None
    criteria: list[CriterionView]
    pay: PayView
    clauses: list[str]
    notices: list[str]
    then: list[str]
    same_study: list[str]
    fits: str
    costs: str
    beaten_by: str | None
    moved: int | None
    new: bool


class ChangeView(Struct, frozen=True):
    """A change of an answer that would put another career first: what it asks, what it gives."""

    criterion: str
    before: Answer | None
    after: Answer | None
    new_first: str
    asks: str
    gives: str
    text: str


class RelaxationView(Struct, frozen=True):
    """The limit whose loss brings most careers back, when none is left."""

    criterion: str
    before: Answer | None
    after: Answer | None
    brings_back: int
    first_back: str
    text: str


class RankingView(PersonalView, frozen=True, tag="careeradvisor/ranking-2"):
    """Everything that is said to one person about all careers.

    ``wants`` are in the order of importance, ``priorities`` what the person put in order.
    ``matches`` are careers that the person could start, ``shown`` the ids of those that a page
    shows, ``later`` those that paid work leads to,
    ``excluded`` those that miss a limit, ``rare`` how many stand in no list since hardly anyone
    gets in by the ways that are open; ``left_out`` those that the person does not want, and
    ``behind`` how many only paid work in these leads to. ``near_misses`` and ``ties`` are
    sentences. ``repeat`` is the command that gives this again.
    """

    wants: list[WantView]
    priorities: list[str]
    title: str
    counted: str
    of: int
    matches: list[MatchView]
    shown: list[str]
    later: list[LaterView]
    excluded: list[ExcludedView]
    rare: int
    left_out: list[LeftOutView]
    behind: int
    how_sure: str
    ties: str
    what_would_change: list[ChangeView]
    relaxation: RelaxationView | None
    near_misses: str
    notes: list[str]
    repeat: str | None


def ranking_view(
    advice: Advice,
    *,
    top: int | None = None,
    every: bool = False,
    before: Ranking | None = None,
    repeat: str | None = None,
) -> RankingView:
    """What is said to one person: of the careers that :func:`shown` picks, or of ``every`` one.

    With ``before``, what has moved since that ranking; ``repeat`` is the command that gives the
    ranking again; flags that take things back are only named with it.
    """
    ranking = advice.ranking
    catalogue = ranking.prospects.catalogue
    picked = shown(ranking, top)
    matches = ranking.matches if every else picked.matches
    places = {id(match): place for place, match in enumerate(ranking.matches, 1)}
    wants = want_views(ranking)
    order = [want.key for want in wants]
    relaxation = advice.relaxation
    moved = {} if before is None else moves(before, ranking)
    return made(
        RankingView(
            **about(catalogue, ranking.answers),
            wants=wants,
            priorities=list(ranking.answers.priorities),
            title=_title(ranking, picked),
            counted=_counted(ranking),
            of=len(ranking.matches),
            matches=[
                _match(advice, places[id(match)], match, order, moved, picked) for match in matches
            ],
            shown=[match.career.id for match in picked.matches],
            later=[_later(ranking, later) for later in ranking.later],
            excluded=[_excluded(excluded) for excluded in ranking.excluded],
            rare=len(ranking.rare),
            left_out=[_not_wanted(ranking, id) for id in _not_wanted_ids(ranking)],
            behind=len(ranking.behind),
            how_sure=advice.sureness.text,
            ties=_ties(ranking, picked.matches),
            what_would_change=[seen(ChangeView, change) for change in advice.changes],
            relaxation=None if relaxation is None else seen(RelaxationView, relaxation),
            near_misses=_near_misses(ranking),
            notes=[
                *_measures(ranking),
                *_you_are_here(ranking, picked),
                *_passed_over(picked),
                *_no_limit(picked),
                *_not_for_you(ranking, flags=repeat is not None),
                *_no_years(ranking),
                *_rare(ranking),
                *_elsewhere(ranking, picked.matches),
                *_gone(before, ranking, top or SHOWN),
            ],
            repeat=repeat,
        )
    )


def want_views(ranking: Ranking) -> list[WantView]:
    """What the person cares about, the most important first."""
    answers = ranking.answers
    return [
        seen(
            WantView,
            BY_KEY[key],
            answer=answers.wants[key],
            text=BY_KEY[key].wanted(answers.wants[key]),
            must=key in answers.must,
            weight=share(ranking.weights[key]),
        )
        for key in sorted(ranking.keys, key=lambda key: -ranking.weights[key])
    ]


def moves(before: Ranking, after: Ranking) -> Mapping[str, int | None]:
    """Places that each career has gone up (negative: down) from one ranking to the next.

    By career id; ``None`` for one that was not in the ranking before.
    """
    places = {match.career.id: place for place, match in enumerate(before.matches, 1)}
    return {
        match.career.id: places[match.career.id] - place if match.career.id in places else None
        for place, match in enumerate(after.matches, 1)
    }


def criteria_views(match: Match, order: Sequence[str]) -> list[CriterionView]:
    """What a career offers on each criterion, in an order of keys.

    Shown weights sum to 1 and contributions to the shown fit: what rounding leaves over goes to
    those that lost most by it.
    """
    ranking = match.ranking
    satisfactions = dict(zip(ranking.keys, match.satisfactions, strict=True))
    weights = _summing([ranking.weights[key] for key in order], 1.0)
    parts = [ranking.weights[key] * (satisfactions[key] or 0.0) for key in order]
    contributions = _summing(parts, match.fit)
    found = []
    for key, weight, contribution in zip(order, weights, contributions, strict=True):
        criterion, want = BY_KEY[key], ranking.answers.wants[key]
        s = satisfactions[key]
        found.append(
            CriterionView(
                key=key,
                head=criterion.head,
                short=criterion.short(match.prospect, want),
                state=criterion.state(match.prospect, want),
                offered=criterion.offered(match.prospect),
                reason=criterion.reason(match.prospect, want),
                weight=weight,
                satisfaction=None if s is None else share(s),
                contribution=contribution,
            )
        )
    return found


def left_out(match: Match) -> str:
    """Which limits a career misses and by how much."""
    wants = match.ranking.answers.wants
    return "; and ".join(
        BY_KEY[key].shortfall(match.prospect, wants[key]).replace("; ", ", ")
        for key in match.failed
    )


def _match(
    advice: Advice,
    rank: int,
    match: Match,
    order: Sequence[str],
    moved: Mapping[str, int | None],
    picked: Shown,
) -> MatchView:
    from careeradvisor.matching.explain import explain

    ranking, prospect = advice.ranking, match.prospect
    told = explain(match)
    shares = advice.sureness.shares
    better = advice.dominated.get(match.career.id)
    return MatchView(
        rank=rank,
        place=match.place,
        tied_with=[
            other.career.id
            for other in ranking.matches
            if match.tied and other.rank == match.rank and other is not match
        ],
        id=match.career.id,
        title=match.career.title,
        verdict=match.verdict,
        verdict_if_known=match.verdict_if_known,
        fit=share(match.fit),
        fit_if_known=share(match.fit_high),
        first_share=share(shares.get(match.career.id, 0.0)),
        here=prospect.here,
        usual=not prospect.not_usual,
        months=prospect.months,
        months_to_first_pay=None
        if prospect.pathway is None
        else prospect.pathway.months_to_first_pay,
        criteria=criteria_views(match, order),
        pay=pay_view(ranking.prospects, prospect),
        clauses=list(_clauses(match)),
        notices=list(_notices(match)),
        then=list(_then(ranking, match)),
        same_study=[m.career.title for m in picked.same_study.get(match.career.id, ())],
        fits=told.fits,
        costs=told.costs,
        beaten_by=better,
        moved=moved.get(match.career.id),
        new=match.career.id in moved and moved[match.career.id] is None,
    )


def _clauses(match: Match) -> Iterator[str]:
    """What the cells of a table leave out: pay, the way in, work from home."""
    prospect = match.prospect
    wants = match.ranking.answers.wants
    if prospect.here:
        yield "you are here"
    elif prospect.nearness in _BUILDS_ON:
        yield _builds_on(match)
    if "salary" in wants:
        yield from _pay_aside(prospect, wants["salary"])
    elif prospect.pay.part_median is not None:
        yield f"half earn {words.dollars(prospect.pay.part_median)} or more"
    if not prospect.here:
        yield from _way_aside(prospect, wants.get("schooling"))
        if wants.get("remote", "on-site") != "on-site":
            yield from _home_aside(prospect)
        if prospect.only_who:
            yield f"only for {prospect.only_who}"
        yield from jobs_against(prospect)
        if prospect.career.states and match.ranking.answers.state is None:
            yield only_in(prospect.career)


def _builds_on(match: Match) -> str:
    """What of the person's own a career builds on: work, a degree, or a language."""
    way, ranking = match.prospect.pathway, match.ranking
    degrees = ranking.prospects.catalogue.degrees
    starts = [] if way is None or way.route is None else way.route.start
    for start in starts:
        if start in ranking.answers.holds and start in degrees and degrees[start].called:
            return f"builds on your {degrees[start].called}"
    return _BUILDS_ON[match.prospect.nearness]


def _pay_aside(prospect: Prospect, target: Answer) -> Iterator[str]:
    assert isinstance(target, int)
    reached = share_earning(prospect.pay_points, target)
    if reached is None:
        return
    reached = share_of_part(reached, prospect.pay.position)
    exact = prospect.pay.position == "whole" and prospect.pay.scaled is None
    entry, median = prospect.pay.entry, prospect.pay.part_median
    less = ""
    if not prospect.here and entry is not None and median is not None and entry < target <= median:
        less = ", new people mostly less"
    if not exact:
        text = f"{_ROUGHLY[min(4, int(reached * 10) // 2)]} earn"
    elif reached >= _NEARLY_EVERYONE:
        text = "nearly everyone earns"
    elif reached <= _HARDLY_ANYONE:
        text = "hardly anyone earns"
    else:
        text = f"{reached * 100:.0f} in 100 earn"
    yield f"{'' if exact else 'by an estimate '}{text} your {words.dollars(target)}{less}"


def _way_aside(prospect: Prospect, budget: Answer | None) -> Iterator[str]:
    way, months = prospect.pathway, prospect.months
    if way is None or months is None:
        return
    shortest, longest = months
    if not isinstance(budget, int):
        yield f"{words.span(months)} until full pay" if longest else "no further study"
    elif shortest > budget:
        yield f"{_length(shortest - budget)} longer than you have"
    elif budget < longest:
        tight = f"tight: it can take {_length(longest)}"
        yield tight if longest <= _TIGHT * budget else f"it can take up to {_length(longest)}"
    if way.residency[1]:
        low, high = map(_length, way.residency)
        yield f"{low if low == high else f'{low} to {high}'} of it paid training"
    if way.training is not None and way.training.months[1]:
        yield f"paid training on the job, {words.span(way.training.months)}"
    if prospect.not_usual:
        yield "not the usual way in"
    yield from _by_own_work(prospect)


def _by_own_work(prospect: Prospect) -> Iterator[str]:
    """The usual way by more years in the person's own work, where that takes less than study."""
    if prospect.shortest is None:
        return
    own = [
        way.pathway.work
        for way in prospect.ways
        if way.how == "usual" and way.pathway is not None and way.pathway.work
        if way.pathway.months[0] < prospect.shortest
        if all(prospect.is_here(asked.career) for asked in way.pathway.asked if asked.missing)
    ]
    if own:
        yield f"or after {_length(min(own))} more in your own work"


def _home_aside(prospect: Prospect) -> Iterator[str]:
    remote = prospect.career.remote
    if remote is not None and remote.entry != remote.level:
        yield f"new people start {_STARTS[remote.entry]}"


def _notices(match: Match) -> Iterator[str]:
    """What is not known, and what that means for the fit."""
    if not match.unknown:
        return
    labels = listed([BY_KEY[key].label for key in match.unknown])
    text = f"Not known: {labels}."
    if match.verdict_if_known != match.verdict:
        text += f" If that is as you want it, this is a {match.verdict_if_known} fit."
    if match.unknown_musts:
        musts = listed([BY_KEY[key].label for key in match.unknown_musts])
        are = "is a must" if len(match.unknown_musts) == 1 else "are musts"
        text += f" Find out first: {musts} {are} of yours."
    yield text


def _then(ranking: Ranking, match: Match) -> Iterator[str]:
    """Titles of careers that paid work in this one leads to, with the time that takes.

    Those that its ladder names first, in its order. What they take besides that work counts from
    where the way into this career ends; what takes years more of study is another plan.
    """
    ladder = [step.to for step in match.career.ladder]
    found = [later.match for later in ranking.later if later.via[:1] == (match.career.id,)]
    for then in sorted(
        found, key=lambda m: ladder.index(m.career.id) if m.career.id in ladder else len(ladder)
    ):
        way, here = then.prospect.pathway, match.prospect.shortest or 0
        if way is not None:
            rest = way.months[0] - way.work - here
            study = f" and {_length(rest)} more of study" if rest > 0 else ""
            if rest <= _MOST_STUDY_AFTER:
                yield f"{then.career.title} after {_length(way.work)} of work{study}"


def _later(ranking: Ranking, later: Later) -> LaterView:
    match = later.match
    way = match.prospect.pathway
    work = 0 if way is None else way.work
    via = listed([words.career_title(ranking.prospects.catalogue, id) for id in later.via])
    rest = (later.months or (0, 0))[0] - work
    study = f" and {_length(rest)} of study and training" if rest > 0 else ""
    return LaterView(
        id=match.career.id,
        title=match.career.title,
        via=list(later.via),
        months=later.months,
        work=work,
        verdict=match.verdict,
        fit=share(match.fit),
        in_reach=bool(later.via) and ranking.prospects[later.via[0]].here,
        builds_on_own=match.prospect.nearness in _BUILDS_ON,
        text=f"after {_length(work)} as {via}{study}: {match.career.title}, a {match.verdict} fit",
    )


def _excluded(excluded: Excluded) -> ExcludedView:
    match = excluded.match
    wants = match.ranking.answers.wants
    labels = listed([BY_KEY[key].label for key in match.failed])
    limit = "limit" if len(match.failed) == 1 else "limits"
    would = f"number {excluded.would_rank} without your {limit} on {labels}"
    return ExcludedView(
        id=match.career.id,
        title=match.career.title,
        would_rank=excluded.would_rank,
        reasons=[
            ReasonView(key, BY_KEY[key].shortfall(match.prospect, wants[key]))
            for key in match.failed
        ],
        text=f"{match.career.title} ({would}): {left_out(match)}.",
    )


def _not_wanted_ids(ranking: Ranking) -> list[str]:
    """Careers that the person left out, in the order in which that was done."""
    return [id for id in ranking.answers.without if id in ranking.by_id]


def _not_wanted(ranking: Ranking, id: str) -> LeftOutView:
    reason = ranking.answers.without[id]
    title = ranking.by_id[id].career.title
    return LeftOutView(id, title, reason, f"{title}{for_what(reason)}")


def _not_for_you(ranking: Ranking, *, flags: bool) -> Iterator[str]:
    """What the person left out and, with ``flags``, what reasons that repeat ask for."""
    told = [_not_wanted(ranking, id).text for id in _not_wanted_ids(ranking)]
    if not told:
        return
    named = told if len(told) <= _MOST_LEFT_OUT else told[: _MOST_LEFT_OUT - 1]
    more = len(told) - len(named)
    text = f"You left out {listed([*named, *([f'{more} others'] if more else [])])}"
    if ranking.behind:
        count = len(ranking.behind)
        text += f", and with that {count} {'career' if count == 1 else 'careers'} to which only "
        text += f"work in {'it' if len(told) == 1 else 'these'} leads"
    yield f"{text}; --without none takes that back." if flags else f"{text}."
    for suggestion in suggestions(ranking) if flags else ():
        yield f"{suggestion.text} ({suggestion.flag})"


def _title(ranking: Ranking, picked: Shown) -> str:
    """What the list is called: it does not promise a fit that is not there."""
    first = ranking.first
    if first is None and ranking.left_out and not ranking.failing:
        return "You left out every career that you could start"
    if first is None:
        return "No career meets every must"
    if first.verdict in ("strong", "good"):
        fits = [match for match in picked.matches if match.verdict in ("strong", "good")]
        all_fit = len(fits) == len(picked.matches)
        return "Careers that fit you" if all_fit else "What fits you, and what comes closest"
    return "Nothing fits all you asked; these come closest"


def _counted(ranking: Ranking) -> str:
    """Of how many careers: "78 that your musts leave, pay in Texas"."""
    many = "career" if len(ranking.matches) == 1 else "careers"
    left = " that your musts leave" if ranking.failing else f" {many} with a way open to you"
    place = ranking.prospects.area
    return f"{len(ranking.matches)}{left}" + (f", pay in {place}" if place else "")


def _ties(ranking: Ranking, shown: Sequence[Match]) -> str:
    """What decides among equals, unless that is all that can be said of the first place."""
    tied = [m for m in shown if m.tied and m.place > 1 and not m.prospect.here]
    near = any(match.head_start > 0 for match in shown)
    start = "What is near to your own work or degree stands somewhat higher than its bar."
    if not tied:
        return start if near else ""
    more = [m for m in ranking.matches if m.rank == tied[-1].rank and m not in shown]
    if more and tied[-1].level:
        fits = "career fits" if len(more) == 1 else "careers fit"
        yet = f" {len(more)} more {fits} as well as {tied[-1].career.title}."
    else:
        yet = ""
    by = "nearness to your own work or degree, then openings a year, decide" if near else ""
    text = f"= fits equally well; among equals {by or 'openings a year decide'}."
    return f"{start} {text}{yet}" if near else f"{text}{yet}"


def _near_misses(ranking: Ranking) -> str:
    """The careers left out that would stand highest, in a sentence; empty without any."""
    if not ranking.excluded:
        return ""
    near = [e for e in ranking.excluded if e.would_rank <= _NEAR][:_MOST_NAMED]
    misses = "; ".join(
        f"{excluded.match.career.title} (would be number {excluded.would_rank}): "
        f"{left_out(excluded.match)}"
        for excluded in near
    )
    text = f"Your musts leave out {len(ranking.excluded)}."
    which = "Nearest misses" if len(near) > 1 else "Nearest miss"
    return f"{text} {which}: {misses}." if near else text


def _you_are_here(ranking: Ranking, picked: Shown) -> Iterator[str]:
    """Where the work that somebody has done stands, if no row says so."""
    for match in ranking.matches:
        if match.career.id in ranking.answers.worked and match not in picked.matches:
            median = match.prospect.pay.part_median
            pays = "" if median is None else f", pays {words.dollars(median)}"
            yield (
                f"Your own work: {match.career.title} is number {match.place} "
                f"({match.verdict}{_missed(match)}{pays})."
            )
            return


def _measures(ranking: Ranking) -> Iterator[str]:
    if "automation" in ranking.keys:
        yield (
            "AI: how much of the work language models could take part in, by the middle one of "
            "three studies; in brackets by the lowest and the highest."
        )


def _passed_over(picked: Shown) -> Iterator[str]:
    """Who would stand among the careers that are shown, and why they do not."""
    near = [b.match for b in picked.but_one]
    if near:
        told = listed([f"{b.match.career.title} ({_falls_short(b)})" for b in picked.but_one])
        yield f"On this list but for one answer: {told}."
    if picked.only_some:
        who = listed(f"{m.career.title}, for {m.prospect.only_who}" for m in picked.only_some[:1])
        yield f"On this list for some people only: {who}."
    if picked.steps:
        steps = listed([f"{m.career.title} ({m.verdict}{_missed(m)})" for m in picked.steps])
        yield f"From your own work or degree people go on to: {steps}."
    passed = [match for match in picked.passed_over if match not in (*near, *picked.steps)]
    if not passed:
        return
    named = passed if len(passed) <= _MOST_NAMED + 1 else passed[:_MOST_NAMED]
    titles = [f"{m.career.title} ({m.verdict}{_missed(m)})" for m in named]
    others = [f"{len(passed) - len(named)} others"] if len(passed) > len(named) else []
    names = listed([*titles, *others])
    yield f"Near the top and not shown: {names}; --top {SHOWN} shows the first {SHOWN} as they are."


def _falls_short(but_one: ButOne) -> str:
    match, criterion = but_one.match, BY_KEY[but_one.missed]
    if state_of(match, criterion.key) == "unknown":
        return f"{criterion.label} not known"
    offered = criterion.short(match.prospect, match.ranking.answers.wants[criterion.key])
    return f"{criterion.head.lower()}: {offered}"


def _missed(match: Match) -> str:
    """What a career does not even nearly meet, else what only nearly, after its word."""
    for state, verb in (("missed", "misses"), ("nearly", "nearly meets")):
        found = [BY_KEY[k].label for k in match.ranking.keys if state_of(match, k) == state]
        if found:
            return f": {verb} {listed(found)}"
    return ""


def _no_limit(picked: Shown) -> Iterator[str]:
    """Nobody should read past years of training because nothing was said on time."""
    long = picked.too_long
    if long:
        count = "1 career" if len(long) == 1 else f"{len(long)} careers"
        yield (
            f"You set no limit on study, so {count} that would take you more than "
            f"{picked.limit // _A_YEAR} years, such as {long[0].career.title}, "
            f"{'is' if len(long) == 1 else 'are'} not shown; a limit such as --schooling 12y "
            "brings them in."
        )


def _no_years(ranking: Ranking) -> Iterator[str]:
    """A licence is not years: told once for each (design 4.5b)."""
    for found in ranking.prospects.no_years:
        if found.career.id in ranking.answers.without:
            continue
        count = len(found.later)
        stand = "1 career stands" if count == 1 else f"{count} careers stand"
        yield (
            f"You gave no years as {found.career.title}: {stand} under later; "
            f"--worked {found.career.id}={_flag(found.months)} counts them."
        )


def _rare(ranking: Ranking) -> Iterator[str]:
    if ranking.rare:
        count = len(ranking.rare)
        career = "1 career is" if count == 1 else f"{count} careers are"
        yield (
            f"{career} in no list: hardly anyone gets in by the ways that are open to you "
            f"(careeradvisor show {ranking.rare[0].career.id} --section ways)."
        )


def _elsewhere(ranking: Ranking, shown: Sequence[Match]) -> Iterator[str]:
    """What would stand among the careers shown and may not be practised where the person lives."""
    least = VERDICTS.index("good")
    missed = [
        m for m in ranking.elsewhere if m.level >= least and (not shown or m.rank <= shown[-1].rank)
    ]
    if missed:
        titles = listed([match.career.title for match in missed])
        text = f"In no list, since {missed[0].prospect.shut}: {titles}."
        yield text if len(missed) == 1 else text.replace("practice it", "practice them")


def _gone(before: Ranking | None, after: Ranking, top: int) -> Iterator[str]:
    """Which of the first ``top`` careers are no longer there, or that none has moved."""
    if before is None:
        return
    first = [match.career for match in before.matches[:top]]
    if not first:
        return
    if [career.id for career in first] == [match.career.id for match in after.matches[:top]]:
        yield "Your change moves none of these careers."
        return
    places = {match.career.id: place for place, match in enumerate(after.matches, 1)}
    gone = [
        f"{career.title} (now number {places[career.id]})"
        if career.id in places
        else f"{career.title} (now left out)"
        for career in first
        if places.get(career.id, top + 1) > top
    ]
    if gone:
        yield f"No longer among the first {top}: {', '.join(gone)}."


def _length(months: int) -> str:
    """A length of time, from a year on in years where these are even: "2.5 years"."""
    if months < _A_YEAR or months % (_A_YEAR // 2):
        return words.months(months)
    return "1 year" if months == _A_YEAR else f"{months / _A_YEAR:g} years"


def _flag(months: int) -> str:
    return f"{months}m" if months % _A_YEAR else f"{months // _A_YEAR}y"


def _summing(values: Sequence[float], total: float, places: int = 4) -> list[float]:
    """Values with few decimals that sum to ``total`` as it is shown (largest remainders)."""
    unit = 10**places
    exact = [value * unit for value in values]
    whole = [int(value) for value in exact]
    missing = round(round(total, places) * unit) - sum(whole)
    by_remainder = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in by_remainder[: max(0, missing)]:
        whole[i] += 1
    return [value / unit for value in whole]
