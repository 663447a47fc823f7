"""data/wages: one table a state, one by industry, and the names of areas and industries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from careeradvisor.catalogue.areas import AREAS, STATES
from careeradvisor.catalogue.wages import ALL_OCCUPATIONS, INDUSTRIES, NAMES, NATION

HEADER = "soc,{},p10,p25,p50,p75,p90,employment,rse"
FIPS = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT",
    "10": "DE", "11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL",
    "18": "IN", "19": "IA", "20": "KS", "21": "KY", "22": "LA", "23": "ME", "24": "MD",
    "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT", "31": "NE",
    "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND",
    "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD",
    "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA", "54": "WV",
    "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip
"""States by their FIPS codes."""

# The settings that are shown: industries that do not overlap, and what they are called.
INDUSTRY_NAMES = {
    "325400": "medicine manufacturers",
    "339100": "medical device manufacturers",
    "423400": "medical and professional equipment wholesalers",
    "456100": "pharmacies and health shops",
    "524114": "health and medical insurers",
    "524120": "other direct insurers",
    "541500": "computer services",
    "541600": "consulting firms",
    "541700": "research organizations",
    "541920": "photography services",
    "541940": "veterinary practices",
    "551100": "head offices of companies",
    "561300": "employment and staffing agencies",
    "561400": "business support services",
    "611100": "schools",
    "611200": "community colleges",
    "611300": "colleges and universities",
    "621100": "physicians' offices",
    "621200": "dentists' offices",
    "621310": "chiropractors' offices",
    "621320": "optometrists' offices",
    "621330": "mental health practitioners' offices",
    "621340": "offices of physical occupational and speech therapists",
    "621390": "offices of other health practitioners",
    "621400": "outpatient care centers",
    "621500": "medical and diagnostic laboratories",
    "621600": "home health care",
    "621910": "ambulance services",
    "621990": "other outpatient services",
    "622000": "hospitals",
    "623100": "nursing homes",
    "623200": "residential care for disability and mental health",
    "623300": "assisted living and retirement communities",
    "623900": "other residential care",
    "624100": "individual and family services",
    "624200": "food and housing and emergency relief",
    "624300": "vocational rehabilitation",
    "624400": "child care",
    "812900": "other personal services",
    "813100": "religious organizations",
    "813300": "advocacy organizations",
    "999100": "federal government",
    "999200": "state government outside schools and hospitals",
    "999300": "local government outside schools and hospitals",
}


class Row(NamedTuple):
    """Wages of one occupation in one place: dollars a year, people, percent; None: no figure.

    ``more`` marks percentiles that are published only as more than the highest class.
    """

    wages: tuple[int | None, int | None, int | None, int | None, int | None]
    employment: int | None
    rse: float | None
    more: tuple[bool, bool, bool, bool, bool] = (False,) * 5

    def cells(self) -> list[str]:
        """The figures as a table of the catalogue has them."""
        # Marks without any figure mean nothing: areas have them for badly paid work, too.
        marked = any(figure is not None for figure in self.wages)
        wages = [
            "+" if more and marked else _text(figure)
            for figure, more in zip(self.wages, self.more, strict=True)
        ]
        rse = "" if self.rse is None else f"{self.rse:.1f}"
        return [*wages, _text(self.employment), rse]


class Oews(NamedTuple):
    """What one edition of the survey publishes.

    ``areas`` maps codes to states (the main one first) and name; ``wages`` and ``industries``
    map (place or industry, SOC code) to figures.
    """

    year: int
    areas: Mapping[str, tuple[tuple[str, ...], str]]
    wages: Mapping[tuple[str, str], Row]
    industries: Mapping[tuple[str, str], Row]


def wage_tables(oews: Oews, wanted: Collection[str]) -> dict[str, str]:
    """Return the texts of all tables by file name, with the wanted SOC codes."""
    lines: dict[str, list[tuple[bool, str, str, str]]] = {state: [] for state in STATES}
    lines[NATION] = []
    for (place, soc), row in oews.wages.items():
        whole = place in STATES or place == NATION
        if soc == ALL_OCCUPATIONS and whole:
            pass
        elif soc not in wanted or place == NATION:
            continue
        state = place if whole else oews.areas[place][0][0]
        lines[state].append((not whole, place, soc, ",".join([soc, place, *row.cells()])))
    tables = {
        f"{state}.csv": _table("area", (line[-1] for line in sorted(found)))
        for state, found in lines.items()
    }
    industries = [
        (industry, soc, ",".join([soc, industry, *row.cells()]))
        for (industry, soc), row in oews.industries.items()
        if industry in INDUSTRY_NAMES and soc in wanted
    ]
    tables[INDUSTRIES] = _table("industry", (line[-1] for line in sorted(industries)))
    names = [f"{code},{name}" for code, name in sorted(INDUSTRY_NAMES.items())]
    tables[NAMES] = "\n".join(["industry,name", *names]) + "\n"
    areas = [
        f"{code},{'-'.join(states)},{name}" for code, (states, name) in sorted(oews.areas.items())
    ]
    tables[AREAS] = "\n".join(["area,states,name", *areas]) + "\n"
    return tables


def area_entry(name: str, main: str) -> tuple[tuple[str, ...], str]:
    """Split "Omaha, NE-IA" into its states, the main one first, and its name.

    Other areas have no states in their names: they lie in the main one.
    """
    city, comma, states = name.rpartition(", ")
    if not comma:
        return (main,), name
    others = [state for state in states.split("-") if state != main]
    return (main, *others), city


def area_code(code: str) -> str:
    """Metropolitan areas have codes of five digits, others of seven, as in BLS's workbooks."""
    number = int(code)
    return f"{number:05}" if number < 100_000 else f"{number:07}"


def industry_code(code: str) -> str:
    """A sector is known by its first two digits: 62--63 is 62, health care."""
    return code.partition("--")[0]


def compared(old: str, new: str) -> str:
    """How much of a table has changed, in a few words."""
    before, after = _by_key(old), _by_key(new)
    added, removed = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    changed = sum(before[key] != after[key] for key in before.keys() & after.keys())
    return f"{len(after):,} lines; {changed:,} changed, {added:,} added, {removed:,} removed"


def _table(place: str, lines: Iterable[str]) -> str:
    return "\n".join([HEADER.format(place), *lines]) + "\n"


def _by_key(text: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    rows = (tuple(line.split(",")) for line in text.splitlines()[1:])
    return {row[:2]: row[2:] for row in rows}


def _text(figure: int | None) -> str:
    return "" if figure is None else str(figure)
