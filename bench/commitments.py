"""How long do thousands of promises take, beside the same questions put to clingo as they stand?

Seeded random rule sets of several shapes. The peer is clingo on the plain encoding of the fewest first moves, as text,
without circles taken apart and without stuck sets; both have the same time limit. Run
`python bench/commitments.py [--rules 100 1000 10000] [--seconds 10]`; CPU seconds hang on the machine, ratios less.
A shape takes no more than twice the time limit and some five seconds: the peer is killed where it overruns.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from time import monotonic, process_time

from ahlaf.model import Act, Commitment
from ahlaf.solve import parse_commitments
from ahlaf.solve.commitments.net import RuleNet, acts_of, net_of
from ahlaf.solve.commitments.unlocking import unlocking
from ahlaf.solve.commitments.withdrawal import collapses, departures

SEED = 2015


def chains(count: int, _: random.Random) -> list[str]:
    """Chains of a hundred, each of which begins by itself."""
    return [f"P{i} joins" + (f" if P{i - 1} joins" if i % 100 else "") for i in range(count)]


def ring(count: int, _: random.Random) -> list[str]:
    """One circle in which each waits for the next."""
    return [f"P{i} joins if P{(i + 1) % count} joins" for i in range(count)]


def cliques(count: int, chance: random.Random) -> list[str]:
    """Fives of which each waits for the four others, and for somebody before them."""
    rules = []
    for i in range(count):
        first = i - i % 5
        awaited = [f"P{j} joins" for j in range(first, min(first + 5, count)) if j != i]
        awaited += [f"P{chance.randrange(first)} joins"] if first else []
        rules.append(f"P{i} joins if {' and '.join(awaited)}")
    return rules


def at_least(count: int, chance: random.Random) -> list[str]:
    """Each waits for two of three among its twenty neighbours."""
    rules = []
    for i in range(count):
        near = [j for j in range(max(0, i - 10), min(count, i + 11)) if j != i]
        some = ", ".join(f"P{j} joins" for j in chance.sample(near, 3))
        rules.append(f"P{i} joins if at least 2 of ({some})")
    return rules


def sparse(count: int, chance: random.Random) -> list[str]:
    """Each waits for one or two of all the others."""
    rules = []
    for i in range(count):
        number = chance.choice([1, 1, 1, 2, 2])
        awaited = [j for j in chance.sample(range(count), number + 1) if j != i][:number]
        rules.append(f"P{i} joins if {' and '.join(f'P{j} joins' for j in awaited)}")
    return rules


def planted(count: int, chance: random.Random) -> list[str]:
    """One in a hundred waits for two later ones, all others for two before them."""
    keys = max(1, count // 100)
    rules = []
    for i in range(count):
        low, high = (keys, count) if i < keys else (0, i)
        rules.append(f"P{i} joins if P{chance.randrange(low, high)} joins and P{chance.randrange(low, high)} joins")
    return rules


SHAPES: Mapping[str, Callable[[int, random.Random], list[str]]] = {
    "chains": chains, "ring": ring, "cliques": cliques, "at least": at_least, "sparse": sparse, "planted": planted,
}  # fmt: skip


START = 2.0
"""So many seconds a process of the peer's may take to start."""


def plain_clingo(net: RuleNet, deadlock: list[int], time_limit: float) -> tuple[str, float]:
    """Return how many first moves clingo finds, whether it proves that there are no fewer, and its CPU seconds.

    While it grounds it cannot be stopped, so it has a process of its own.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    peer = context.Process(target=_plain_clingo, args=(theirs, net, deadlock, time_limit), daemon=True)
    peer.start()
    found: tuple[str, float] = ours.recv() if ours.poll(time_limit + START) else ("still grounding", time_limit)
    peer.kill()
    peer.join()
    return found


def _plain_clingo(answer: Connection, net: RuleNet, deadlock: list[int], time_limit: float) -> None:
    import clingo

    began, start = monotonic(), process_time()
    lines = ["#defined done/1.", "done(X) :- first(X).", "#minimize { 1,X : first(X) }."]
    for number, head in enumerate(net.heads):
        body = []
        for gate in net.gates[number]:
            members = "; ".join(f"{act} : done({act})" for act in net.members[gate])
            body.append(f"{net.needs[gate]} #count {{ {members} }}")
        lines.append(f"done({head}) :- {', '.join(body)}." if body else f"done({head}).")
    for act in deadlock:
        lines += [f"{{ first({act}) }}.", f":- not done({act})."]
    control = clingo.Control(["0", "--opt-mode=opt", "--opt-strategy=usc", "--warn=none", "--seed=0"])
    control.add("base", [], "\n".join(lines))
    control.ground([("base", [])])
    costs: list[int] = []
    with control.solve(on_model=lambda model: costs.extend(model.cost[-1:]), async_=True) as handle:
        if not handle.wait(max(0.0, time_limit - (monotonic() - began))):
            handle.cancel()
        proven = handle.get().exhausted
    answer.send((f"{costs[-1] if costs else 'none'}{'' if proven else ', not proven'}", process_time() - start))


def row(name: str, rules: list[str], seconds: float) -> str:
    """Measure one rule set."""
    text = "\n".join(rules)
    start = process_time()
    promises: tuple[Commitment, ...] = parse_commitments(text)
    read = process_time()
    acts: tuple[Act, ...] = acts_of(promises)
    net = net_of(promises, acts)
    least, fallen = net.least(), net.fallen()
    greatest = [act for act in range(net.size) if act not in fallen]
    ended = process_time()
    collapses(promises, net, acts, greatest)
    departures(net, acts, greatest)
    fell = process_time()
    deadlock = [act for act in greatest if act not in least]
    found = unlocking(net, acts, least, deadlock, limit=1, time_limit=seconds)
    unlocked = process_time()
    peer, peer_time = plain_clingo(net, deadlock, seconds) if deadlock else ("0", 0.0)
    size = len(found.keystones[0]) if found.keystones else 0
    ours = f"{size}" if not found.proof.gap else f"{found.proof.bound:g} to {size}"
    ratio = peer_time / max(unlocked - fell, 1e-3)
    return (
        f"{name:9} {len(rules):6} {read - start:6.2f} {ended - read:8.2f} {fell - ended:9.2f}"
        f" {unlocked - fell:8.2f} {ours:>12} {peer_time:8.2f} {peer:>18} {ratio:7.1f}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Thousands of promises, beside plain clingo.")
    parser.add_argument("--rules", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--shapes", nargs="+", choices=list(SHAPES), default=list(SHAPES))
    given = parser.parse_args()
    print("shape      rules   read  endings withdrawn  unlock        moves   clingo       clingo moves   ratio")
    for count in given.rules:
        for name in given.shapes:
            print(row(name, SHAPES[name](count, random.Random(SEED)), given.seconds), flush=True)


if __name__ == "__main__":
    main()
