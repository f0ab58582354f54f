"""What conditional promises come to: who waits for whom, what a first move would set off, and every possible ending.

Sources: A. Tarski (1955), A lattice-theoretical fixpoint theorem; J. Heitzig and R. Simmons (2012), Some chance for
consensus, on conditional commitments; M. Gelfond and V. Lifschitz (1988), The stable model semantics.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence

from ahlaf.model import Act, Commitment, CommitmentAnswer
from ahlaf.solve.commitments.answer_sets import endings_of
from ahlaf.solve.commitments.findings import rule_findings
from ahlaf.solve.commitments.net import acts_of, net_of
from ahlaf.solve.commitments.unlocking import unlocking
from ahlaf.solve.commitments.why import reasons_of
from ahlaf.solve.commitments.withdrawal import collapses, departures

DEFAULT_LIMIT = 1000
DEFAULT_TIME_LIMIT = 60.0


def solve_commitments(
    rules: Sequence[Commitment],
    *,
    not_first: Collection[str] = (),
    limit: int = DEFAULT_LIMIT,
    time_limit: float = DEFAULT_TIME_LIMIT,
) -> CommitmentAnswer:
    """Say what comes of promises if all wait, what if all sign together, and which first moves make the difference.

    With F(S) the acts that some rule yields when exactly the acts of S are done: `least` is the smallest S with
    F(S) = S, `greatest` the largest, `deadlock` their difference, all of the rules without "unless". Keystones are
    all smallest K ⊆ deadlock such that the least fixed point with K as given holds the whole deadlock; with
    `not_first`, parties as the rules name them, also those without an act of theirs. `endings` are the
    stable models of all rules, "unless" being default negation. Acts are sorted by party, deed and object.
    At most `limit` endings and as many keystones are listed; `complete` is false if there are more. The searches take
    at most `time_limit` seconds together, each an even share of what is left; where that does not do, one keystone
    stands in, with the bound that was reached.
    """
    acts = acts_of(rules)
    plain = tuple(rule for rule in rules if not rule.unless)
    monotone = len(plain) == len(rules)
    net = net_of(plain, acts)
    least, fallen = net.least(), net.fallen()
    greatest = [act for act in range(net.size) if act not in fallen]
    deadlock = [act for act in greatest if act not in least]
    deadline = time.monotonic() + time_limit

    def share(searches: int) -> float:
        return max(0.0, deadline - time.monotonic()) / searches

    searches = 1 + bool(not_first) + (not monotone)
    found = unlocking(net, acts, least, deadlock, limit=limit, time_limit=share(searches))
    restricted = (
        unlocking(net, acts, least, deadlock, not_first=not_first, limit=limit, time_limit=share(searches - 1))
        if not_first
        else None
    )
    endings, all_endings = (
        ((_named(sorted(least), acts),), True) if monotone else endings_of(rules, limit=limit, time_limit=share(1))
    )
    return CommitmentAnswer(
        rules=tuple(rules),
        monotone=monotone,
        least=_named(sorted(least), acts),
        greatest=_named(greatest, acts),
        deadlock=_named(deadlock, acts),
        reasons=reasons_of(plain, acts, least, fallen),
        unlocking=found,
        restricted=restricted,
        collapses=collapses(plain, net, acts, greatest),
        departures=departures(net, acts, greatest),
        endings=endings,
        complete=all_endings and all(one.listed_all for one in (found, restricted) if one),
        findings=rule_findings(rules),
    )


def least_fixed_point(rules: Sequence[Commitment], given: Collection[Act] = ()) -> frozenset[Act]:
    """Return what comes about if everybody waits until their conditions are met, `given` being done from the start.

    "Unless" is left out of account.
    """
    acts = tuple(sorted({*acts_of(rules), *given}))
    number = {act: at for at, act in enumerate(acts)}
    return frozenset(acts[at] for at in net_of(rules, acts).least(number[act] for act in given))


def greatest_fixed_point(rules: Sequence[Commitment]) -> frozenset[Act]:
    """Return the most that can come about if all signed together: acts that bear one another out."""
    acts = acts_of(rules)
    fallen = net_of(rules, acts).fallen()
    return frozenset(act for at, act in enumerate(acts) if at not in fallen)


def _named(numbers: Iterable[int], acts: Sequence[Act]) -> tuple[Act, ...]:
    return tuple(acts[number] for number in numbers)
