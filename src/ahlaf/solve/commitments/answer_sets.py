"""Rules as answer sets: all stable endings, and all smallest sets of first moves, found by clingo.

Source: M. Gebser, R. Kaminski, B. Kaufmann and T. Schaub (2019), Multi-shot ASP solving with clingo.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ahlaf.model import Act, Certificate, Commitment, Condition, ProofStatus

Acts = tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """The sets that clingo listed; `last` is the size of its best set, `exhausted` whether there can be no others."""

    sets: tuple[frozenset[int], ...]
    last: int | None
    bound: int
    exhausted: bool


def endings_of(rules: Sequence[Commitment], *, limit: int, time_limit: float) -> tuple[tuple[Acts, ...], bool]:
    """Return all stable models of the rules, at most `limit`, sorted, and whether these are all.

    An ending is stable if it is exactly what the rules yield in it: no act without a promise that calls for it, and
    none that holds itself up.
    """
    acts = _acts(rules)
    found = _solve([*_program(rules, acts), "#show done/1."], [str(limit + 1)], limit, time_limit)
    return _sorted(found.sets, acts)[:limit], found.exhausted and len(found.sets) <= limit


def keystones_of(
    rules: Sequence[Commitment], least: Collection[Act], deadlock: Collection[Act], *, limit: int, time_limit: float
) -> tuple[tuple[Acts, ...], bool, Certificate]:
    """Return all smallest sets of deadlocked acts that bring the whole deadlock about, if these are all, and proof.

    With at most `limit` sets; none where there is no deadlock. The certificate is of the sets' size; where time runs
    out before the smallest is proven there are no sets, and the certificate has the bound.
    """
    if not deadlock:
        return (), True, Certificate(ProofStatus.OPTIMAL, 0, 0)
    acts = _acts(rules)
    numbers = {act: number for number, act in enumerate(acts)}
    program = [*_program(rules, acts), "done(X) :- first(X).", "#show first/1."]
    program += [f"{{ first({numbers[act]}) }}. :- not done({numbers[act]})." for act in sorted(deadlock)]
    smallest = _solve(
        [*program, "#minimize { 1,X : first(X) }."], ["0", "--opt-mode=opt", "--opt-strategy=usc"], None, time_limit
    )
    if not smallest.exhausted or smallest.last is None:
        return (), False, Certificate(ProofStatus.STOPPED, max(1, smallest.bound), math.inf)
    exactly = f":- not {smallest.last} #count {{ X : first(X) }} {smallest.last}."
    found = _solve([*program, exactly], [str(limit + 1)], limit, time_limit)
    proof = Certificate(ProofStatus.OPTIMAL, smallest.last, 0)
    return _sorted(found.sets, acts)[:limit], found.exhausted and len(found.sets) <= limit, proof


def _acts(rules: Iterable[Commitment]) -> tuple[Act, ...]:
    named: set[Act] = set()
    for rule in rules:
        named |= {rule.act, *rule.unless, *(act for condition in rule.when for act in condition.acts)}
    return tuple(sorted(named))


def _sorted(sets: Iterable[frozenset[int]], acts: Acts) -> tuple[Acts, ...]:
    """Return sets of numbers as sorted acts, the sets themselves in order of size and then of their acts."""
    return tuple(tuple(acts[number] for number in numbers) for numbers in sorted(map(sorted, sets), key=_size_first))


def _size_first(numbers: list[int]) -> tuple[int, list[int]]:
    return len(numbers), numbers


def _program(rules: Sequence[Commitment], acts: Acts) -> list[str]:
    numbers = {act: number for number, act in enumerate(acts)}
    lines = ["#defined done/1."]
    for rule in rules:
        body = [_condition(condition, numbers) for condition in rule.when]
        body += [f"not done({numbers[act]})" for act in rule.unless]
        lines.append(f"done({numbers[rule.act]}) :- {', '.join(body)}." if body else f"done({numbers[rule.act]}).")
    return lines


def _condition(condition: Condition, numbers: dict[Act, int]) -> str:
    atoms = [f"done({numbers[act]})" for act in condition.acts]
    if condition.at_least == len(atoms):
        return ", ".join(atoms)
    counted = "; ".join(f"{number} : {atom}" for number, atom in enumerate(atoms))
    return f"{condition.at_least} #count {{ {counted} }}"


def _solve(program: Sequence[str], arguments: Sequence[str], limit: int | None, time_limit: float) -> _Found:
    """Run clingo for at most `time_limit` seconds; a `limit` keeps every set, None only the last and best."""
    import clingo  # heavy: loaded only when promises are to be solved

    control = clingo.Control([*arguments, "--warn=none", "--seed=0"])
    control.add("base", [], "\n".join(program))
    control.ground([("base", [])])
    sets: list[frozenset[int]] = []

    def keep(model: clingo.Model) -> None:
        if limit is None:
            sets.clear()
        sets.append(frozenset(symbol.arguments[0].number for symbol in model.symbols(shown=True)))

    with control.solve(on_model=keep, async_=True) as handle:
        in_time = handle.wait(time_limit)
        if not in_time:
            handle.cancel()
        result = handle.get()
    lower = control.statistics["summary"].get("lower", [0])
    return _Found(tuple(sets), len(sets[-1]) if sets else None, int(lower[0]) if lower else 0, result.exhausted)
