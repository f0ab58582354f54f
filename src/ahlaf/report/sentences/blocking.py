"""What stops it: "these ties, and only these"."""

from __future__ import annotations

from ahlaf.model import Answer, BlockingSet, Pair
from ahlaf.report.words import Words


def blocking_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say each blocking set, the members whom no tie is to blame for, and how far the search went."""
    blocking, red_lines = answer.blocking, frozenset(answer.verdict.red_lines)
    said: list[str] = []
    if blocking.basis in ("worst", "worst_known"):
        said.append(words.say("blocking.worst"))
    said += (_set_sentence(found, red_lines, words) for found in blocking.sets)
    if blocking.structural:
        said.append(words.say("blocking.structural", names=words.named(blocking.structural)))
    if not said:
        said.append(words.say("blocking.none"))
    if not blocking.complete:
        said.append(words.say("blocking.incomplete", blocking.max_size))
    return tuple(said)


def _set_sentence(found: BlockingSet, red_lines: frozenset[Pair], words: Words) -> str:
    """Say one set: a red line alone, one tie alone, or several ties of one member together."""
    pairs = words.between_all(found.pairs)
    if not found.deficit:
        return words.say("blocking.red_line", pairs=pairs)
    kind = "single" if len(found.pairs) == 1 else "several"
    if red_lines.issuperset(found.pairs):
        kind = "red_line_and_tie"
    return words.say(f"blocking.{kind}", pairs=pairs, names=words.named(found.deficit))
