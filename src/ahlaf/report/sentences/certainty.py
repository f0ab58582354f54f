"""How sure is the answer, and what would turn it?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from ahlaf.model import Answer, Case, Firmness, FlipTie, ParameterFlip, ReportFlip, Status, TieOrigin
from ahlaf.network import SignedNetwork
from ahlaf.report.ties import network_of, report_of
from ahlaf.report.words import Words

# So many are told one by one; the page and the JSON have more.
_MOST_FLIPS = 1
_MOST_NAMED = 4
_MOST_PARAMETERS = 2
_MOST_REPORTS = 2
_PARAMETERS = {
    ("benefit", False): "certainty.benefit",
    ("exclusivity", False): "certainty.exclusivity",
    ("joining_cost", False): "certainty.joining_cost",
    ("requirement", False): "certainty.requirement",
    ("salience", True): "certainty.salience_of",
    ("capability", True): "certainty.capability_of",
    ("joining_cost", True): "certainty.joining_cost_of",
}


def certainty_sentences(case: Case, answer: Answer, words: Words) -> tuple[str, ...]:
    """Say how sure the verdict is, which ties decide, what to verify first, and which numbers and reports turn it."""
    firm, network = answer.verdict.lifted, network_of(case)
    return (
        *_over_the_intervals(answer, words),
        _chance(firm, words),
        *_flips(firm, network, words),
        *_together(firm, network, words),
        _verify(firm, words),
        *_parameters(firm, words),
        *_reports(case, firm, words),
        *_assumed(firm, words),
    )


def turning(firm: Firmness) -> tuple[ParameterFlip, ...]:
    """Return the numbers of which another value turns the answer, the smallest change first."""
    return tuple(flip for flip in firm.parameters if flip.below is not None or flip.above is not None)


def parameter_name(flip: ParameterFlip, words: Words) -> str:
    """Return what a number is called in a sentence: "the weight of the threat for Syria"."""
    key = _PARAMETERS[flip.parameter, flip.actor is not None]
    return words.say(key, name=words.in_prose(flip.actor)) if flip.actor else words.say(key)


def beyond(value: float, now: float) -> float:
    """Return a value to two decimals, rounded away from what it is now, so that what is said of it stays true."""
    hundredths = 100 * value
    return (math.ceil(hundredths - 1e-6) if value > now else math.floor(hundredths + 1e-6)) / 100


def _over_the_intervals(answer: Answer, words: Words) -> Iterator[str]:
    """Say what the ends of the intervals come to; with a red line, what they would come to were it lifted."""
    verdict, firm = answer.verdict, answer.verdict.lifted
    if verdict.red_lines:
        yield words.say("verdict.fails_red_line")
        count = len(verdict.red_lines)
        match firm.status:
            case Status.HOLDS:
                yield words.say("certainty.lifted_holds", count)
            case Status.FAILS:
                yield words.say("certainty.lifted_fails", count)
            case Status.CONTESTED:
                key = "certainty.lifted_contested_holds" if firm.central else "certainty.lifted_contested_fails"
                yield words.say(key, count)
        yield words.say("certainty.lifted", count)
    elif firm.status is Status.FAILS:
        yield words.say("verdict.fails_at_best")
    elif firm.status is Status.HOLDS:
        yield words.say("verdict.holds_at_worst")


def _chance(firm: Firmness, words: Words) -> str:
    chance = firm.probability
    return words.say(
        "verdict.chance",
        samples=words.number(chance.samples),
        share=words.probability(chance.value),
        error=words.number(round(50 * (chance.high - chance.low), 1)),
        likelihood=words.likelihood(chance.value),
    )


def _flips(firm: Firmness, network: SignedNetwork, words: Words) -> Iterator[str]:
    """Say which ties decide on their own: the nearest one by one, then the others, then those that nobody knows."""
    unknown = [flip.pair for flip in firm.flips if network.tie(*flip.pair).origin is TieOrigin.ASSUMED]
    known = [flip for flip in firm.flips if flip.pair not in unknown]
    for flip in known[:_MOST_FLIPS]:
        weight, flips_at = words.weight(network.tie(*flip.pair).weight), words.weight(flip.flips_at)
        yield words.say("verdict.flip", pair=words.between(flip.pair), weight=weight, flips_at=flips_at)
    more = [flip.pair for flip in known[_MOST_FLIPS:]]
    if len(more) > _MOST_NAMED:
        yield words.say("certainty.flip_many", len(more))
    elif more:
        yield words.say("certainty.flip_more", len(more), pairs=words.between_all(more))
    if len(unknown) > _MOST_NAMED:
        yield words.say("certainty.flip_unknown_many", len(unknown))
    elif unknown:
        yield words.say("verdict.flip_unknown", len(unknown), pairs=words.between_all(unknown))


def _together(firm: Firmness, network: SignedNetwork, words: Words) -> Iterator[str]:
    """Say which ties decide together, where none does alone."""
    if firm.flips or firm.together is None:
        return
    if not firm.together.moves or len(firm.together.moves) > _MOST_NAMED:
        yield words.say("certainty.together_many", firm.together.at_least)
        return

    def move(flip: FlipTie) -> str:
        weight, flips_at = words.weight(network.tie(*flip.pair).weight), words.weight(flip.flips_at)
        return words.say("certainty.move", pair=words.between(flip.pair), weight=weight, flips_at=flips_at)

    key = "certainty.together_fail" if firm.central else "certainty.together_hold"
    moves = words.clauses(move(flip) for flip in firm.together.moves)
    yield words.say(key, moves=moves, total=words.number(beyond(firm.together.total, 0.0)))


def _verify(firm: Firmness, words: Words) -> str:
    """Say which tie to verify first, and how much surer the answer would be for it."""
    if not firm.verify:
        return words.say("certainty.verify_none")
    best = firm.verify[0]
    right = max(firm.probability.value, 1.0 - firm.probability.value)
    now, then = words.probability(right), words.probability(min(1.0, right + best.rise.value))
    if now == then:
        return words.say("certainty.verify_little", pair=words.between(best.pair))
    error = words.number(round(50 * (best.rise.high - best.rise.low), 1))
    key = "certainty.verify_holds" if firm.probability.value > 0.5 else "certainty.verify_fails"
    return words.say(key, pair=words.between(best.pair), now=now, then=then, error=error)


def _parameters(firm: Firmness, words: Words) -> Iterator[str]:
    """Say which one or two numbers would turn the answer with the least change."""
    numbers = turning(firm)
    if not numbers:
        yield words.say("certainty.parameter_none")
    for flip in numbers[:_MOST_PARAMETERS]:
        ends = [end for end in (flip.below, flip.above) if end is not None]
        nearest = min(ends, key=lambda end: abs(end - flip.value))
        values = {
            "parameter": parameter_name(flip, words),
            "value": words.number(beyond(nearest, flip.value)),
            "now": words.number(flip.value),
        }
        if not firm.central:
            yield words.say("certainty.parameter_hold", **values)
        else:
            key = "certainty.parameter_below" if nearest == flip.below else "certainty.parameter_above"
            yield words.say(key, **values)


def _reports(case: Case, firm: Firmness, words: Words) -> Iterator[str]:
    """Say without which single report the answer would be another, or that there is none."""
    if not firm.reports_tried:
        return
    if not firm.reports:
        yield words.say("certainty.report_none", firm.reports_tried)
        return
    for flip in firm.reports[:_MOST_REPORTS]:
        yield words.say("certainty.report", report=report_of(case, flip.report, words), outcome=outcome(flip, words))
    more = len(firm.reports) - _MOST_REPORTS
    if more > 0:
        yield words.say("certainty.report_more", more)


def outcome(flip: ReportFlip, words: Words) -> str:
    """Return what the answer would be without a report, as a clause: "it would be contested"."""
    if flip.status is not Status.CONTESTED:
        return words.say("certainty.would_hold" if flip.status is Status.HOLDS else "certainty.would_fail")
    return words.say("certainty.would_lean_hold" if flip.central else "certainty.would_lean_fail")


def _assumed(firm: Firmness, words: Words) -> Iterator[str]:
    """Say of how many ties nothing is known, and what the answer is with these taken as neutral."""
    if firm.assumed:
        outcomes = {
            Status.HOLDS: "certainty.would_hold",
            Status.FAILS: "certainty.would_fail",
            Status.CONTESTED: "certainty.would_contest",
        }
        said = words.say(outcomes[firm.neutral])
        if firm.assumed == firm.pairs:
            yield words.say("certainty.assumed_all", outcome=said)
        else:
            yield words.say("certainty.assumed", firm.assumed, pairs=words.number(firm.pairs), outcome=said)
