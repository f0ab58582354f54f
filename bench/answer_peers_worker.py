"""Ask one peer one question and print its answer: run by answer_peers.py under the Python where the peer is installed.

Usage: python answer_peers_worker.py PEER < case.json. Nothing of Ahlaf is imported. Balances are worked out here, by
the formula, for the peers that take values and not a formula. The time is of this process's CPU for a second asking,
imports left out.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import Any

_ROUNDING = 9
"""Utilities are ranked to so many digits, so that rounding makes no preference where there is none."""


class Case:
    """A coalition as answer_peers.py writes it: lists by member and a whole matrix of ties."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.capability: list[float] = given["capability"]
        self.salience: list[float] = given["salience"]
        self.cost: list[float] = given["cost"]
        self.ties: dict[str, list[list[float]]] = given["ties"]
        self.requirement: float = given["requirement"]
        self.benefit: float = given["benefit"]
        self.exclusivity: float = given["exclusivity"]
        self.size = len(self.capability)

    def chance(self, inside: tuple[int, ...]) -> float:
        return min(1.0, sum(self.capability[i] for i in inside) / self.requirement)

    def utility(self, i: int, inside: tuple[int, ...]) -> float:
        """What i has where `inside` stand together: its ties, its share of the threat's defeat, less its cost."""
        scale = self.benefit * self.salience[i]
        if i not in inside:
            return scale * (1 - self.exclusivity) * self.chance(inside)
        ties = sum(self.ties["weight"][i][j] for j in inside if j != i)
        return ties + scale * self.chance(inside) - self.cost[i]

    def balance(self, i: int, inside: tuple[int, ...]) -> float:
        return self.utility(i, inside) - self.utility(i, tuple(j for j in inside if j != i))


def gmcr(case: Case) -> tuple[bool, float]:
    """Each member has one option, to stay; is the state in which all stay Nash stable for every one of them?"""
    solvers = importlib.import_module("data_02_conflictSolvers")
    model = importlib.import_module("data_01_conflictModel")
    start = process_time()
    conflict = model.ConflictModel()
    for i in range(case.size):
        conflict.decisionMakers.append(f"P{i}")
        conflict.decisionMakers[-1].addOption("stay")
    conflict.options.set_indexes()
    conflict.recalculateFeasibleStates(True)
    conflict.useManualPreferenceRanking = True
    everybody = tuple(range(case.size))
    states = {
        conflict.feasibles.toOrdered[sum(conflict.options[i].dec_val for i in inside)]: inside
        for size in range(case.size + 1)
        for inside in combinations(everybody, size)
    }
    for i in everybody:
        by_utility: dict[float, list[int]] = {}
        for state, inside in sorted(states.items()):
            by_utility.setdefault(round(case.utility(i, inside), _ROUNDING), []).append(state)
        ranked = [by_utility[value] for value in sorted(by_utility, reverse=True)]
        conflict.decisionMakers[i].preferenceRanking = ranked
        conflict.decisionMakers[i].calculatePerceived()
    solver = solvers.LogicalSolver(conflict)
    all_stay = next(state for state, inside in states.items() if inside == everybody) - 1
    stable = all(solver.nash(conflict.decisionMakers[i], all_stay)[0] for i in everybody)
    return stable, process_time() - start


def spreadsheet(case: Case) -> tuple[str, float]:
    """A workbook with the ties at their weights, lows and highs, a balance a row, and the verdict in a cell."""
    openpyxl, formulas = importlib.import_module("openpyxl"), importlib.import_module("formulas")
    start = process_time()
    book = openpyxl.Workbook()
    book.remove(book.active)
    size, first = case.size, 2
    last = first + size - 1
    end = openpyxl.utils.get_column_letter(6 + size)
    for name, ties in case.ties.items():
        sheet = book.create_sheet(name)
        sheet.append(["requirement", case.requirement, "benefit", case.benefit, "exclusivity", case.exclusivity])
        for i in range(size):
            row = first + i
            total = f"SUM($A${first}:$A${last})"
            stake = f"MIN(1,{total}/$B$1)-(1-$F$1)*MIN(1,({total}-A{row})/$B$1)"
            balance = f"=SUM(G{row}:{end}{row})+$D$1*B{row}*({stake})-C{row}"
            sheet.append([case.capability[i], case.salience[i], case.cost[i], None, None, balance, *ties[i]])
        sheet["H1"] = f'=IF(MIN(F{first}:F{last})>=-0.000000001,"holds","fails")'
    verdict = book.create_sheet("verdict")
    verdict["A1"] = '=IF(low!H1="holds","holds",IF(high!H1="fails","fails","contested"))'
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.xlsx"
        book.save(path)
        solution = formulas.ExcelModel().loads(str(path)).finish().calculate()
    cell = next(value for key, value in solution.items() if str(key).upper().endswith("VERDICT'!A1"))
    return str(cell.value[0, 0]), process_time() - start


def _worths(case: Case) -> dict[int, float]:
    """The worth of every set of members, as a bit mask: the sum of its balances."""
    return {
        sum(1 << i for i in inside): sum(case.balance(i, inside) for i in inside)
        for size in range(case.size + 1)
        for inside in combinations(range(case.size), size)
    }


def tucoopy(case: Case) -> tuple[bool, float]:
    """Another question: can the joint worth be shared out so that no group would leave with its own worth?"""
    module = importlib.import_module("tucoopy")
    start = process_time()
    game = module.Game(case.size, _worths(case))
    return not module.Core(game).is_empty(), process_time() - start


def coopgame(case: Case) -> tuple[bool, float]:
    """The same other question."""
    module = importlib.import_module("coopgame")
    start = process_time()
    worths = _worths(case)
    game = module.Game([worths[mask] for mask in range(1, 1 << case.size)])
    return bool(game.has_nonempty_core()), process_time() - start


PEERS: dict[str, Callable[[Case], tuple[object, float]]] = {
    "gmcr-py": gmcr,
    "spreadsheet": spreadsheet,
    "tucoopy": tucoopy,
    "coopgame-py": coopgame,
}


def main() -> None:
    """Answer as JSON: what the peer says, and its seconds of CPU; or that it is not installed."""
    folder = os.environ.get("GMCR_PY")
    if folder:
        sys.path.insert(0, folder)
    peer = PEERS[sys.argv[1]]
    case = Case(json.load(sys.stdin))
    try:
        with contextlib.redirect_stdout(sys.stderr):  # some peers print
            peer(case)  # much is loaded only when first used, and that is not what is timed
            said, seconds = peer(case)
        answer: dict[str, object] = {"said": said, "seconds": seconds}
    except ModuleNotFoundError as missing:
        answer = {"missing": missing.name}
    except Exception as trouble:  # whatever a peer raises is its answer
        answer = {"error": f"{type(trouble).__name__}: {trouble}"}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
