"""Who could broker it, and what that saves."""

from __future__ import annotations

from ahlaf.model import Answer, BrokerSaving
from ahlaf.report.words import Words


def broker_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say what each party's good offices would save, the best broker first; nothing where no package is known."""
    packages = answer.reconciliation.packages
    if packages and not packages[0].steps:
        return (words.say("broker.unneeded"),)
    ranked = ranked_brokers(answer)
    useful = [broker for broker in ranked if broker.saving > 0]
    useless = [broker.actor for broker in ranked if broker.saving <= 0]
    said = [_sentence(broker, "best" if broker is useful[0] else "other", words) for broker in useful]
    if useless:
        said.append(words.say("broker.nothing", names=words.named(useless)))
    return tuple(said)


def ranked_brokers(answer: Answer) -> tuple[BrokerSaving, ...]:
    """Return the brokers, the one that saves most first."""
    return tuple(sorted(answer.brokers, key=lambda broker: (-broker.saving, broker.actor)))


def _sentence(broker: BrokerSaving, kind: str, words: Words) -> str:
    values = {
        "name": words.in_prose(broker.actor),
        "saving": words.number(broker.saving),
        "pairs": words.between_all(broker.pairs),
    }
    if kind == "best":
        values |= {"without": words.number(broker.price + broker.saving), "price": words.number(broker.price)}
    return words.say(f"broker.{kind}", **values)
