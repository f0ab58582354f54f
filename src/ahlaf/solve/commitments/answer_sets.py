"""Rules as answer sets: all stable endings, and the fewest first moves that open a circle, found by clingo.

Source: M. Gebser, R. Kaminski, B. Kaufmann and T. Schaub (2019), Multi-shot ASP solving with clingo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ahlaf.model import Act, Commitment
from ahlaf.solve.commitments.circles import Knot
from ahlaf.solve.commitments.net import LocalRule, acts_of, net_of

Acts = tuple[Act, ...]
Sets = tuple[tuple[int, ...], ...]


def endings_of(rules: Sequence[Commitment], *, limit: int, time_limit: float) -> tuple[tuple[Acts, ...], bool]:
    """Return all stable models of the rules, at most `limit`, sorted, and whether these are all.

    An ending is stable if it is exactly what the rules yield in it: no act without a promise that calls for it, and
    none that holds itself up.
    """
    acts = acts_of(rules)
    number = {act: at for at, act in enumerate(acts)}
    net = net_of(rules, acts)
    program = [_written(net.rule(at), [number[act] for act in rule.unless]) for at, rule in enumerate(rules)]
    found, complete = _solved([*program, "#show done/1."], limit, time_limit)
    return tuple(tuple(acts[at] for at in one) for one in found), complete


def fewest_of(knot: Knot, candidates: Iterable[int], *, time_limit: float) -> tuple[tuple[int, ...], int, bool]:
    """Return the fewest acts among candidates that open a circle, none if none were found, a bound, and if proven.

    Core-guided: clingo learns sets of acts of which one has to be chosen, and raises the bound with each.
    """
    program = [*_opening(knot, candidates), "#minimize { 1,X : first(X) }."]
    models, exhausted, lower = _run(program, ["0", "--opt-mode=opt", "--opt-strategy=usc,stratify"], time_limit)
    best = min(models, key=_size_first, default=())
    proven = exhausted and bool(best)
    return best, len(best) if proven else lower, proven


def all_fewest_of(knot: Knot, allowed: Iterable[int], *, limit: int, time_limit: float) -> tuple[Sets, bool]:
    """Return all smallest sets of acts among `allowed` that open a circle, sorted, and whether these are all."""
    program = [*_opening(knot, allowed), "#minimize { 1,X : first(X) }."]
    sets, exhausted, _ = _run(program, [str(limit + 1), "--opt-mode=optN", "--opt-strategy=usc"], time_limit, best=True)
    return tuple(sorted(sets, key=_size_first)[:limit]), exhausted and len(sets) <= limit


def _opening(knot: Knot, candidates: Iterable[int]) -> list[str]:
    """Return what clingo has to find: first moves that open a circle."""
    program = [_written(knot.net.rule(number), ()) for number in range(len(knot.net.heads))]
    program += ["done(X) :- first(X).", "#show first/1."]
    program += [f"{{ first({act}) }}." for act in candidates]
    return program + [f":- not done({act})." for act in range(knot.net.size)]


def _written(rule: LocalRule, unless: Iterable[int]) -> str:
    """Return a rule as clingo reads it."""
    head, gates = rule
    body = [_gate(need, members) for need, members in gates]
    body += [f"not done({act})" for act in unless]
    return f"done({head}) :- {', '.join(body)}." if body else f"done({head})."


def _gate(need: int, members: Sequence[int]) -> str:
    if need == len(members):
        return ", ".join(f"done({act})" for act in members)
    return f"{need} #count {{ {'; '.join(f'{act} : done({act})' for act in members)} }}"


def _solved(program: Sequence[str], limit: int, time_limit: float) -> tuple[Sets, bool]:
    """Return at most `limit` of the sets that clingo finds, sorted, and whether these are all."""
    sets, exhausted, _ = _run(program, [str(limit + 1)], time_limit)
    return tuple(sorted(sets, key=_size_first)[:limit]), exhausted and len(sets) <= limit


def _run(
    program: Sequence[str], arguments: Sequence[str], time_limit: float, *, best: bool = False
) -> tuple[list[tuple[int, ...]], bool, int]:
    """Run clingo for at most `time_limit` seconds; return the sets it shows, if there are no more, and its bound."""
    import clingo  # heavy: loaded only when promises are to be solved

    control = clingo.Control([*arguments, "--warn=none", "--seed=0"])
    control.add("base", [], "\n".join(["#defined done/1.", "#defined first/1.", *program]))
    control.ground([("base", [])])
    sets: list[tuple[int, ...]] = []

    def keep(model: clingo.Model) -> None:
        # Where only the best are asked for, the sets on the way to them are not.
        if best and not model.optimality_proven:
            return
        sets.append(tuple(sorted(symbol.arguments[0].number for symbol in model.symbols(shown=True))))

    with control.solve(on_model=keep, async_=True) as handle:
        if not handle.wait(max(0.0, time_limit)):
            handle.cancel()
        exhausted = bool(handle.get().exhausted)
    lower = control.statistics["summary"].get("lower", [0])
    return sets, exhausted, int(lower[0]) if lower else 0


def _size_first(numbers: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return len(numbers), numbers
