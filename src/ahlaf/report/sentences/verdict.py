"""Does it hold, and who would walk out?"""

from __future__ import annotations

from ahlaf.model import Answer, Case, Deficit, Status, Verdict
from ahlaf.report.sentences.blocking import short_of
from ahlaf.report.ties import walks_out
from ahlaf.report.words import Words

# The title has all names; a sentence with more of them than this would be read by nobody.
_MOST_NAMED = 12
# Below this share of the draws it is said that the answer hardly ever turned.
_HARDLY_EVER = 0.05


def verdict_sentences(case: Case, answer: Answer, words: Words) -> tuple[str, ...]:
    """Say whether the coalition holds, who would walk out, and which red lines stand."""
    verdict = answer.verdict
    assumed = _numbers_assumed(case, answer)
    said = [*_opening(answer, assumed, words)]
    if verdict.status is Status.CONTESTED and not _rests_on_nothing(verdict):
        said.append(words.say(_leaning(verdict)))
    outside = tuple(Deficit(balance.actor, balance.central) for balance in verdict.balances if walks_out(balance))
    if outside:
        said.append(words.say("verdict.outside", names=short_of(outside, words)))
    said += (words.say("verdict.red_line", pair=words.between(pair)) for pair in verdict.red_lines)
    if assumed:
        said.append(words.say("verdict.numbers_assumed"))
    return tuple(said)


def _leaning(verdict: Verdict) -> str:
    """Return which message says where a contested answer leans, and whether hardly anything speaks against it."""
    likely = verdict.probability.value
    if verdict.central:
        return "verdict.contested_holds_nearly" if likely > 1 - _HARDLY_EVER else "verdict.contested_holds"
    return "verdict.contested_fails_nearly" if likely < _HARDLY_EVER else "verdict.contested_fails"


def _opening(answer: Answer, assumed: bool, words: Words) -> tuple[str, ...]:
    """Say yes, no or neither; neither where no evidence at all bears on the answer, whatever the numbers come to.

    A yes or a no that hangs on `assumed` strength and weight of the threat says so at once.
    """
    verdict, question = answer.verdict, answer.question
    members = question.members
    said = words.say("verdict.members", len(members)) if len(members) > _MOST_NAMED else words.named(members)
    names = {"members": said, "threat": words.in_prose(question.threat)}
    if verdict.red_lines:
        if verdict.lifted.status is Status.HOLDS and not _rests_on_nothing(verdict):
            return (words.say("verdict.fails_red_line_alone", len(verdict.red_lines), **names),)
        return (words.say("verdict.fails", **names),)
    if _rests_on_nothing(verdict):
        lean = {
            Status.HOLDS: "verdict.assumed_holds",
            Status.FAILS: "verdict.assumed_fails",
            Status.CONTESTED: "verdict.assumed_contested",
        }
        return (words.say("verdict.nothing_known", **names), words.say(lean[verdict.status]))
    if assumed and verdict.status is not Status.CONTESTED:
        key = "verdict.holds_if" if verdict.status is Status.HOLDS else "verdict.fails_if"
        return (words.say(key, **names),)
    return (words.say(f"verdict.{verdict.status}", **names),)


def _numbers_assumed(case: Case, answer: Answer) -> bool:
    """Say whether strength and weight of the threat were assumed for some member."""
    return any(party.assumed for party in case.parties if party.id in answer.question.members)


def _rests_on_nothing(verdict: Verdict) -> bool:
    """Say whether every tie inside is assumed."""
    return verdict.lifted.assumed == verdict.lifted.pairs
