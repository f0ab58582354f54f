"""What the mark-up of a page says of its lines: which are links from end to end, and which are headlines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ahlaf.language import tokenize
from ahlaf.model import Span
from ahlaf.reading.lines import Line, squeeze

# A line of which links hold so much is a link.
_LINKED = 0.9
# A heading is the article's if it has so many words and holds so much of the page's title, or of its words.
_FEWEST_WORDS = 3
_SHARED = 0.5


def linked_lines(lines: Sequence[Line], links: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the lines that are links from end to end."""
    ends = [link.end for link in links]
    found = []
    for number, line in enumerate(lines):
        letters = linked = 0
        at = bisect_right(ends, line.span.start)
        while at < len(links) and links[at].start < line.span.end:
            start, end = max(links[at].start, line.span.start), min(links[at].end, line.span.end)
            linked += _letters(line.text[start - line.span.start : end - line.span.start])
            at += 1
        if linked:
            letters = _letters(line.text)
        if linked and linked >= _LINKED * letters:
            found.append(number)
    return frozenset(found)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def headlines(text: str, headings: Sequence[Span], named: str | None) -> tuple[str, ...]:
    """Return the headings of first rank that are the article's, not the site's name.

    `headings` begin with the page's title, which holds a headline for the most part, or `named`, the title in the
    page's metadata, shares most of its words.
    """
    texts = [heading.of(text).strip() for heading in headings]
    whole = squeeze(texts[0]).letters if texts else ""
    words = _words(named or "")
    found = []
    for heading in dict.fromkeys(texts[1:]):
        if "\n" in heading or len(heading.split()) < _FEWEST_WORDS:
            continue
        letters, own = squeeze(heading).letters, _words(heading)
        within = letters in whole and len(letters) >= _SHARED * len(whole)
        if within or len(own & words) >= max(_SHARED * max(len(own), len(words)), 1):
            found.append(heading)
    return tuple(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(token.normal for token in tokenize(text) if token.is_word)
