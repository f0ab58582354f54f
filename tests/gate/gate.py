"""The scores of reading on labelled data, beside their floors and targets.

Run `make gate`, or `python tests/gate/gate.py`: it measures every set whose data lie beside the project (or in the
folder that AHLAF_SHARED names), prints a table, and exits with 1 below a floor. Names of sets as arguments choose
among them. `--raise` lifts the floors to what was measured; `--lower` is needed to write a lower one; `--write` puts
the table into docs/reference/scores.md.

A set is a module in `sets/`: its docstring says what is measured, `NEEDS` names its data, `measure` gives its rows.
`FOLDER` is where the data lie if not in the shared folder.
Parts are fixed: what stands at even positions was read while the rules were written ("developed"), what stands at odd
ones was not ("held"), though its totals were watched: take them as validation.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":  # run as a script, the folder above is not on the path, and this file hides the package
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from gate.score import SHARED, Score

FLOORS = Path(__file__).with_name("floors.json")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "scores.md"
# A floor stands this far below what was measured when it was set, so that only a real loss trips it.
SLACK = 0.01

HEAD = """\
# Scores of reading

Written by `python tests/gate/gate.py --write`. The labelled data are not part of this repository: licences differ, and
the texts belong to their publishers. *developed*: the half that was read while the rules were written. *held*: the
other half, never read, though its totals were watched: take it as validation, and expect no more on new text.
Floors stand in `tests/gate/floors.json`, and the tests fail below them.
"""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set of labelled data: what it is, the files it needs below its folder, and how it is measured."""

    name: str
    about: str
    folder: Path
    needs: str
    measured: Callable[[Path], list[Score]]

    @property
    def present(self) -> bool:
        """Whether its data lie there."""
        return any(self.folder.glob(self.needs))

    def measure(self) -> list[Score]:
        """Return its rows."""
        return self.measured(self.folder)


def labelled_sets() -> Iterator[LabelledSet]:
    """Yield every set, in the order of their names."""
    for module in pkgutil.iter_modules([str(Path(__file__).with_name("sets"))]):
        loaded = importlib.import_module(f"gate.sets.{module.name}")
        folder: Path = getattr(loaded, "FOLDER", SHARED)
        yield LabelledSet(module.name, inspect.getdoc(loaded) or "", folder, loaded.NEEDS, loaded.measure)


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """Return the floor of each row, by set and part."""
    loaded: dict[str, dict[str, dict[str, float]]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return loaded


def floor_of(score: Score) -> float:
    """Return the floor of a row, 0 if it has none."""
    return floors().get(score.set, {}).get(score.part, {}).get(score.row, 0.0)


def below(scores: Iterable[Score]) -> list[Score]:
    """Return the scores that have fallen below their floor."""
    return [score for score in scores if score.value < floor_of(score)]


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _table(scores: Iterable[Score]) -> str:
    lines = [f"{'set':<16} {'part':<10} {'row':<34} {'value':>6} {'P':>6} {'R':>6} {'n':>5} {'floor':>6} {'target':>6}"]
    lines += [
        f"{s.set:<16} {s.part:<10} {s.row:<34} {s.value:6.3f} {_share(s.precision):>6} {_share(s.recall):>6}"
        f" {s.count or '':>5} {floor_of(s):6.3f} {_share(s.target):>6}"
        for s in scores
    ]
    return "\n".join(lines)


def _section(labelled: LabelledSet, scores: Iterable[Score]) -> str:
    title, _, about = labelled.about.partition("\n")
    rows = (
        f"| {s.set} | {s.part} | {s.row} | {s.value:.3f} | {_share(s.precision)} | {_share(s.recall)} |"
        f" {'' if s.count is None else s.count} | {_share(s.target)} |\n"
        for s in scores
    )
    head = "| set | part | row | value | precision | recall | n | target |\n|---|---|---|---|---|---|---|---|\n"
    return f"\n## {title.rstrip('.')}\n{about.rstrip()}\n\n{head}{''.join(rows)}"


def _set_floors(scores: Iterable[Score], *, lower: bool) -> None:
    limits = floors()
    for score in scores:
        rows = limits.setdefault(score.set, {}).setdefault(score.part, {})
        new = round(max(0.0, score.value - SLACK), 3)
        rows[score.row] = new if lower else max(new, rows.get(score.row, 0.0))
    FLOORS.write_text(json.dumps(limits, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print the table; 0 if every score stands at or above its floor."""
    named = {a for a in arguments if not a.startswith("-")}
    chosen = [s for s in labelled_sets() if not named or s.name in named]
    scores: list[Score] = []
    page = HEAD
    for labelled in chosen:
        if not labelled.present:
            print(f"{labelled.name}: no data at {labelled.folder / labelled.needs}, not measured", file=sys.stderr)
            continue
        rows = labelled.measure()
        page += _section(labelled, rows)
        scores += rows
    print(_table(scores))
    if "--write" in arguments:
        PAGE.write_text(page, encoding="utf-8")
    if "--raise" in arguments or "--lower" in arguments:
        _set_floors(scores, lower="--lower" in arguments)
        return 0
    fallen = below(scores)
    for score in fallen:
        print(f"below its floor: {score.set} {score.part} {score.row} {score.value:.3f}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
