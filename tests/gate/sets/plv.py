"""English sentences with two marked parties, to be given one of fifteen roots of PLOVER.

From the training file of a published system (its test file is not public; here none of it is trained on). The set
joins CONCEDE and RETREAT to YIELD, as CAMEO does. By its publishers' figures UniversalPetrarch reaches macro-F1 0.49
on data of this kind, a trained SVM 0.70, and a zero-shot entailment model 0.82.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from ahlaf.model import Span
from gate.score import HELD, Score, macro_f1, parts, ratio

NEEDS = "data/text/PLV_train.tsv"
TARGET = 0.75
_MARK = re.compile(r"(</?[st]>)")
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def unmarked(marked: str) -> tuple[str, Span | None, Span | None]:
    """Return the sentence without its marks, and the first stretch marked as source and as target."""
    text, opened, spans = "", {"s": 0, "t": 0}, dict[str, Span]()
    for piece in _MARK.split(marked):
        if not _MARK.fullmatch(piece):
            text += piece
        elif piece[1] == "/":
            spans.setdefault(piece[2], Span(opened[piece[2]], len(text)))
        else:
            opened[piece[1]] = len(text)
    return text, spans.get("s"), spans.get("t")


def predict(marked: str) -> str:
    """Return the root that we give a marked sentence."""
    from ahlaf.reading.coding import code_sentence

    text, source, target = unmarked(marked)
    root = code_sentence(text, "en", source, target).root
    return "none" if root is None else _YIELD.get(root.value, root.value)


def measure(shared: Path) -> list[Score]:
    """Code every sentence and score both parts."""
    with (shared / NEEDS).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    gold = [row["gold_root"] for row in rows]
    ours = [predict(row["marked_sentence"]) for row in rows]
    scores: list[Score] = []
    for part, chosen in parts(len(rows)).items():
        g, o = gold[chosen], ours[chosen]
        roots = sorted(set(g))
        precisions = [ratio(sum(a == b == r for a, b in zip(g, o, strict=True)), o.count(r)) for r in roots]
        recalls = [ratio(sum(a == b == r for a, b in zip(g, o, strict=True)), g.count(r)) for r in roots]
        macro = macro_f1(g, o, roots)
        scores += [
            Score(
                "plv", part, "root, macro-F1", macro, sum(precisions) / len(roots), sum(recalls) / len(roots),
                len(g), TARGET if part == HELD else None,
            ),
            Score("plv", part, "root, share right", ratio(sum(a == b for a, b in zip(g, o, strict=True)), len(g))),
        ]  # fmt: skip
    return scores
