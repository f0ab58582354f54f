"""In which order steps are taken and members sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahlaf.model import Answer, BrokerSaving, Moment, Step, StepOrder
from ahlaf.report.sentences.brokers import useful_brokers
from ahlaf.report.sentences.packages import step_phrase
from ahlaf.report.words import Words

# Beyond so many, those who sign one after another are counted and not named.
_NAMED = 12
# As many moments are told in words, and as many steps of one moment; the table on the page has them all.
_TOLD, _STEPS = 8, 3


def order_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say in which order, moment by moment, so that nobody who has signed would be better off walking out."""
    order = answer.order
    if order is None:
        return ()
    if not order.moments:
        return (words.say("order.none", names=words.named(order.not_first)),)
    brokers = useful_brokers(answer)
    items = list(_items(order, brokers[0] if brokers else None, words))
    numbered = (
        words.say("phrase.item", number=words.number(number), text=words.opening(item))
        for number, item in enumerate(items[:_TOLD], start=1)
    )
    left = len(items) - _TOLD
    more = (words.say("order.more", left),) if left > 0 else ()
    promises = (words.say("order.promises"),) if answer.commitments else ()
    return (words.say("order.intro"), *numbered, *more, *_closing(order, words), *promises)


def _items(order: StepOrder, broker: BrokerSaving | None, words: Words) -> Iterator[str]:
    """Return what happens, those who sign one after another without a step between them in one."""
    turn: list[str] = []
    for moment in order.moments:
        if len(moment.signs) == 1 and not moment.steps:
            turn += moment.signs
            continue
        if turn:
            yield _in_turn(turn, words)
        turn = []
        if len(moment.signs) == 1:
            yield words.say("order.then", steps=_steps(moment, broker, words), signs=_in_turn(moment.signs, words))
        else:
            yield from _together(moment, broker, words)
    if turn:
        yield _in_turn(turn, words)


def _in_turn(names: Sequence[str], words: Words) -> str:
    if len(names) > _NAMED:
        return words.say("order.many_in_turn", len(names))
    return words.say("order.one" if len(names) == 1 else "order.in_turn", names=words.named(names))


def _together(moment: Moment, broker: BrokerSaving | None, words: Words) -> Iterator[str]:
    if len(moment.signs) > _NAMED:
        signs = words.say("order.many_together", len(moment.signs))
    else:
        signs = words.say("order.together", names=words.named(moment.signs))
    yield words.say("order.then", steps=_steps(moment, broker, words), signs=signs) if moment.steps else signs


def _steps(moment: Moment, broker: BrokerSaving | None, words: Words) -> str:
    if len(moment.steps) > _STEPS:
        return words.say("order.many_steps", len(moment.steps))
    return words.clauses(_step(step, broker, words) for step in moment.steps)


def _step(step: Step, broker: BrokerSaving | None, words: Words) -> str:
    said = step_phrase(step, words)
    if broker is None or step.pair not in broker.pairs:
        return said
    return words.say("order.with_broker", step=said, name=words.in_prose(broker.actor))


def _closing(order: StepOrder, words: Words) -> tuple[str, ...]:
    """Say why several sign at the same moment, and who does not have to be first."""
    said = []
    if order.together > 1:
        said.append(words.say("order.not_one_by_one" if order.proven else "order.not_searched", order.together))
    if order.not_first:
        said.append(words.say("order.not_first", names=words.named(order.not_first)))
    return tuple(said)
