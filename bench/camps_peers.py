"""Other ways to find two camps, each as its users would call it; those that are not installed say so.

Every peer takes a signed graph and seconds, and returns labels (or None) and a lower bound (−inf where it has none).
Exact models: AND (S. Aref, A. J. Mason and M. C. Wilson 2018) in HiGHS and SCIP, one Boolean a tie in CP-SAT, MaxSAT
with RC2. Heuristics without bound: D-Wave's samplers, MQLib, and for any number of camps Leiden on layers of signs.
"""

from __future__ import annotations

import importlib.util
import math
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ahlaf.network import SignedGraph
from ahlaf.solve.mip import Program

Labels = list[int]
Outcome = tuple[Labels | None, float]


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to solve: its name, what must be installed for it, and the function."""

    name: str
    needs: str
    solve: Callable[[SignedGraph, float], Outcome]

    @property
    def is_there(self) -> bool:
        return importlib.util.find_spec(self.needs) is not None or shutil.which(self.needs) is not None


def _rows(graph: SignedGraph) -> list[tuple[int, int, float]]:
    return [
        (a, b, weight) for (a, b), weight in zip(graph.ends.tolist(), graph.weights.tolist(), strict=True)
    ]  # fmt: skip


def highs_and(graph: SignedGraph, seconds: float) -> Outcome:
    """Solve min Σ w⁺(x_i + x_j − 2 z_ij) + Σ |w⁻|(1 − x_i − x_j + 2 z_ij) with z_ij = x_i AND x_j in HiGHS."""
    costs = np.zeros(len(graph.nodes))
    np.add.at(costs, graph.ends.ravel(), np.repeat(graph.weights, 2))
    program = Program()
    sides = [program.variable(0, 1, cost=float(cost), whole=True) for cost in costs]
    for a, b, weight in _rows(graph):
        both = program.variable(0, 1, cost=-2 * weight)
        if weight > 0:
            program.row({sides[a]: 1, both: -1}, lower=0)
            program.row({sides[b]: 1, both: -1}, lower=0)
        else:
            program.row({sides[a]: 1, sides[b]: 1, both: -1}, upper=1)
    solution = program.solve(seconds)
    labels = [round(value) for value in solution.values[: len(graph.nodes)]] if solution.found else None
    return labels, solution.bound + graph.positive_total


def scip_and(graph: SignedGraph, seconds: float) -> Outcome:
    """The same model in SCIP."""
    import pyscipopt

    model = pyscipopt.Model()
    model.hideOutput()
    model.setParam("limits/time", seconds)
    sides = [model.addVar(vtype="B") for _ in graph.nodes]
    terms = []
    for a, b, weight in _rows(graph):
        both = model.addVar(vtype="C", lb=0.0, ub=1.0)
        if weight > 0:
            model.addCons(both <= sides[a])
            model.addCons(both <= sides[b])
            terms.append(weight * (sides[a] + sides[b] - 2 * both))
        else:
            model.addCons(both >= sides[a] + sides[b] - 1)
            terms.append(-weight * (1 - sides[a] - sides[b] + 2 * both))
    model.setObjective(pyscipopt.quicksum(terms), "minimize")
    model.optimize()
    bound = float(model.getDualbound())
    if model.getNSols() == 0:
        return None, bound
    return [round(model.getVal(side)) for side in sides], bound


def cp_sat(graph: SignedGraph, seconds: float) -> Outcome:
    """One Boolean an actor and one a tie that is frustrated, in CP-SAT with one worker; weights in thousandths."""
    from ortools.sat.python import cp_model

    scale = 1 if np.array_equal(np.round(graph.weights), graph.weights) else 1000
    model = cp_model.CpModel()
    sides = [model.new_bool_var("") for _ in graph.nodes]
    costs, frustrated = [], []
    for a, b, weight in _rows(graph):
        against = model.new_bool_var("")
        one, other = (sides[a], sides[b]) if weight > 0 else (sides[a], sides[b].negated())
        model.add_bool_or(one.negated(), other, against)
        model.add_bool_or(one, other.negated(), against)
        frustrated.append(against)
        costs.append(round(abs(weight) * scale))
    model.minimize(cp_model.LinearExpr.weighted_sum(frustrated, costs))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, solver.best_objective_bound / scale
    return [int(solver.boolean_value(side)) for side in sides], solver.best_objective_bound / scale


def rc2(graph: SignedGraph, seconds: float) -> Outcome:
    """Weighted MaxSAT: two clauses a tie with a soft literal, in PySAT's RC2 (stratified); it tells nothing midway."""
    from pysat.examples.rc2 import RC2Stratified
    from pysat.formula import WCNF

    formula = WCNF()
    scale = 1 if np.array_equal(np.round(graph.weights), graph.weights) else 1000
    tie = len(graph.nodes)
    for a, b, weight in _rows(graph):
        tie += 1
        one, other = (a + 1, b + 1) if weight > 0 else (a + 1, -(b + 1))
        formula.append([-one, other, tie])
        formula.append([one, -other, tie])
        formula.append([-tie], weight=round(abs(weight) * scale))
    with RC2Stratified(formula) as solver:
        model = solver.compute()
        return [int(literal > 0) for literal in model[: len(graph.nodes)]], solver.cost / scale


