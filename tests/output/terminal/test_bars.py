from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.output.terminal.bars import FitBar, Kind, PayRange, Timeline, pay_scale
from careeradvisor.output.terminal.console import Screen, show

FULL = (10_000, 20_000, 30_000, 40_000, 50_000)

percentiles = (
    st.lists(st.integers(0, 400_000), min_size=5, max_size=5)
    .map(sorted)
    .flatmap(
        lambda amounts: st.lists(st.booleans(), min_size=5, max_size=5).map(
            lambda known: [a if k else None for a, k in zip(amounts, known, strict=True)]
        )
    )
)
widths = st.integers(3, 90)


def pay_bar(pay: Sequence[int | None], width: int, *more: Any, **named: Any) -> str:
    return PayRange(pay, *more, **named).text(width).plain


def fit_bar(fit: float, width: int) -> str:
    return FitBar(fit).text(width).plain


def timeline(stages: Iterable[tuple[Kind, int]], width: int) -> str:
    return Timeline(stages).text(width).plain


def in_ascii(text: str) -> str:
    return Screen(80, unicode=False).text(text)


class TestPayBar:
    def test_all_percentiles(self) -> None:
        assert pay_bar(FULL, 21) == "├────━━━━━●━━━━━────┤"
        assert in_ascii(pay_bar(FULL, 21)) == "|----=====o=====----|"

    def test_on_a_wider_scale(self) -> None:
        assert pay_bar(FULL, 21, (0, 100_000)) == "  ├─━━●━━─┤          "

    def test_target(self) -> None:
        assert pay_bar(FULL, 21, target=45_000) == "├────━━━━━●━━━━━──◆─┤"
        assert in_ascii(pay_bar(FULL, 21, target=45_000)) == "|----=====o=====--X-|"

    def test_target_at_the_median_is_a_sign_of_its_own(self) -> None:
        assert pay_bar(FULL, 21, target=30_000) == "├────━━━━━◈━━━━━────┤"

    def test_target_beyond_the_pay_widens_the_scale(self) -> None:
        assert in_ascii(pay_bar(FULL, 21, target=90_000)) == "|-===o===-|         X"

    def test_target_beyond_a_given_scale_stands_at_its_end(self) -> None:
        assert pay_bar(FULL, 21, (10_000, 50_000), 99_000)[-1] == "◆"
        assert pay_bar(FULL, 21, (10_000, 50_000), 1)[0] == "◆"

    @pytest.mark.parametrize(
        ("pay", "drawn"),
        [
            ((10_000, 20_000, 30_000, 40_000, None), "|----======o=====->"),
            ((None, 20_000, 30_000, 40_000, 50_000), "<======o=====-----|"),
            ((10_000, None, 30_000, None, 50_000), "|--------o--------|"),
            ((10_000, None, None, None, 50_000), "|-----------------|"),
            ((None, None, 30_000, None, None), "<--------o-------->"),
        ],
    )
    def test_missing_percentiles(self, pay: tuple[int | None, ...], drawn: str) -> None:
        assert in_ascii(pay_bar(pay, 19)) == drawn

    def test_nothing_known_or_plain_is_empty(self) -> None:
        assert not pay_bar((None,) * 5, 20)
        assert not pay_bar(FULL, 2)

    @given(percentiles, widths, st.none() | st.integers(0, 500_000))
    def test_always_of_the_width_asked_for(
        self, pay: list[int | None], width: int, target: int | None
    ) -> None:
        bar = pay_bar(pay, width, target=target)
        assert len(bar) == len(in_ascii(bar))
        assert len(bar) == (width if any(a is not None for a in pay) else 0)
        if bar and target is not None:
            assert ("◆" in bar) + ("◈" in bar) == 1

    @given(percentiles.filter(lambda pay: pay[2] is not None), widths)
    def test_the_median_is_always_to_be_seen(self, pay: list[int | None], width: int) -> None:
        assert pay_bar(pay, width).count("●") == 1

    def test_one_scale_for_several(self) -> None:
        other = (20_000, None, 90_000, None, 100_000)
        assert pay_scale([FULL, other]) == (10_000, 100_000)
        assert pay_scale([FULL], 5_000) == (5_000, 50_000)
        assert pay_scale([(None,) * 5], 5_000) == (0, 0)

    def test_an_open_end_has_room_for_its_arrow(self) -> None:
        low, high = pay_scale([(None, None, 50_000, None, None)])
        assert low < 50_000 < high


class TestFitBar:
    @pytest.mark.parametrize(
        ("fit", "drawn"),
        [
            (0, "........"),
            (0.5, "####...."),
            (1, "########"),
            (0.01, "#......."),
            (0.99, "#######."),
        ],
    )
    def test_share(self, fit: float, drawn: str) -> None:
        assert in_ascii(fit_bar(fit, 8)) == drawn

    def test_unicode(self) -> None:
        assert fit_bar(0.3, 10) == "███░░░░░░░"

    @given(st.floats(-1, 2), st.integers(1, 40))
    def test_width_and_growth(self, fit: float, width: int) -> None:
        assert len(fit_bar(fit, width)) == width
        more = fit_bar(fit + 0.1, width)
        assert more.count("█") >= fit_bar(fit, width).count("█")


class TestTimeline:
    def test_shares(self) -> None:
        stages: list[tuple[Kind, int]] = [
            ("study", 30),
            ("work", 30),
            ("training", 20),
            ("role", 40),
        ]
        assert in_ascii(timeline(stages, 12)) == "...+++%%####"
        assert timeline(stages, 12) == "░░░▒▒▒▓▓████"

    def test_a_short_stage_is_still_there(self) -> None:
        assert in_ascii(timeline([("study", 1), ("role", 119)], 10)) == ".#########"

    def test_stages_of_no_length_are_not(self) -> None:
        assert in_ascii(timeline([("study", 0), ("role", 120)], 5)) == "#####"

    @given(
        st.lists(
            st.tuples(st.sampled_from(["study", "work", "role"]), st.integers(0, 120)), max_size=6
        ),
        st.integers(1, 80),
    )
    def test_width(self, stages: list[tuple[Kind, int]], width: int) -> None:
        lasting = [stage for stage in stages if stage[1]]
        bar = timeline(stages, width)
        assert len(bar) == (width if lasting else 0)


def test_a_bar_takes_the_room_that_it_is_given_and_none_with_plain(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for bar in (FitBar(0.5), PayRange(FULL), Timeline([("study", 5), ("role", 9)])):
        for width in (20, 30, 80):
            show(Screen(width), bar)
            assert len(capsys.readouterr().out.rstrip("\n")) == min(width, bar.widest)
        show(Screen(80, plain=True), bar)
        assert capsys.readouterr().out == ""
