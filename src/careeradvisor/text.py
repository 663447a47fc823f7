"""Making any string safe to put on a screen or in a file.

Names, file paths and a catalogue's own words are data. Printed as they are, an
escape sequence in them could recolour the screen, retitle the window or hide
what follows. Everything that leaves the program goes through here first.
"""

from __future__ import annotations

from collections.abc import Iterable

# Printable for Python, yet drawn as nothing or glued to the letter before: joiners, fillers,
# variation selectors. They make two names look the same.
INVISIBLE = frozenset(
    chr(code)
    for code in (
        0x034F,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180C,
        0x180D,
        0x180F,
        0x2800,
        0x3164,
        0xFFA0,
        *range(0xFE00, 0xFE10),
        *range(0xE0100, 0xE01F0),
    )
)
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def listed(items: Iterable[str], last: str = "and") -> str:
    """Items as in a sentence: "a, b and c"."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def is_clean(text: str) -> bool:
    """Say whether every character of ``text`` is visible or an ordinary space.

    Quick rather than exact: ``False`` may also mean a harmless rarity such as a
    no-break space; ask :func:`is_hidden` about each character then.
    """
    return text.isprintable() and (text.isascii() or INVISIBLE.isdisjoint(text))


def is_hidden(char: str) -> bool:
    """Say whether one character is a control, format, private or otherwise invisible one."""
    if char.isprintable():
        return char in INVISIBLE
    # Not at the top: the module costs 3 ms, and clean text never comes here.
    import unicodedata

    category = unicodedata.category(char)
    if category in _HIDDEN_CATEGORIES or char in INVISIBLE:
        return True
    # Unassigned may be next year's letter, except where Unicode keeps the place for invisible ones.
    code = ord(char)
    return category == "Cn" and (
        code & 0xFFFE == 0xFFFE
        or 0xFFF0 <= code <= 0xFFF8
        or code == 0x2065
        or 0xE0000 <= code <= 0xE0FFF
    )


def code_name(char: str) -> str:
    """Write a character as its code point, such as ``U+202E``."""
    return f"U+{ord(char):04X}"


def plain(text: str, *, newlines: bool = False) -> str:
    r"""Make ``text`` safe to print: what cannot be seen is written out, as ``\x1b`` or ``\u202e``.

    Tabs become spaces. Line ends are written out too, unless ``newlines`` keeps
    them (``\r\n`` and ``\r`` then count as ``\n``).
    """
    if is_clean(text):
        return text
    if newlines:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return "\n".join(plain(line) for line in text.split("\n"))
    return "".join(_shown(char) for char in text)


def one_line(text: str) -> str:
    """Make ``text`` safe to print on one line: runs of white space become one space."""
    return plain(" ".join(text.split()))


def shorten(text: str, width: int, *, ellipsis: str = "…") -> str:
    """Cut ``text``, made one safe line, to at most ``width`` characters, with ``ellipsis`` if cut.

    A cut falls between words where that loses no more than a third of the width.
    """
    # Whatever lies far behind the cut need not be cleaned: a megabyte of it costs nothing.
    line = one_line(text[: 4 * max(width, 0) + 200])
    if len(line) <= width and len(text) <= 4 * width + 200:
        return line
    room = width - len(ellipsis)
    if room <= 0:
        return ellipsis[: max(width, 0)]
    cut = line[:room]
    if line[room : room + 1] not in ("", " "):
        space = cut.rfind(" ")
        if space > 0 and space >= room * 2 // 3:
            cut = cut[:space]
    return cut.rstrip() + ellipsis


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    if not is_hidden(char):
        return char
    code = ord(char)
    if char == "\n":
        return "\\n"
    if char == "\r":
        return "\\r"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