def _spins(sample: dict[int, int], graph: SignedGraph) -> Labels:
    return [int(sample.get(node, 1) < 0) for node in range(len(graph.nodes))]


def _couplings(graph: SignedGraph) -> dict[tuple[int, int], float]:
    return {(a, b): -weight for a, b, weight in _rows(graph)}


def dwave_tabu(graph: SignedGraph, seconds: float) -> Outcome:
    """D-Wave's tabu sampler on the Ising model, one read for the whole time."""
    from dwave.samplers import TabuSampler

    found = TabuSampler().sample_ising({}, _couplings(graph), num_reads=1, timeout=int(seconds * 1000), seed=1)
    return _spins(dict(found.first.sample), graph), -math.inf


def dwave_annealing(graph: SignedGraph, seconds: float) -> Outcome:
    """D-Wave's simulated annealing on the Ising model, reads of 1,000 sweeps until the time is up."""
    from dwave.samplers import SimulatedAnnealingSampler

    end = time.monotonic() + seconds
    best, energy = None, math.inf
    seed = 0
    couplings = _couplings(graph)
    while best is None or time.monotonic() < end:
        seed += 1
        found = SimulatedAnnealingSampler().sample_ising(
            {}, couplings, num_reads=1, num_sweeps=1000, seed=seed, interrupt_function=lambda: time.monotonic() >= end
        )
        if len(found) and found.first.energy < energy:
            best, energy = dict(found.first.sample), found.first.energy
    return _spins(best, graph), -math.inf


def mqlib_burer(graph: SignedGraph, seconds: float) -> Outcome:
    """Rank-two relaxation of S. Burer, R. Monteiro and Y. Zhang (2002), in MQLib."""
    return _mqlib("BURER2002", graph, seconds)


def mqlib_palubeckis(graph: SignedGraph, seconds: float) -> Outcome:
    """Multistart tabu search of G. Palubeckis (2004), in MQLib."""
    return _mqlib("PALUBECKIS2004bMST2", graph, seconds)


def _mqlib(heuristic: str, graph: SignedGraph, seconds: float) -> Outcome:
    """Run a heuristic of MQLib (I. Dunning, S. Gupta and J. Silberholz 2018) by its program on the path."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.txt"
        lines = [f"{len(graph.nodes)} {len(graph.weights)}"]
        lines.extend(f"{a + 1} {b + 1} {-weight!r}" for a, b, weight in _rows(graph))
        path.write_text("\n".join(lines) + "\n", encoding="ascii")
        command = ["MQLib", "-h", heuristic, "-fM", str(path), "-r", str(seconds), "-s", "1", "-ps"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sides = text.split("Solution:")[1].split()[: len(graph.nodes)]
    return [int(float(side) > 0) for side in sides], -math.inf


def leiden(graph: SignedGraph, seconds: float) -> Outcome:
    """Leiden (V. Traag, L. Waltman and N. J. van Eck 2019) on two layers of signs, seeds until the time is up."""
    import igraph
    import leidenalg

    end = time.monotonic() + seconds
    layers = []
    for sign in (1, -1):
        kept = graph.weights * sign > 0
        layer = igraph.Graph(n=len(graph.nodes), edges=graph.ends[kept].tolist())
        layer.es["weight"] = np.abs(graph.weights[kept]).tolist()
        layers.append(layer)
    best, least = None, math.inf
    seed = 0
    while best is None or time.monotonic() < end:
        seed += 1
        parts = [
            leidenalg.CPMVertexPartition(layer, weights="weight", resolution_parameter=0.0) for layer in layers
        ]  # fmt: skip
        optimiser = leidenalg.Optimiser()
        optimiser.set_rng_seed(seed)
        optimiser.optimise_partition_multiplex(parts, layer_weights=[1, -1], n_iterations=10)
        labels = np.array(parts[0].membership)
        against = np.equal(labels[graph.ends[:, 0]] != labels[graph.ends[:, 1]], graph.weights > 0)
        cost = float(np.abs(graph.weights[against]).sum())
        if cost < least:
            best, least = labels.tolist(), cost
    return best, -math.inf


TWO_CAMPS = (
    Peer("HiGHS AND", "highspy", highs_and),
    Peer("SCIP AND", "pyscipopt", scip_and),
    Peer("CP-SAT", "ortools", cp_sat),
    Peer("RC2", "pysat", rc2),
    Peer("D-Wave tabu", "dwave", dwave_tabu),
    Peer("D-Wave annealing", "dwave", dwave_annealing),
    Peer("MQLib BURER2002", "MQLib", mqlib_burer),
    Peer("MQLib PALUBECKIS", "MQLib", mqlib_palubeckis),
)
ANY_NUMBER = (Peer("Leiden", "leidenalg", leiden),)
