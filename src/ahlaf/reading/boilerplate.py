"""What stands around an article without being part of it, told by cue lists and by the shape of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache

from ahlaf.codebook import package_table
from ahlaf.language import tokenize
from ahlaf.reading.lines import CUE_LINE_WORDS, Line, is_address, is_empty_of_words, is_paragraph, line_date

Words = tuple[str, ...]


class CueKind(StrEnum):
    """What a cue opens or is: another block, a line of its own, a notice of the site's."""

    HEADING = "heading"
    LINE = "line"
    NOTICE = "notice"


class CueMatch(StrEnum):
    """How much of a line a cue must be."""

    EXACT = "exact"
    STARTS = "starts"
    CONTAINS = "contains"


class Label(Enum):
    """What a line looks like by itself."""

    PARAGRAPH = 1
    SHORT = 2
    LINE = 3
    HEADING = 4
    NOTICE = 5


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency found in a line: the name that goes on record, and the number of words that name it."""

    publisher: str
    words: int


@cache
def _cues() -> Mapping[tuple[CueKind, CueMatch], frozenset[Words]]:
    found: dict[tuple[CueKind, CueMatch], set[Words]] = {}
    for row in package_table("ahlaf.reading", "data/boilerplate.csv", ("kind", "match", "form", "lang")):
        found.setdefault((CueKind(row["kind"]), CueMatch(row["match"])), set()).add(_words(row["form"]))
    return {key: frozenset(forms) for key, forms in found.items()}


@cache
def _agencies() -> Mapping[Words, str]:
    rows = package_table("ahlaf.reading", "data/agencies.csv", ("form", "publisher", "lang"))
    return {_words(row["form"]): row["publisher"] for row in rows}


def _words(form: str) -> Words:
    return tuple(token.normal for token in tokenize(form) if token.is_word)


def label(line: Line) -> Label:
    """Say what a line looks like: a heading, button or notice by the cue lists, a paragraph, or just a short line."""
    words = line.words
    for kind, result in ((CueKind.HEADING, Label.HEADING), (CueKind.LINE, Label.LINE)):
        if _has_cue(words, kind, CueMatch.EXACT):
            return result
        if len(words) <= CUE_LINE_WORDS and not is_paragraph(line) and _has_cue(words, kind, CueMatch.STARTS):
            return result
    if _has_cue(words, CueKind.NOTICE, CueMatch.CONTAINS):
        return Label.NOTICE
    if is_address(line) or is_empty_of_words(line) or is_byline(line) or _is_date_line(line):
        return Label.LINE
    return Label.PARAGRAPH if is_paragraph(line) else Label.SHORT


def _has_cue(words: Words, kind: CueKind, match: CueMatch) -> bool:
    cues = _cues().get((kind, match), frozenset())
    if match is CueMatch.EXACT:
        return words in cues
    starts = range(1) if match is CueMatch.STARTS else range(len(words))
    longest = max(map(len, cues), default=0)
    return any(words[i : i + n] in cues for i in starts for n in range(1, longest + 1))


def find_agency(words: Words) -> Agency | None:
    """Return the first news agency that `words` name, the longest name first."""
    agencies = _agencies()
    longest = max(map(len, agencies))
    for start in range(len(words)):
        for length in range(min(longest, len(words) - start), 0, -1):
            name = agencies.get(words[start : start + length])
            if name:
                return Agency(name, length)
    return None


def is_byline(line: Line) -> bool:
    """Say whether a line names one or more news agencies and nothing else: «رويترز», "(AP)"."""
    words = line.words
    while words:
        agency = find_agency(words[:4])
        if agency is None or words[: agency.words] not in _agencies():
            return False
        words = words[agency.words :]
    return bool(line.words)


def _is_date_line(line: Line) -> bool:
    return line_date(line) is not None and find_agency(line.words) is None


def article_lines(lines: Sequence[Line], titles: frozenset[int]) -> frozenset[int]:
    """Return the numbers of the lines that are the article's, none of them in `titles`.

    Lines of the cue lists fall out wherever they stand; a heading of another block takes along what follows it until
    the next paragraph. At the head and the tail, where no paragraph stands before or after, all that lies outside
    the outermost cue or title falls out too.
    """
    labels = [label(line) for line in lines]
    dropped = set(titles) | {i for i, found in enumerate(labels) if found is Label.LINE}
    _drop_blocks(labels, dropped)
    paragraphs = [i for i, found in enumerate(labels) if found is Label.PARAGRAPH and i not in dropped]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(lines) - 1)
    dropped |= {i for i, found in enumerate(labels) if found is Label.NOTICE and not first <= i <= last}
    if paragraphs:
        head = [i for i in range(first) if i in dropped and (i in titles or labels[i] is not Label.NOTICE)]
        dropped |= set(range(max(head, default=-1) + 1))
        tail = [i for i in range(last + 1, len(lines)) if i in dropped]
        dropped |= set(range(min(tail, default=len(lines)), len(lines)))
        _drop_site_name(lines, labels, last, dropped)
    return frozenset(range(len(lines))) - dropped


def _drop_blocks(labels: Sequence[Label], dropped: set[int]) -> None:
    """Headings of other blocks, each with the lines up to the next paragraph."""
    inside = False
    for i, found in enumerate(labels):
        if found is Label.HEADING:
            inside = True
        elif found is Label.PARAGRAPH:
            inside = False
        if inside:
            dropped.add(i)


# A site's name in the line above its address is no longer than this.
_SITE_NAME_WORDS = 4


def _drop_site_name(lines: Sequence[Line], labels: Sequence[Label], last: int, dropped: set[int]) -> None:
    for i in range(last + 1, len(lines) - 1):
        if labels[i] is Label.SHORT and len(lines[i].words) <= _SITE_NAME_WORDS and is_address(lines[i + 1]):
            dropped.add(i)
