"""How far the cheapest package hangs on what steps are taken to cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahlaf.model import Answer, Pair, PriceRange, PriceSensitivity
from ahlaf.report.sentences.brokers import discount_sentences
from ahlaf.report.sentences.packages import step_phrase
from ahlaf.report.words import Words

# Steps of another package are named up to so many; the page has them all.
_NAMED = 3


def sensitivity_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say at which prices the cheapest package stays the cheapest, what takes its place, and which ties stay in all."""
    if not answer.sensitivity or not answer.reconciliation.packages:
        return ()
    return (*_packages(answer, words), *discount_sentences(answer, words))


def _packages(answer: Answer, words: Words) -> tuple[str, ...]:
    steady = [found for found in answer.sensitivity if len(found.ranges) == 1 and found.proven]
    said = []
    if steady:
        said.append(words.say("sensitivity.steady", prices=words.listed(_everywhere(steady, words))))
    for found in answer.sensitivity:
        if len(found.ranges) > 1:
            said += _turns(answer, found, words)
    if any(len(found.ranges) > 1 for found in answer.sensitivity):
        always = _always(answer)
        if always:
            said.append(words.say("sensitivity.always", len(always), pairs=words.between_all(always)))
    if any(not found.proven for found in answer.sensitivity):
        said.append(words.say("sensitivity.unproven"))
    return tuple(said)


def price_name(found: PriceSensitivity, words: Words) -> str:
    """Return what a price is called within a sentence."""
    return words.say(f"price.{found.parameter}")


def price_range(one: PriceRange, words: Words) -> str:
    """Return a range of a price; one without an end is any price."""
    if one.high is None:
        return words.say("sensitivity.any")
    return words.say("phrase.interval", low=words.number(one.low), high=words.number(one.high))


def _everywhere(steady: Sequence[PriceSensitivity], words: Words) -> Iterator[str]:
    """Say over which range each of these prices changes nothing: what was free up to one, others up to a multiple."""
    multiples: dict[float, list[str]] = {}
    for found in steady:
        high = found.ranges[0].high
        if high is None:
            continue
        if found.value:
            multiples.setdefault(round(high / found.value, 6), []).append(price_name(found, words))
        else:
            yield words.say("sensitivity.from_free", price=price_name(found, words), high=words.number(high))
    for times, prices in multiples.items():
        yield words.say("sensitivity.up_to", prices=words.listed(prices), times=words.number(times))
    for found in steady:
        if found.ranges[0].high is None:
            yield words.say("sensitivity.any_price", price=price_name(found, words))


def _turns(answer: Answer, found: PriceSensitivity, words: Words) -> Iterator[str]:
    """Say in which range the cheapest package stays the cheapest, and what is below and above."""
    place = next(
        i for i, one in enumerate(found.ranges) if one.package.steps == answer.reconciliation.packages[0].steps
    )
    here = found.ranges[place]
    yield words.say(
        "sensitivity.stays",
        price=price_name(found, words),
        low=words.number(here.low),
        high=_end(here, words),
        value=words.number(found.value),
    )
    if place > 0:
        yield _other(("below", "below_many"), words.number(here.low), found.ranges[place - 1], words)
    if place + 1 < len(found.ranges):
        yield _other(("above", "above_many"), _end(here, words), found.ranges[place + 1], words)


def _end(one: PriceRange, words: Words) -> str:
    return words.say("sensitivity.any") if one.high is None else words.number(one.high)


def _other(kinds: tuple[str, str], at: str, one: PriceRange, words: Words) -> str:
    steps, (named, counted) = one.package.steps, kinds
    if len(steps) > _NAMED:
        return words.say(f"sensitivity.{counted}", len(steps), at=at)
    said = words.clauses(step_phrase(step, words) for step in steps)
    return words.say(f"sensitivity.{named}", at=at, steps=said)


def _always(answer: Answer) -> list[Pair]:
    """Return the pairs that every package of every range touches."""
    ranges = [one for found in answer.sensitivity for one in found.ranges]
    touched = [{step.pair for step in one.package.steps} for one in ranges]
    return sorted(set.intersection(*touched))
