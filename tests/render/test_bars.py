from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.render.bars import (
    Bar,
    Kind,
    fit_bar,
    pay_bar,
    pay_legend,
    pay_scale,
    timeline,
)
from careeradvisor.render.screen import Screen

UNICODE, ASCII, PLAIN = Screen(), Screen(unicode=False), Screen(plain=True)
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


class TestPayBar:
    def test_all_percentiles(self) -> None:
        assert str(pay_bar(UNICODE, FULL, 21)) == "├────━━━━━●━━━━━────┤"
        assert str(pay_bar(ASCII, FULL, 21)) == "|----=====o=====----|"

    def test_on_a_wider_scale(self) -> None:
        assert str(pay_bar(UNICODE, FULL, 21, (0, 100_000))) == "  ├─━━●━━─┤          "

    def test_target(self) -> None:
        assert str(pay_bar(UNICODE, FULL, 21, target=45_000)) == "├────━━━━━●━━━━━──◆─┤"
        assert str(pay_bar(ASCII, FULL, 21, target=45_000)) == "|----=====o=====--X-|"

    def test_target_at_the_median_is_a_sign_of_its_own(self) -> None:
        assert str(pay_bar(UNICODE, FULL, 21, target=30_000)) == "├────━━━━━◈━━━━━────┤"

    def test_target_beyond_the_pay_widens_the_scale(self) -> None:
        assert str(pay_bar(ASCII, FULL, 21, target=90_000)) == "|-===o===-|         X"

    def test_target_beyond_a_given_scale_stands_at_its_end(self) -> None:
        assert str(pay_bar(ASCII, FULL, 21, (10_000, 50_000), 99_000))[-1] == "X"
        assert str(pay_bar(ASCII, FULL, 21, (10_000, 50_000), 1))[0] == "X"

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
        assert str(pay_bar(ASCII, pay, 19)) == drawn

    def test_nothing_known_or_plain_is_empty(self) -> None:
        assert not pay_bar(UNICODE, (None,) * 5, 20)
        assert not pay_bar(PLAIN, FULL, 20)
        assert not pay_bar(UNICODE, FULL, 2)

    @given(percentiles, widths, st.none() | st.integers(0, 500_000), st.booleans())
    def test_always_of_the_width_asked_for(
        self, pay: list[int | None], width: int, target: int | None, unicode: bool
    ) -> None:
        bar = pay_bar(UNICODE if unicode else ASCII, pay, width, target=target)
        assert len(str(bar)) == (width if any(a is not None for a in pay) else 0)
        if bar and target is not None:
            assert ("◆" in str(bar)) + ("◈" in str(bar)) + ("X" in str(bar)) + (
                "@" in str(bar)
            ) == 1

    @given(percentiles.filter(lambda pay: pay[2] is not None), widths)
    def test_the_median_is_always_to_be_seen(self, pay: list[int | None], width: int) -> None:
        assert str(pay_bar(ASCII, pay, width)).count("o") == 1

    def test_one_scale_for_several(self) -> None:
        other = (20_000, None, 90_000, None, 100_000)
        assert pay_scale([FULL, other]) == (10_000, 100_000)
        assert pay_scale([FULL], 5_000) == (5_000, 50_000)
        assert pay_scale([(None,) * 5], 5_000) == (0, 0)

    def test_an_open_end_has_room_for_its_arrow(self) -> None:
        low, high = pay_scale([(None, None, 50_000, None, None)])
        assert low < 50_000 < high

    def test_legend(self) -> None:
        assert pay_legend(PLAIN, target=True) == ""
        assert "your target" in pay_legend(UNICODE, target=True)
        assert "your target" not in pay_legend(UNICODE)
        assert pay_legend(ASCII, target=True).isascii()
        assert len(pay_legend(UNICODE, target=True)) <= 78


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
        assert str(fit_bar(ASCII, fit, 8)) == drawn

    def test_unicode(self) -> None:
        assert str(fit_bar(UNICODE, 0.3, 10)) == "███░░░░░░░"

    @given(st.floats(-1, 2), st.integers(1, 40))
    def test_width_and_growth(self, fit: float, width: int) -> None:
        assert len(str(fit_bar(UNICODE, fit, width))) == width
        more = str(fit_bar(UNICODE, fit + 0.1, width))
        assert more.count("█") >= str(fit_bar(UNICODE, fit, width)).count("█")

    def test_plain_is_empty(self) -> None:
        assert not fit_bar(PLAIN, 0.5)


class TestTimeline:
    def test_shares(self) -> None:
        stages: list[tuple[Kind, int]] = [
            ("study", 30),
            ("work", 30),
            ("training", 20),
            ("role", 40),
        ]
        assert str(timeline(ASCII, stages, 12)) == "...+++%%####"
        assert str(timeline(UNICODE, stages, 12)) == "░░░▒▒▒▓▓████"

    def test_a_short_stage_is_still_there(self) -> None:
        assert str(timeline(ASCII, [("study", 1), ("role", 119)], 10)) == ".#########"

    def test_stages_of_no_length_are_not(self) -> None:
        assert str(timeline(ASCII, [("study", 0), ("role", 120)], 5)) == "#####"

    @given(
        st.lists(
            st.tuples(st.sampled_from(["study", "work", "role"]), st.integers(0, 120)), max_size=6
        ),
        st.integers(1, 80),
    )
    def test_width(self, stages: list[tuple[Kind, int]], width: int) -> None:
        lasting = [stage for stage in stages if stage[1]]
        bar = str(timeline(ASCII, stages, width))
        assert len(bar) == (width if 0 < len(lasting) <= width else 0)

    def test_plain_is_empty(self) -> None:
        assert not timeline(PLAIN, [("role", 5)], 10)


def test_a_bar_on_a_screen_and_for_rich() -> None:
    bar = Bar((("a", "accent"), ("b", "")))
    assert bar.on(Screen(colour=True)) == "\x1b[36ma\x1b[0mb"
    assert bar.on(Screen()) == "ab"
    assert bar.rich().plain == "ab"
