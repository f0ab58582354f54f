"""What stands around an article without being part of it, told by cue lists and by the shape of lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache

from ahlaf.codebook import package_table
from ahlaf.language import tokenize
from ahlaf.reading.lines import CUE_LINE_WORDS, Line, is_address, is_empty_of_words, is_paragraph, line_date

Words = tuple[str, ...]
# A cue at the beginning of a line, with its colon, has no more words and marks than this.
_OPENING = 8


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
    EMPTY = 6
    DATE = 7


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency found in a line: the name that goes on record, and the number of words that name it."""

    publisher: str
    words: int


@cache
def _cues() -> Mapping[tuple[CueKind, CueMatch], Mapping[str, tuple[Words, ...]]]:
    """The cues of each kind by their first words."""
    found: dict[tuple[CueKind, CueMatch], dict[str, tuple[Words, ...]]] = {}
    for row in package_table("ahlaf.reading", "data/boilerplate.csv", ("kind", "match", "form", "lang")):
        cue = _words(row["form"], colon=True)
        begun = found.setdefault((CueKind(row["kind"]), CueMatch(row["match"])), {})
        begun[cue[0]] = (*begun.get(cue[0], ()), cue)
    return found


@cache
def _agencies() -> Mapping[Words, str]:
    rows = package_table("ahlaf.reading", "data/agencies.csv", ("form", "publisher", "lang"))
    return {_words(row["form"]): row["publisher"] for row in rows}


def _words(form: str, *, colon: bool = False) -> Words:
    return tuple(token.normal for token in tokenize(form) if token.is_word or (colon and token.text == ":"))


def label(line: Line) -> Label:
    """Say what a line looks like: a heading, button or notice by the cue lists, a paragraph, or just a short line."""
    words = line.words
    opening = tuple(token.normal for token in line.tokens[:_OPENING] if token.is_word or token.text == ":")
    # "Read more: Ministers meet in Cairo" names the other story itself, and what follows is the article again.
    heading = Label.LINE if re.search(r":.*\w", line.text) else Label.HEADING
    for kind, result in ((CueKind.HEADING, heading), (CueKind.LINE, Label.LINE)):
        if _has_cue(words, kind, CueMatch.EXACT):
            return result
        if len(words) > CUE_LINE_WORDS or is_paragraph(line):
            continue
        if _has_cue(words, kind, CueMatch.STARTS) or _has_cue(opening, kind, CueMatch.STARTS):
            return result
    if _has_cue(words, CueKind.NOTICE, CueMatch.CONTAINS):
        return Label.NOTICE
    if is_empty_of_words(line):
        return Label.EMPTY
    if is_address(line) or is_byline(line):
        return Label.LINE
    if _is_date_line(line):
        return Label.DATE
    return Label.PARAGRAPH if is_paragraph(line) else Label.SHORT


def _has_cue(words: Words, kind: CueKind, match: CueMatch) -> bool:
    cues = _cues().get((kind, match), {})
    for i, word in enumerate(words):
        for cue in cues.get(word, ()):
            if words == cue if match is CueMatch.EXACT else words[i : i + len(cue)] == cue:
                return True
        if match is not CueMatch.CONTAINS:
            return False
    return False


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


def article_lines(
    lines: Sequence[Line], titles: frozenset[int], *, linked: frozenset[int] = frozenset(), main: bool = False
) -> frozenset[int]:
    """Return the numbers of the lines that are the article's, none of them in `titles`.

    Lines of the cue lists fall out wherever they stand; a heading of another block takes along what follows it until
    the next paragraph. So do lines that are `linked` from end to end, but for a sentence between paragraphs and for a
    word in a table. Where the lines are the `main` content of a page, numbers stay, and so do dates between
    paragraphs. In a plain text, at the head and the tail, where no paragraph stands before or after, all that lies
    outside the outermost cue or title falls out too.
    """
    labels = [label(line) for line in lines]
    odd = (Label.LINE,) if main else (Label.LINE, Label.EMPTY, Label.DATE)
    dropped = set(titles) | {i for i, found in enumerate(labels) if found in odd}
    dropped |= {i for i in linked if labels[i] is not Label.PARAGRAPH and _is_title_of_another(lines, linked, i)}
    _drop_blocks(labels, dropped)
    paragraphs = [i for i, found in enumerate(labels) if found is Label.PARAGRAPH and i not in dropped | linked]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(lines) - 1)
    outer = {i for i in range(len(lines)) if not first <= i <= last}
    dropped |= {i for i in outer if labels[i] in (Label.NOTICE, Label.DATE) or (paragraphs and i in linked)}
    if paragraphs:
        head = [i for i in range(first) if i in dropped and (i in titles or not (main or labels[i] is Label.NOTICE))]
        dropped |= set(range(max(head, default=-1) + 1))
        if not main:
            dropped |= set(range(min((i for i in outer & dropped if i > last), default=len(lines)), len(lines)))
        _drop_site_name(lines, labels, last, dropped)
    return frozenset(range(len(lines))) - dropped


# A line that is a link from end to end and has so many words is the title of another story.
_LINKED_TITLE_WORDS = 3


def _is_title_of_another(lines: Sequence[Line], linked: frozenset[int], i: int) -> bool:
    return len(lines[i].words) >= _LINKED_TITLE_WORDS or i - 1 in linked or i + 1 in linked


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
