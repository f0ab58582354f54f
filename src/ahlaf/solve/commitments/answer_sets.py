"""Rules as answer sets: all stable endings, and the fewest first moves that open a circle, found by clingo.

The rules have no variables, so they reach clingo one by one, past its grounder, which takes half a minute for ten
thousand counts.

Source: M. Gebser, R. Kaminski, B. Kaufmann and T. Schaub (2019), Multi-shot ASP solving with clingo.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahlaf.model import Act, Commitment
from ahlaf.solve.commitments.circles import Knot
from ahlaf.solve.commitments.net import Gate, LocalRule, acts_of, net_of

if TYPE_CHECKING:
    import clingo

Acts = tuple[Act, ...]
Sets = tuple[tuple[int, ...], ...]

_ATOM = 1
"""clingo numbers its atoms from 1: the atom of an act's being done is its number and this."""


def endings_of(rules: Sequence[Commitment], *, limit: int, time_limit: float) -> tuple[tuple[Acts, ...], bool]:
    """Return all stable models of the rules, at most `limit`, sorted, and whether these are all.

    An ending is stable if it is exactly what the rules yield in it: no act without a promise that calls for it, and
    none that holds itself up.
    """
    acts = acts_of(rules)
    number = {act: at for at, act in enumerate(acts)}
    net = net_of(rules, acts)

    def written(program: _Program) -> list[int]:
        for at, rule in enumerate(rules):
            program.rule(net.rule(at), [number[act] for act in rule.unless])
        return [act + _ATOM for act in range(net.size)]

    found = _run(net.size, written, range(net.size), [str(limit + 1)], time_limit)
    sets = sorted(found.sets, key=_size_first)[:limit]
    complete = found.exhausted and len(found.sets) <= limit
    return tuple(tuple(acts[at] for at in one) for one in sets), complete


def fewest_of(knot: Knot, candidates: Sequence[int], *, time_limit: float) -> tuple[tuple[int, ...], int, bool]:
    """Return the fewest acts among candidates that open a circle, none if none were found, a bound, and if proven.

    Core-guided: clingo learns sets of acts of which one has to be chosen, and raises the bound with each.
    """
    arguments = ["0", "--opt-mode=opt", "--opt-strategy=usc,stratify"]
    found = _opened(knot, candidates, arguments, time_limit)
    best = min(found.sets, key=_size_first, default=())
    proven = found.exhausted and bool(best)
    return best, len(best) if proven else found.lower, proven


def all_fewest_of(knot: Knot, allowed: Sequence[int], *, limit: int, time_limit: float) -> tuple[Sets, bool]:
    """Return all smallest sets of acts among `allowed` that open a circle, sorted, and whether these are all."""
    found = _opened(knot, allowed, [str(limit + 1), "--opt-mode=optN", "--opt-strategy=usc"], time_limit, best=True)
    return tuple(sorted(found.sets, key=_size_first)[:limit]), found.exhausted and len(found.sets) <= limit


class _Program:
    """Rules as clingo takes them; act number a is done where the atom a + _ATOM holds, other atoms come after."""

    def __init__(self, backend: clingo.Backend, size: int) -> None:
        self._backend = backend
        for _ in range(size):
            backend.add_atom()

    def rule(self, rule: LocalRule, unless: Iterable[int] = ()) -> None:
        """Add a rule: its act is done where all gates are open and nothing of `unless` is done."""
        head, gates = rule
        body = [literal for gate in gates for literal in self._open(gate)]
        self._backend.add_rule([head + _ATOM], body + [-(act + _ATOM) for act in unless])

    def fewest_first(self, size: int, candidates: Iterable[int]) -> list[int]:
        """Let candidates move first, as few as can be, so that all acts come about; return their atoms."""
        moves = []
        for act in candidates:
            move = self._backend.add_atom()
            self._backend.add_rule([move], choice=True)
            self._backend.add_rule([act + _ATOM], [move])
            moves.append(move)
        for act in range(size):
            self._backend.add_rule([], [-(act + _ATOM)])
        self._backend.add_minimize(0, [(move, 1) for move in moves])
        return moves

    def _open(self, gate: Gate) -> list[int]:
        need, members = gate
        atoms = [act + _ATOM for act in members]
        if need == len(members):
            return atoms
        opened = self._backend.add_atom()
        self._backend.add_weight_rule([opened], need, [(atom, 1) for atom in atoms])
        return [opened]


@dataclass(frozen=True, slots=True)
class _Found:
    """The sets that clingo found, whether there are no more, and its lower bound where it looks for the fewest."""

    sets: list[tuple[int, ...]]
    exhausted: bool
    lower: int


def _opened(
    knot: Knot, candidates: Sequence[int], arguments: Sequence[str], time_limit: float, *, best: bool = False
) -> _Found:
    """Let clingo look for the fewest candidates that open a circle."""

    def written(program: _Program) -> list[int]:
        for number in range(len(knot.net.heads)):
            program.rule(knot.net.rule(number))
        return program.fewest_first(knot.net.size, candidates)

    return _run(knot.net.size, written, candidates, arguments, time_limit, best=best)


def _run(
    size: int,
    written: Callable[[_Program], list[int]],
    shown: Sequence[int],
    arguments: Sequence[str],
    time_limit: float,
    *,
    best: bool = False,
) -> _Found:
    """Run clingo for at most `time_limit` seconds on what `written` writes.

    The sets are of acts in `shown`: those whose atom holds, `written` returning an atom for each of `shown`.
    """
    import clingo  # heavy: loaded only when promises are to be solved

    deadline = time.monotonic() + time_limit
    control = clingo.Control([*arguments, "--warn=none", "--seed=0"])
    with control.backend() as backend:
        atoms = written(_Program(backend, size))
    sets: list[tuple[int, ...]] = []

    def keep(model: clingo.Model) -> None:
        # Where only the best are asked for, the sets on the way to them are not.
        if best and not model.optimality_proven:
            return
        sets.append(tuple(sorted(act for act, atom in zip(shown, atoms, strict=True) if model.is_true(atom))))

    with control.solve(on_model=keep, async_=True) as handle:
        if not handle.wait(max(0.0, deadline - time.monotonic())):
            handle.cancel()
        exhausted = bool(handle.get().exhausted)
    lower = control.statistics["summary"].get("lower", [0])
    return _Found(sets, exhausted, int(lower[0]) if lower else 0)


def _size_first(numbers: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return len(numbers), numbers
