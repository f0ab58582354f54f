"""What conditional promises come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from ahlaf.model import Act, Circle, Collapse, CommitmentAnswer, Condition, ProofStatus, Reason, Unlocking
from ahlaf.report.sentences.why import awaited
from ahlaf.report.words import Words

_SHOWN_ACTS = 40
"""A sentence names so many acts at most; the JSON has them all."""
_SHOWN_WAYS = 4
_SHOWN_CIRCLES = 6
_SHOWN_WITHDRAWALS = 12


def commitment_sentences(answer: CommitmentAnswer | None, words: Words) -> tuple[str, ...]:
    """Say which first moves unlock the deadlock, what comes about if all wait, what is deadlocked, on whom it hangs."""
    if answer is None:
        return ()
    said = list(ending_sentences(answer, words))
    if answer.deadlock:
        said += unlocking_sentences(answer.unlocking, words)
    said += restricted_sentences(answer, words)
    if answer.least:
        said.append(words.say("commitment.least", acts=acts_in_short(answer.least, words)))
    else:
        said.append(words.say("commitment.least_nothing"))
    if answer.deadlock:
        said.append(words.say("commitment.deadlock", acts=acts_in_short(answer.deadlock, words)))
        said += _hinges(answer, words)
    else:
        said.append(words.say("commitment.no_deadlock"))
    return tuple(said)


def unlocking_sentences(found: Unlocking, words: Words) -> tuple[str, ...]:
    """Say the fewest first moves, one clause a circle of waiting, and whether there are other ways as short."""
    size = sum(len(circle.first_moves[0]) for circle in found.circles)
    moves = words.say("commitment.moves", size)
    said = [words.say("commitment.unlock", moves=moves, choices=_choices(found, words))]
    if found.proof.status is ProofStatus.STOPPED:
        said.append(words.say("commitment.keystone_unproven", bound=words.number(found.proof.bound)))
    elif found.count == 1:
        said.append(words.say("commitment.only_way"))
    elif found.count is None:
        said.append(words.say("commitment.more_ways"))
    elif _cut(found):
        said.append(words.say("commitment.ways_in_all", found.count))
    return tuple(said)


def restricted_sentences(answer: CommitmentAnswer, words: Words) -> tuple[str, ...]:
    """Say what it costs that some parties will not move first."""
    found = answer.restricted
    if found is None or not answer.deadlock:
        return ()
    parties = words.named(found.not_first)
    if found.locked:
        return (words.say("commitment.never_without", parties=parties, acts=acts_in_short(found.locked, words)),)
    size, free = (sum(len(circle.first_moves[0]) for circle in one.circles) for one in (found, answer.unlocking))
    key = "commitment.restricted_same" if size == free else "commitment.restricted_more"
    moves, before = words.say("commitment.moves", size), words.say("commitment.moves", free)
    said = [words.say(key, parties=parties, moves=moves, before=before, choices=_choices(found, words))]
    if found.proof.status is ProofStatus.STOPPED:
        said.append(words.say("commitment.keystone_unproven", bound=words.number(found.proof.bound)))
    return tuple(said)


def waiting_sentences(answer: CommitmentAnswer | None, words: Words) -> tuple[str, ...]:
    """Say who waits for what, acts that wait for the same in one sentence."""
    groups: dict[tuple[tuple[Condition, ...], ...], list[Reason]] = {}
    for waiting in answer.waiting if answer else ():
        groups.setdefault(tuple(ground.unmet for ground in waiting.grounds), []).append(waiting)
    shown = list(groups.values())[:_SHOWN_ACTS]
    said = [
        words.say(
            "commitment.waiting",
            act=acts_in_short([one.act for one in group], words),
            conditions=awaited(group[0], words),
        )
        for group in shown
    ]
    if len(shown) < len(groups):
        said.append(words.say("commitment.and_more", len(groups) - len(shown)))
    return tuple(said)


def dependence_sentences(answer: CommitmentAnswer | None, words: Words) -> tuple[str, ...]:
    """Say what else falls when a promise is withdrawn, or when a party takes back all of its promises."""
    if answer is None:
        return ()
    alone = [rule.act for one in answer.collapses if _falls_alone(one) for rule in one.withdrawn]
    heavy = sorted((one for one in answer.collapses if not _falls_alone(one)), key=lambda one: -one.count)
    said = [_fall_sentence(one, words) for one in heavy[:_SHOWN_WITHDRAWALS]]
    if len(heavy) > _SHOWN_WITHDRAWALS:
        said.append(words.say("commitment.and_more", len(heavy) - _SHOWN_WITHDRAWALS))
    if alone:
        said.append(words.say("commitment.falls_alone", acts=acts_in_short(dict.fromkeys(alone), words)))
    return (*said, *_departure_sentences(answer, words))


def finding_sentences(answer: CommitmentAnswer, words: Words) -> tuple[str, ...]:
    """Say which rules may not say what was meant, and what may have been."""
    said = []
    for one in answer.findings[:_SHOWN_WITHDRAWALS]:
        line = words.number(one.rule.line)
        if one.nearest:
            near = str(one.nearest)
            said.append(words.say("finding.unpromised_near", line=line, act=str(one.act), near=near))
        else:
            earlier = words.number(one.earlier.line) if one.earlier else ""
            said.append(words.say(f"finding.{one.trouble}", line=line, act=str(one.act), earlier=earlier))
    if len(answer.findings) > _SHOWN_WITHDRAWALS:
        said.append(words.say("commitment.and_more", len(answer.findings) - _SHOWN_WITHDRAWALS))
    return tuple(said)


def ending_sentences(answer: CommitmentAnswer, words: Words) -> tuple[str, ...]:
    """List every ending where rules with "unless" leave several, or none; for the others waiting and signing do."""
    if answer.monotone:
        return ()
    if not answer.endings:
        return (words.say("commitment.no_ending"), words.say("commitment.without_unless"))
    said = [words.say("commitment.several", len(answer.endings))]
    for number, ending in enumerate(answer.endings[:_SHOWN_WITHDRAWALS], start=1):
        said.append(words.say("commitment.ending", number=words.number(number), acts=acts_in_short(ending, words)))
    if len(answer.endings) > _SHOWN_WITHDRAWALS:
        said.append(words.say("commitment.and_more", len(answer.endings) - _SHOWN_WITHDRAWALS))
    if not answer.complete:
        said.append(words.say("commitment.incomplete"))
    return (*said, words.say("commitment.without_unless"))


def acts_in_short(acts: Iterable[Act], words: Words) -> str:
    """Return acts as a list in prose, the first of them and a count where there are very many."""
    listed = list(acts)
    if len(listed) <= _SHOWN_ACTS:
        return words.acts(listed)
    return words.say("commitment.acts_more", len(listed) - _SHOWN_ACTS, acts=words.acts(listed[:_SHOWN_ACTS]))


def _choices(found: Unlocking, words: Words) -> str:
    """Return the ways to open each circle, or one way through all of them where there are many circles."""
    if len(found.circles) > _SHOWN_CIRCLES:
        return acts_in_short(sorted(act for circle in found.circles for act in circle.first_moves[0]), words)
    return words.clauses(_choice(circle, words) for circle in found.circles)


def _choice(circle: Circle, words: Words) -> str:
    """Return the ways to open a circle: what all of them share first, then the alternatives."""
    ways = circle.first_moves[:_SHOWN_WAYS]
    common = set(circle.first_moves[0]).intersection(*circle.first_moves)
    rest = [[act for act in moves if act not in common] for moves in ways]
    if not any(rest):
        return acts_in_short(ways[0], words)
    if any(len(moves) > 1 for moves in rest):
        return reduce(
            lambda a, b: words.say("commitment.either", a=a, b=b), (acts_in_short(moves, words) for moves in ways)
        )
    either = words.either(words.acts(moves) for moves in rest)
    return words.say("commitment.together", acts=acts_in_short(sorted(common), words), one=either) if common else either


def _cut(found: Unlocking) -> bool:
    many = any(len(circle.first_moves) > _SHOWN_WAYS for circle in found.circles)
    return many or len(found.circles) > _SHOWN_CIRCLES


def _hinges(answer: CommitmentAnswer, words: Words) -> tuple[str, ...]:
    """Say which parties everything deadlocked hangs on, each by itself."""
    parties = sorted(_pivots(answer))
    if not parties:
        return ()
    key = "commitment.hinges_on" if len(parties) == 1 else "commitment.hinges_on_each"
    return (words.say(key, parties=words.named(parties)),)


def _pivots(answer: CommitmentAnswer) -> frozenset[str]:
    """Return the parties without whose promises nothing of the deadlock can come about."""
    others: dict[str, int] = {}
    for act in answer.deadlock:
        others[act.party] = others.get(act.party, 0) + 1
    deadlocked = set(answer.deadlock)
    return frozenset(
        one.party
        for one in answer.departures
        if 0 < len(deadlocked) - others.get(one.party, 0) == len(deadlocked.intersection(one.falls))
    )


def _falls_alone(one: Collapse) -> bool:
    return one.count == 0 or (one.count == 1 and len(one.withdrawn) == 1)


def _fall_sentence(one: Collapse, words: Words) -> str:
    withdrawn = list(dict.fromkeys(rule.act for rule in one.withdrawn))
    act = acts_in_short(withdrawn, words)
    gone = set(withdrawn)
    others = [fallen for fallen in one.falls if fallen not in gone]
    if not others:
        return words.say("commitment.falls_all", act=act)
    kind = "falls" if len(withdrawn) == 1 else "falls_any"
    return words.say(f"commitment.{kind}", act=act, acts=acts_in_short(others, words))


def _departure_sentences(answer: CommitmentAnswer, words: Words) -> Sequence[str]:
    """Say what falls with all promises of one party, parties that bring down the same in one sentence.

    Parties on which the whole deadlock hangs have been named by then.
    """
    groups: dict[frozenset[Act], list[str]] = {}
    pivots = _pivots(answer)
    for one in answer.departures:
        if one.count and one.party not in pivots:
            own = {act for act in answer.greatest if act.party == one.party}
            groups.setdefault(frozenset(own.union(one.falls)), []).append(one.party)
    said = []
    for fallen, parties in list(groups.items())[:_SHOWN_WITHDRAWALS]:
        others = sorted(act for act in fallen if act.party not in parties)
        if len(parties) == 1:
            said.append(words.say("commitment.departs", party=words.named(parties), acts=acts_in_short(others, words)))
        elif others:
            said.append(
                words.say("commitment.depart_any", parties=words.named(parties), acts=acts_in_short(others, words))
            )
        else:
            said.append(words.say("commitment.depart_all", parties=words.named(parties)))
    return said
