"""What conditional promises come to: who waits for whom, what a first move would set off, and every possible ending.

Sources: A. Tarski (1955), A lattice-theoretical fixpoint theorem; J. Heitzig and R. Simmons (2012), Some chance for
consensus, on conditional commitments; M. Gelfond and V. Lifschitz (1988), The stable model semantics.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ahlaf.model import Act, Commitment, CommitmentAnswer, Condition, Dependence, ProofStatus, Waiting
from ahlaf.solve.commitments.answer_sets import endings_of, keystones_of

DEFAULT_LIMIT = 1000
DEFAULT_TIME_LIMIT = 60.0


def solve_commitments(
    rules: Sequence[Commitment], *, limit: int = DEFAULT_LIMIT, time_limit: float = DEFAULT_TIME_LIMIT
) -> CommitmentAnswer:
    """Say what comes of promises if all wait, what if all sign together, and which first moves make the difference.

    With F(S) the acts that some rule yields when exactly the acts of S are done: `least` is the smallest S with
    F(S) = S, `greatest` the largest, `deadlock` their difference, all of the rules without "unless". `keystones` are
    all smallest K ⊆ deadlock such that the least fixed point with K as given holds the whole deadlock. `endings` are
    the stable models of all rules, "unless" being default negation. Acts are sorted by party, deed and object.
    At most `limit` endings and as many keystones are listed; `complete` is false if there are more.
    `proof` says that no keystone is smaller; where `time_limit` seconds do not do for that, one keystone that cannot be
    shortened stands in, with the bound that was reached.
    """
    plain = tuple(rule for rule in rules if not rule.unless)
    least = least_fixed_point(plain)
    greatest = greatest_fixed_point(plain)
    deadlock = greatest - least
    keystones, all_keystones, proof = keystones_of(plain, least, deadlock, limit=limit, time_limit=time_limit)
    if proof.status is ProofStatus.STOPPED:
        keystones = (_irreducible(plain, deadlock),)
        proof = replace(proof, gap=len(keystones[0]) - proof.bound)
    monotone = len(plain) == len(rules)
    endings, all_endings = (
        ((tuple(sorted(least)),), True) if monotone else endings_of(rules, limit=limit, time_limit=time_limit)
    )
    return CommitmentAnswer(
        rules=tuple(rules),
        monotone=monotone,
        least=tuple(sorted(least)),
        greatest=tuple(sorted(greatest)),
        deadlock=tuple(sorted(deadlock)),
        waiting=tuple(Waiting(act, _waits_for(act, plain, least)) for act in sorted(deadlock)),
        keystones=keystones,
        dependences=_dependences(plain, greatest),
        endings=endings,
        complete=all_keystones and all_endings,
        proof=proof,
    )


def _irreducible(rules: Sequence[Commitment], deadlock: frozenset[Act]) -> tuple[Act, ...]:
    """Return first moves that bring the whole deadlock about and of which none can be left out."""
    kept = sorted(deadlock)
    for act in sorted(deadlock):
        fewer = [other for other in kept if other != act]
        if deadlock <= least_fixed_point(rules, fewer):
            kept = fewer
    return tuple(kept)


def least_fixed_point(rules: Sequence[Commitment], given: Collection[Act] = ()) -> frozenset[Act]:
    """Return what comes about if everybody waits until their conditions are met, `given` being done from the start."""
    done = set(given)
    while new := {rule.act for rule in rules if rule.act not in done and _follows(rule, done)}:
        done |= new
    return frozenset(done)


def greatest_fixed_point(rules: Sequence[Commitment]) -> frozenset[Act]:
    """Return the most that can come about if all signed together: acts that bear one another out."""
    done = {rule.act for rule in rules}
    while (kept := {rule.act for rule in rules if rule.act in done and _follows(rule, done)}) != done:
        done = kept
    return frozenset(done)


def _follows(rule: Commitment, done: Collection[Act]) -> bool:
    return all(_met(condition, done) for condition in rule.when)


def _met(condition: Condition, done: Collection[Act]) -> bool:
    return sum(act in done for act in condition.acts) >= condition.at_least


def _waits_for(act: Act, rules: Sequence[Commitment], done: Collection[Act]) -> tuple[Act, ...]:
    """Return the acts not yet done in those conditions of the act's own rules that are not yet met."""
    unmet = (condition for rule in rules if rule.act == act for condition in rule.when if not _met(condition, done))
    return tuple(sorted({other for condition in unmet for other in condition.acts if other not in done}))


def _dependences(rules: Sequence[Commitment], greatest: frozenset[Act]) -> tuple[Dependence, ...]:
    """Withdraw each rule in turn and compare the greatest endings."""
    found = []
    for at, rule in enumerate(rules):
        rest = greatest_fixed_point([*rules[:at], *rules[at + 1 :]])
        found.append(Dependence(rule, tuple(sorted(greatest - rest))))
    return tuple(found)
