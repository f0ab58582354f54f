"""The answer in a few lines: what blocks it, what is cheapest, who should broker, how sure that is, as of when."""

from __future__ import annotations

from ahlaf.model import Answer, BlockingSet, BlockingSets, BrokerSaving, ProofStatus
from ahlaf.report.sentences.alternatives import change_phrase
from ahlaf.report.sentences.brokers import saving_range, useful_brokers
from ahlaf.report.sentences.packages import step_phrase
from ahlaf.report.words import Words

# More red lines, ties or steps than this are counted and not named: the sections below name them.
_MOST_NAMED = 3


def summary_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say in a line each what blocks it, what is cheapest, who should broker, how sure that is, and as of when."""
    said = [
        _blocks(answer, words),
        _cheapest(answer, words),
        _instead(answer, words),
        _broker(answer, words),
        _sure(answer, words),
        words.say("summary.as_of", day=words.day(answer.question.end)) if answer.question.end else "",
    ]
    return tuple(line for line in said if line)


def _blocks(answer: Answer, words: Words) -> str:
    red_lines, blocking = answer.verdict.red_lines, answer.blocking
    single = [found.pairs[0] for found in blocking.sets if len(found.pairs) == 1 and found.pairs[0] not in red_lines]
    parts = []
    if red_lines:
        pairs = words.between_all(red_lines) if len(red_lines) <= _MOST_NAMED else ""
        parts.append(words.say("summary.red_lines" if pairs else "summary.red_lines_many", len(red_lines), pairs=pairs))
    if single:
        pairs = words.between_all(single) if len(single) <= _MOST_NAMED else ""
        parts.append(words.say("summary.ties" if pairs else "summary.ties_many", len(single), pairs=pairs))
    if blocking.smallest and not parts:
        parts.append(_together(blocking, blocking.smallest, words))
    if blocking.structural:
        names = words.named(deficit.actor for deficit in blocking.structural[:_MOST_NAMED])
        parts.append(words.say("summary.structural", names=names))
    if not parts:
        return words.say("summary.blocks_nothing")
    certain = red_lines or blocking.basis == "central"
    return words.say("summary.blocks" if certain else "summary.could_block", obstacles=words.clauses(parts))


def _together(blocking: BlockingSets, smallest: BlockingSet, words: Words) -> str:
    """Return the ties that only together are too much: the one set where it is short, else how many there are."""
    if blocking.count == 1 and len(smallest.pairs) <= _MOST_NAMED:
        return words.say("summary.together", pairs=words.between_all(smallest.pairs))
    if blocking.count:
        return words.say("summary.sets", blocking.count)
    return words.say("summary.large_sets", len(smallest.pairs))


def _cheapest(answer: Answer, words: Words) -> str:
    reconciliation = answer.reconciliation
    if not reconciliation.packages:
        if reconciliation.conflict is not None:
            return words.say("summary.no_package_so")
        impossible = reconciliation.certificate.status is ProofStatus.INFEASIBLE
        return words.say("summary.no_package" if impossible else "summary.package_not_found")
    package = reconciliation.packages[0]
    if not package.steps:
        return words.say("summary.no_package_needed")
    if len(package.steps) > _MOST_NAMED:
        steps = words.say("summary.tracks", len(package.steps))
    else:
        steps = words.clauses(step_phrase(step, words) for step in package.steps)
    proven = package.certificate.status is ProofStatus.OPTIMAL
    key = "summary.cheapest" if proven else "summary.cheapest_unproven"
    said = words.say(key, steps=steps, price=words.number(package.price), bound=words.number(package.certificate.bound))
    if package.probability is None:
        return said
    return f"{said} {words.say('summary.after', share=words.probability(package.probability.value))}"


def _instead(answer: Answer, words: Words) -> str:
    """Say with which one exchange of members it would hold and be strong enough as things are, the firmest of them."""
    if answer.verdict.central and answer.sufficiency.enough:
        return ""
    near = [one for one in answer.alternatives.found if one.enough and len(one.leave) <= 1 and len(one.come) <= 1]
    if not near:
        return ""
    firmest = max(near, key=lambda one: one.probability.value)
    change, share = change_phrase(firmest, words), words.probability(firmest.probability.value)
    return words.say("summary.instead", change=change[:1].lower() + change[1:], share=share)


def _broker(answer: Answer, words: Words) -> str:
    packages = answer.reconciliation.packages
    if not packages or not packages[0].steps:
        return ""
    useful = useful_brokers(answer)
    if not useful:
        return words.say("summary.no_broker")
    best = useful[0]
    said = words.say("summary.broker", price=words.number(packages[0].price), **_saving(best, words))
    return f"{said} {words.say('summary.broker_next', **_saving(useful[1], words))}" if useful[1:] else said


def _saving(broker: BrokerSaving, words: Words) -> dict[str, str]:
    return {
        "name": words.in_prose(broker.actor),
        "saving": words.number(broker.saving),
        "range": saving_range(broker, words),
    }


def _sure(answer: Answer, words: Words) -> str:
    verdict = answer.verdict
    share = verdict.lifted.probability.value
    values = {"likelihood": words.likelihood(share), "share": words.probability(share)}
    if verdict.red_lines:
        return words.say("summary.sure_red_line", len(verdict.red_lines), **values)
    said = words.say("summary.sure", **values)
    if not verdict.lifted.verify:
        return said
    return f"{said} {words.say('summary.verify', pair=words.between(verdict.lifted.verify[0].pair))}"
