"""What stops it: "these ties, and only these"."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.model import Answer, BlockingSet, BlockingSets, Deficit, Pair
from ahlaf.report.words import Words

MOST_TOLD = 4
"""So many sets are told one by one; the page has a table of more, and the JSON all that were listed."""

_MOST_PAIRS = 10
_MOST_NAMED = 6


def blocking_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say the first blocking sets, how many there are, what touches them all, and for whom no tie is to blame."""
    blocking, red_lines = answer.blocking, frozenset(answer.verdict.red_lines)
    said: list[str] = []
    if blocking.basis == "worst_known":
        said.append(words.say("blocking.worst"))
    if blocking.basis == "worst":
        said.append(words.say("blocking.worst_assumed"))
    said += (_set_sentence(found, red_lines, words) for found in blocking.sets[:MOST_TOLD])
    said += _counts(blocking, words)
    said += _touching(blocking, words)
    if blocking.structural:
        said.append(words.say("blocking.structural", names=short_of(blocking.structural, words)))
    return tuple(said) or (words.say("blocking.none"),)


def told_pairs(blocking: BlockingSets) -> tuple[Pair, ...]:
    """Return the pairs of the sets that are told one by one, in alphabetical order."""
    return tuple(sorted({pair for found in blocking.sets[:MOST_TOLD] for pair in found.pairs}))


def short_of(deficits: tuple[Deficit, ...], words: Words) -> str:
    """Return who would walk out and by how much: "Syria (by 0.18) and Turkey (by 0.05)"; of many the furthest."""
    if len(deficits) > _MOST_NAMED:
        furthest = sorted(deficits, key=lambda deficit: deficit.balance)[: _MOST_NAMED - 1]
        more = words.say("blocking.others", len(deficits) - len(furthest))
        return words.listed([*(_short(deficit, words) for deficit in furthest), more])
    return words.listed(_short(deficit, words) for deficit in deficits)


def _short(deficit: Deficit, words: Words) -> str:
    return words.say("blocking.by", name=words.in_prose(deficit.actor), amount=words.amount(-deficit.balance))


def _set_sentence(found: BlockingSet, red_lines: frozenset[Pair], words: Words) -> str:
    """Say one set: a red line alone, one tie alone, or several ties of one member together."""
    pairs = words.between_all(found.pairs)
    if not found.deficit:
        return words.say("blocking.red_line", pairs=pairs)
    kind = "single" if len(found.pairs) == 1 else "several"
    if red_lines.issuperset(found.pairs):
        kind = "red_line_and_tie"
    return words.say(f"blocking.{kind}", pairs=pairs, names=short_of(found.deficit, words))


def _counts(blocking: BlockingSets, words: Words) -> Iterator[str]:
    """Say how many sets there are beside those told, and whether larger ones exist."""
    if blocking.count > MOST_TOLD:
        yield words.say("blocking.count", blocking.count, size=words.number(blocking.max_size))
    smallest = blocking.smallest
    if not blocking.larger or smallest is None:
        return
    if len(smallest.pairs) <= blocking.max_size:
        yield words.say("blocking.larger", blocking.max_size)
        return
    names = short_of(smallest.deficit, words)
    if len(smallest.pairs) <= _MOST_PAIRS:
        pairs = words.between_all(smallest.pairs)
        yield words.say("blocking.smallest", len(smallest.pairs), pairs=pairs, names=names)
    else:
        yield words.say("blocking.smallest_many", len(smallest.pairs), names=names)


def _touching(blocking: BlockingSets, words: Words) -> Iterator[str]:
    """Say which ties are in every set between them, where there are several sets."""
    if blocking.count < 2 and not blocking.larger:
        return
    if not blocking.touching or len(blocking.touching) > _MOST_PAIRS:
        yield words.say("blocking.touching_many", blocking.touching_at_least)
    elif len(blocking.touching) < blocking.count or blocking.larger:
        yield words.say("blocking.touching", len(blocking.touching), pairs=words.between_all(blocking.touching))
