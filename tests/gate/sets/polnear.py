"""Attributions in English news: who says or holds what in the 84 articles of PolNeAR's development set.

An attribution there is any saying, thought, belief, wish or expectation that the article lays at somebody's door. Ours
are the acts of saying and the attitudes together; "sayings" rows count our statements alone. No gold attribution
lies within the content of another, so "outermost" leaves out ours that do. Articles are halved by the order of
their files' names; where several people annotated one, the first by name counts.

- cue: ours matches a gold one if they share half of the shorter, one to one. Gold attributions without a cue word are
  no part of this row; their number is the count of the row "gold without cue".
- content: token F1 over the content, the mean over matched attributions; the union of its pieces where it is broken.
- content, strict: the same sum over all of ours and all gold: what is unmatched counts as zero.
- source: token F1 of the speaker's words, over the matched that have one in ours (precision) and in gold (recall).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ahlaf.model import Report, Span
from gate.score import Score, found, parts, ratio

NEEDS = "data/text/polnear-dev/text/*.txt"
NAME = "polnear"
CUE_TARGET, CONTENT_TARGET = 0.72, 0.86
_HALF = 0.5
_TOKEN = re.compile(r"\w+")

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say or hold what, each part by its pieces; empty where there is none."""

    cue: Pieces
    source: Pieces
    content: Pieces
    saying: bool = True


@dataclass(frozen=True, slots=True)
class Scored:
    """One article: what the annotators found, what we found, and which of each belong together."""

    gold: tuple[Attribution, ...]
    ours: tuple[Attribution, ...]
    pairs: tuple[tuple[int, int], ...]
    text: str


def measure(shared: Path) -> list[Score]:
    """Read every article and score both parts."""
    texts = sorted(shared.glob(NEEDS))
    return [
        row
        for part, chosen in parts(len(texts)).items()
        for row in rows(part, [score_article(path) for path in texts[chosen]])
    ]


def score_article(path: Path) -> Scored:
    """Read one article and match what we find with what its annotators found."""
    with path.open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    annotated = sorted((path.parent.parent / "attributions").glob(f"{path.stem}_*.ann"))[0]
    gold = tuple(_gold(annotated.read_text(encoding="utf-8").splitlines()))
    ours = tuple(_ours(path.name, text))
    return Scored(gold, ours, tuple(_matched(gold, ours)), text)


def _ours(name: str, text: str) -> Iterator[Attribution]:
    from ahlaf.reading import read_report

    reading = read_report(Report(name, text, lang="en"))
    found = [(statement, True) for statement in reading.statements]
    found += [(attitude, False) for attitude in getattr(reading, "attitudes", ())]
    for statement, saying in sorted(found, key=lambda pair: pair[0].cue):
        source = _piece(statement.speaker) if statement.speaker is not None else ()
        yield Attribution(_piece(statement.cue), source, _piece(statement.content), saying)


def _piece(span: Span) -> Pieces:
    return ((span.start, span.end),)


def _gold(lines: Iterable[str]) -> Iterator[Attribution]:
    """Read brat's stand-off form: T lines hold stretches, E lines bind them to attributions."""
    pieces: dict[str, Pieces] = {}
    for line in lines:
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            spans = rest.partition("\t")[0].partition(" ")[2].split(";")
            pieces[key] = tuple((int(start), int(end)) for start, end in (span.split() for span in spans))
        elif key.startswith("E"):
            parts: dict[str, Pieces] = {}
            for part in rest.split():
                role, _, at = part.partition(":")
                role = role.rstrip("0123456789")
                parts[role] = parts.get(role, ()) + pieces.get(at, ())
            if "Cue" in parts or "Content" in parts:
                yield Attribution(parts.get("Cue", ()), parts.get("Source", ()), parts.get("Content", ()))


def _matched(gold: Sequence[Attribution], ours: Sequence[Attribution]) -> Iterator[tuple[int, int]]:
    """Pair cues greedily, the largest overlap first, each at most once."""
    candidates = sorted(
        ((_overlap(g.cue, o.cue), -i, -j) for i, g in enumerate(gold) for j, o in enumerate(ours)), reverse=True
    )
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    for overlap, i, j in candidates:
        if overlap < _HALF:
            return
        if i not in used_gold and j not in used_ours:
            used_gold.add(i)
            used_ours.add(j)
            yield -i, -j


def _overlap(gold: Pieces, ours: Pieces) -> float:
    """The characters shared, as a part of the shorter."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in gold for b in ours)
    shorter = min(sum(e - s for s, e in gold), sum(e - s for s, e in ours))
    return shared / shorter if shorter else 0.0


def token_f1(text: str, gold: Pieces, ours: Pieces) -> float:
    """Token F1 of two sets of pieces of a text."""
    a, b = _tokens(text, gold), _tokens(text, ours)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _tokens(text: str, pieces: Pieces) -> set[int]:
    return {match.start() for start, end in pieces for match in _TOKEN.finditer(text, start, end)}


def rows(part: str, articles: Sequence[Scored]) -> list[Score]:
    """Return the rows of one part."""
    matched = [(a, a.gold[i], a.ours[j]) for a in articles for i, j in a.pairs]
    gold = sum(bool(g.cue) for a in articles for g in a.gold)
    cueless = sum(not g.cue for a in articles for g in a.gold)
    ours = [o for a in articles for o in a.ours]
    outer = [o for a in articles for o in a.ours if not _nested(o, a.ours)]
    outer_hits = sum(not _nested(o, a.ours) for a, _, o in matched)
    sayings = sum(o.saying for o in ours)
    contents = sum(token_f1(a.text, g.content, o.content) for a, g, o in matched)
    sources = sum(token_f1(a.text, g.source, o.source) for a, g, o in matched)
    named_ours = sum(bool(o.source) for _, _, o in matched)
    named_gold = sum(bool(g.source) for _, g, _ in matched)
    mean = ratio(contents, len(matched))
    return [
        found(NAME, part, "cue", right=len(matched), predicted=len(ours), gold=gold, target=CUE_TARGET),
        found(NAME, part, "cue, outermost", right=outer_hits, predicted=len(outer), gold=gold),
        found(NAME, part, "cue, sayings", right=sum(o.saying for _, _, o in matched), predicted=sayings, gold=gold),
        Score(NAME, part, "content", mean, count=len(matched), target=CONTENT_TARGET),
        found(NAME, part, "content, strict", right=contents, predicted=len(ours), gold=gold),
        found(NAME, part, "source", right=sources, predicted=named_ours, gold=named_gold),
        Score(NAME, part, "gold without cue", ratio(cueless, gold + cueless), count=cueless),
    ]


def _nested(one: Attribution, ours: Iterable[Attribution]) -> bool:
    """Whether a cue stands in the content of another attribution of ours."""
    (start, end), *_ = one.cue
    return any(o is not one and any(s <= start and end <= e for s, e in o.content) for o in ours)
