"""The scores of reading on hand-labelled Arabic reporting, beside their floors.

Run `python tests/gate/gate.py` (or `make gate`): it reads the gold passages, scores them with the scorer that comes
with the gold, prints a table, and exits with 1 below a floor. `--raise` lifts the floors to what was measured;
`--lower` is needed to write a lower one; `--write` puts the table into docs/reference/scores.md.

Passages at even positions were read while the rules were written ("developed"). Those at odd positions were never read
("held"), but their totals were watched: take them as validation, and expect no more on new text.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
FLOORS = Path(__file__).with_name("floors.json")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "scores.md"
HALVES: Mapping[str, slice] = {"developed": slice(0, None, 2), "held": slice(1, None, 2)}
# A floor stands this far below what was measured when it was set, so that only a real loss trips it.
SLACK = 0.01


HEAD = """\
# Scores of reading

Written by `python tests/gate/gate.py --write`, which reads 60 hand-labelled passages of Arabic reporting (not part of
this repository) from the untouched text to the relations, and scores them with the scorer that comes with the labels.
Two human readers agree to F1 0.96 on mentions with actor and on cues with speaker, to 0.94 on content, and on relations
to 0.80 with type, 0.85 with sign only, 0.79 with realis.

*developed*: the 30 passages that were read while the rules were written. *held*: the other 30, never read, though
their totals were watched: take them as validation, and expect no more on new text.

| passages | row | precision | recall | F1 |
|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one row on one half."""

    half: str
    row: str
    precision: float
    recall: float
    f1: float


def measure() -> list[Score]:
    """Read every gold passage and score both halves."""
    from ahlaf.reading import encode, iter_reports, read_report

    passages = GOLD / "ar-dev.passages.json"
    lines = (GOLD / "ar-dev.jsonl").read_text(encoding="utf-8").splitlines()
    scores: list[Score] = []
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        reports = iter_reports([str(passages)])
        predicted.write_bytes(b"".join(encode(read_report(report)).rstrip(b"\n") + b"\n" for report in reports))
        for half, part in HALVES.items():
            gold = Path(folder) / f"{half}.jsonl"
            gold.write_text("\n".join(lines[part]) + "\n", encoding="utf-8")
            command = [sys.executable, str(GOLD / "score.py"), str(gold), str(predicted), str(passages)]
            result = subprocess.run(command, capture_output=True, text=True, check=True)
            scores += [
                Score(half, row, values["p"], values["r"], values["f1"])
                for row, values in json.loads(result.stdout).items()
            ]
    return scores


def floors() -> dict[str, dict[str, float]]:
    """Return the F1 floor of each row, by half."""
    loaded: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return loaded


def below(scores: Iterable[Score]) -> list[Score]:
    """Return the scores that have fallen below their floor."""
    limits = floors()
    return [score for score in scores if score.f1 < limits.get(score.half, {}).get(score.row, 0.0)]


def _table(scores: Iterable[Score]) -> str:
    limits = floors()
    lines = [f"{'half':<10} {'row':<16} {'P':>6} {'R':>6} {'F1':>6} {'floor':>6}"]
    for score in scores:
        floor = limits.get(score.half, {}).get(score.row, 0.0)
        lines.append(
            f"{score.half:<10} {score.row:<16} {score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f} {floor:6.3f}"
        )
    return "\n".join(lines)


def _page(scores: Iterable[Score]) -> str:
    rows = (
        f"| {score.half} | {score.row} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |\n"
        for score in scores
    )
    return HEAD + "".join(rows)


def _set(scores: Iterable[Score], *, lower: bool) -> None:
    limits = floors()
    for score in scores:
        half = limits.setdefault(score.half, {})
        new = round(max(0.0, score.f1 - SLACK), 3)
        half[score.row] = new if lower else max(new, half.get(score.row, 0.0))
    FLOORS.write_text(json.dumps(limits, indent=1) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print the table; 0 if every score stands at or above its floor."""
    if not GOLD.exists():
        print(f"no gold at {GOLD}: nothing measured", file=sys.stderr)
        return 0
    scores = measure()
    print(_table(scores))
    if "--write" in arguments:
        PAGE.write_text(_page(scores), encoding="utf-8")
    if "--raise" in arguments or "--lower" in arguments:
        _set(scores, lower="--lower" in arguments)
        return 0
    fallen = below(scores)
    for score in fallen:
        print(f"below its floor: {score.half} {score.row} {score.f1:.3f}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
