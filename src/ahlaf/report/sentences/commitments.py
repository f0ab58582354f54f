"""What conditional promises come to."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.model import Act, CommitmentAnswer, ProofStatus
from ahlaf.report.words import Words


def commitment_sentences(answer: CommitmentAnswer | None, words: Words) -> tuple[str, ...]:
    """Say what happens if all wait, if all sign, what is deadlocked, and what unlocks it."""
    if answer is None:
        return ()
    said = [*ending_sentences(answer, words), _outcome("least", answer, words), _outcome("greatest", answer, words)]
    if answer.deadlock:
        said.append(words.say("commitment.deadlock", acts=words.acts(answer.deadlock)))
    else:
        said.append(words.say("commitment.no_deadlock"))
    for keystone in answer.keystones:
        kind = "keystone" if len(keystone) == 1 else "keystones"
        said.append(words.say(f"commitment.{kind}", acts=words.acts(keystone)))
    if answer.proof.status is ProofStatus.STOPPED:
        said.append(words.say("commitment.keystone_unproven", bound=words.number(answer.proof.bound)))
    return tuple(said)


def waiting_sentences(answer: CommitmentAnswer | None, words: Words) -> tuple[str, ...]:
    """Say who waits for what, acts that wait for the same in one sentence."""
    groups: dict[tuple[Act, ...], list[Act]] = {}
    for waiting in answer.waiting if answer else ():
        groups.setdefault(waiting.waits_for, []).append(waiting.act)
    return tuple(
        words.say("commitment.waiting", act=words.acts(acts), acts=words.acts(awaited))
        for awaited, acts in groups.items()
    )


def dependence_sentences(answer: CommitmentAnswer | None, words: Words) -> tuple[str, ...]:
    """Say what else falls when a promise is withdrawn, promises that bring down the same in one sentence."""
    groups: dict[frozenset[Act], list[Act]] = {}
    alone: list[Act] = []
    for dependence in answer.dependences if answer else ():
        withdrawn = dependence.withdrawn.act
        if set(dependence.falls) <= {withdrawn}:
            alone.append(withdrawn)
        else:
            groups.setdefault(frozenset({withdrawn, *dependence.falls}), []).append(withdrawn)
    said = [_fall_sentence(withdrawn, fallen, words) for fallen, withdrawn in groups.items()]
    if alone:
        said.append(words.say("commitment.falls_alone", acts=words.acts(dict.fromkeys(alone))))
    return tuple(said)


def _fall_sentence(withdrawn: Sequence[Act], fallen: frozenset[Act], words: Words) -> str:
    act = words.acts(withdrawn)
    others = sorted(fallen.difference(withdrawn), key=str)
    if not others:
        return words.say("commitment.falls_all", act=act)
    kind = "falls" if len(withdrawn) == 1 else "falls_any"
    return words.say(f"commitment.{kind}", act=act, acts=words.acts(others))


def _outcome(kind: str, answer: CommitmentAnswer, words: Words) -> str:
    acts = answer.least if kind == "least" else answer.greatest
    return words.say(f"commitment.{kind}", acts=words.acts(acts)) if acts else words.say(f"commitment.{kind}_nothing")


def ending_sentences(answer: CommitmentAnswer, words: Words) -> tuple[str, ...]:
    """List every ending where rules with "unless" leave several, or none; for the others waiting and signing do."""
    if answer.monotone:
        return ()
    if not answer.endings:
        return (words.say("commitment.no_ending"), words.say("commitment.without_unless"))
    said = [words.say("commitment.several", len(answer.endings))]
    for number, ending in enumerate(answer.endings, start=1):
        said.append(words.say("commitment.ending", number=words.number(number), acts=words.acts(ending)))
    if not answer.complete:
        said.append(words.say("commitment.incomplete"))
    return (*said, words.say("commitment.without_unless"))
