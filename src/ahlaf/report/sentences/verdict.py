"""Does it hold, and how sure is that?"""

from __future__ import annotations

from ahlaf.model import Answer, Case, Status, TieOrigin
from ahlaf.report.ties import network_of, walks_out
from ahlaf.report.words import Words


def verdict_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say whether the coalition holds, who would walk out, and which red lines stand."""
    verdict, question = answer.verdict, answer.question
    names = {"members": words.named(question.members), "threat": words.in_prose(question.threat)}
    said = [words.say(f"verdict.{verdict.status}", **names)]
    if verdict.status is Status.CONTESTED:
        said.append(words.say("verdict.contested_holds" if verdict.central else "verdict.contested_fails"))
    outside = [balance.actor for balance in verdict.balances if walks_out(balance)]
    if outside:
        said.append(words.say("verdict.outside", names=words.named(outside)))
    said += (words.say("verdict.red_line", pair=words.between(pair)) for pair in verdict.red_lines)
    return tuple(said)


def certainty_sentences(case: Case, answer: Answer, words: Words) -> tuple[str, ...]:
    """Say how sure the verdict is, which ties decide on their own, and which to verify first."""
    verdict, network = answer.verdict, network_of(case)
    said: list[str] = []
    if verdict.red_lines:
        return (words.say("verdict.fails_red_line"),)
    if verdict.status is Status.FAILS:
        said.append(words.say("verdict.fails_at_best"))
    if verdict.status is Status.HOLDS:
        said.append(words.say("verdict.holds_at_worst"))
    chance = verdict.probability
    said.append(
        words.say(
            "verdict.chance",
            samples=words.number(chance.samples),
            share=words.probability(chance.value),
            error=words.number(round(50 * (chance.high - chance.low), 1)),
            likelihood=words.likelihood(chance.value),
        )
    )
    unknown = [flip.pair for flip in verdict.flips if network.tie(*flip.pair).origin is TieOrigin.ASSUMED]
    for flip in verdict.flips:
        if flip.pair not in unknown:
            weight, flips_at = words.weight(network.tie(*flip.pair).weight), words.weight(flip.flips_at)
            said.append(words.say("verdict.flip", pair=words.between(flip.pair), weight=weight, flips_at=flips_at))
    if unknown:
        said.append(words.say("verdict.flip_unknown", len(unknown), pairs=words.between_all(unknown)))
    if verdict.verify:
        said.append(words.say("verdict.verify", pair=words.between(verdict.verify)))
    return tuple(said)
