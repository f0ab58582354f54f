"""Rules as answer sets: all stable endings, and all sets of first moves of one size, found by clingo.

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


def moves_of_size(
    knot: Knot, allowed: Sequence[int], stuck: Iterable[Sequence[int]], *, size: int, limit: int, time_limit: float
) -> tuple[Sets, bool]:
    """Return all sets of `size` acts among `allowed` that open a circle, sorted, and whether these are all.

    `stuck` are sets of acts, by place in the circle as all else, of which every such set is known to have one.
    """
    program = [_written(knot.net.rule(number), ()) for number in range(len(knot.net.heads))]
    program += ["done(X) :- first(X).", "#show first/1.", f":- not {size} #count {{ X : first(X) }} {size}."]
    program += [f"{{ first({act}) }}." for act in allowed]
    program += [f":- not done({act})." for act in range(knot.net.size)]
    program += [f":- {', '.join(f'not first({act})' for act in one)}." for one in stuck]
    return _solved(program, limit, time_limit)


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
    """Run clingo for at most `time_limit` seconds; return at most `limit` of the sets that it shows, and if all."""
    import clingo  # heavy: loaded only when promises are to be solved

    control = clingo.Control([str(limit + 1), "--warn=none", "--seed=0"])
    control.add("base", [], "\n".join(["#defined done/1.", "#defined first/1.", *program]))
    control.ground([("base", [])])
    sets: list[tuple[int, ...]] = []

    def keep(model: clingo.Model) -> None:
        sets.append(tuple(sorted(symbol.arguments[0].number for symbol in model.symbols(shown=True))))

    with control.solve(on_model=keep, async_=True) as handle:
        if not handle.wait(max(0.0, time_limit)):
            handle.cancel()
        exhausted = handle.get().exhausted
    return tuple(sorted(sets, key=_size_first)[:limit]), bool(exhausted) and len(sets) <= limit


def _size_first(numbers: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return len(numbers), numbers
