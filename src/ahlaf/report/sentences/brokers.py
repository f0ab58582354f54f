"""Who could broker it, what that saves, whether a second broker adds to it, and whose belief a broker could move."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.model import Answer, BrokeredTrack, BrokerSaving, BrokerTeam, ProofStatus, TeamTrack
from ahlaf.report.words import Words

# As many brokers after the best are named in the text, and as many who save nothing; the page lists all.
_NEXT_BEST = 3
_PAIR = 2
# Of a broker with more tracks than this these are told, those on which it saves most; the page has them all.
_TRACKS = 3
# What rounds to nothing at two decimals is called nothing.
_NOTHING = 0.005


def broker_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say whose good offices would save most and why, who comes next, and who would save nothing."""
    packages = answer.reconciliation.packages
    if packages and not packages[0].steps:
        return (words.say("broker.unneeded"),)
    if not answer.brokers:
        return ()
    useful = useful_brokers(answer)
    if not useful:
        return (words.say("broker.none"),)
    best, *others = useful
    said = [_best(best, words), *(_trust(best, track, words) for track in _told(best)), _range(best, words)]
    if others:
        said.append(words.say("broker.next", savings=words.listed(_short(b, words) for b in others[:_NEXT_BEST])))
    if len(others) > _NEXT_BEST:
        said.append(words.say("broker.more", len(others) - _NEXT_BEST))
    if any(broker.certificate.status is ProofStatus.STOPPED for broker in answer.brokers):
        most = max(broker.price + broker.saving - broker.certificate.bound for broker in answer.brokers)
        said.append(words.say("broker.unproven", most=words.number(most)))
    if len(useful) < len(answer.brokers):
        said.append(words.say("broker.nothing"))
    return tuple(said)


def discount_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say whether another broker would save most if a trusted broker took more or less off the price."""
    ranges = answer.best_brokers
    if len(ranges) == 1:
        return (words.say("broker.whatever", name=words.in_prose(ranges[0].actor)),)
    said = [
        words.say(
            "broker.between",
            name=words.in_prose(one.actor),
            low=words.percent(one.low),
            high=words.percent(one.high),
        )
        for one in ranges
    ]
    return (words.say("broker.depends", ranges=words.listed(said)),) if said else ()


def team_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say what a second and a third broker would add to the best one."""
    if not useful_brokers(answer) or len(answer.teams) < _PAIR:
        return ()
    first, *larger = answer.teams
    said = []
    for team in larger:
        if team.added < _NOTHING:
            kind = "second_nothing" if team is larger[0] else "more_nothing"
            said.append(words.say(f"team.{kind}", name=words.named(first.actors)))
            break
        said.append(_team(team, words))
    if any(team.certificate.status is ProofStatus.STOPPED for team in answer.teams):
        said.append(words.say("team.unproven"))
    return tuple(said)


def bias_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say to whom the best broker leans and who would believe it, and who would save most by that rule."""
    useful = useful_brokers(answer)
    said = [lean_sentence(useful[0], track, words) for track in _told(useful[0])] if useful else []
    credible = max(answer.brokers, key=lambda broker: broker.credible.saving, default=None)
    if credible is None or not answer.reconciliation.packages[0].steps:
        return ()
    if credible.credible.saving < _NOTHING:
        return (*said, words.say("bias.nobody"))
    believed = sorted({track.believed_by for track in credible.tracks if track.believed_by and track.credible_saving})
    name, saving = words.in_prose(credible.actor), words.number(credible.credible.saving)
    return (*said, words.say("bias.best", name=name, saving=saving, believers=words.named(believed)))


def lean_sentence(broker: BrokerSaving, track: BrokeredTrack, words: Words) -> str:
    """Say to whom a broker leans on a track, and who would believe its counsel of restraint."""
    name = words.in_prose(broker.actor)
    if track.believed_by is None:
        a, b = (words.in_prose(end) for end in track.pair)
        return words.say("bias.neither", name=name, a=a, b=b)
    other = track.pair[1] if track.believed_by == track.pair[0] else track.pair[0]
    return words.say("bias.lean", name=name, to=words.in_prose(track.believed_by), other=words.in_prose(other))


def ranked_brokers(answer: Answer) -> tuple[BrokerSaving, ...]:
    """Return the brokers, the one that saves most first."""
    return tuple(sorted(answer.brokers, key=lambda broker: (-broker.saving, broker.actor)))


def useful_brokers(answer: Answer) -> list[BrokerSaving]:
    """Return the brokers who save something that is worth saying, the one that saves most first."""
    return [broker for broker in ranked_brokers(answer) if broker.saving >= _NOTHING]


def saving_range(broker: BrokerSaving, words: Words) -> str:
    """Return the range of a saving within the intervals of the broker's ties."""
    return words.say("phrase.interval", low=words.number(broker.low), high=words.number(broker.high))


def _brokered(broker: BrokerSaving) -> Sequence[BrokeredTrack]:
    return [track for track in broker.tracks if track.saving > 0]


def _told(broker: BrokerSaving) -> Sequence[BrokeredTrack]:
    return sorted(_brokered(broker), key=lambda track: (-track.saving, track.pair))[:_TRACKS]


def _best(broker: BrokerSaving, words: Words) -> str:
    return words.say(
        "broker.best",
        name=words.in_prose(broker.actor),
        saving=words.number(broker.saving),
        pairs=_pairs(broker, words),
        without=words.number(broker.price + broker.saving),
        price=words.number(broker.price),
    )


def _pairs(broker: BrokerSaving, words: Words) -> str:
    """Return the tracks that a broker takes on: all of them, or how many and those on which it saves most."""
    if len(broker.pairs) <= _TRACKS:
        return words.between_all(broker.pairs)
    told = words.between_all(track.pair for track in _told(broker))
    return words.say("broker.many_tracks", len(broker.pairs), pairs=told)


def _trust(broker: BrokerSaving, track: BrokeredTrack, words: Words) -> str:
    first, second = track.sides
    return words.say(
        "broker.trust",
        name=words.in_prose(broker.actor),
        a=words.in_prose(first.actor),
        first=words.weight(first.weight),
        first_interval=words.interval(first.low, first.high),
        b=words.in_prose(second.actor),
        second=words.weight(second.weight),
        second_interval=words.interval(second.low, second.high),
    )


def _range(broker: BrokerSaving, words: Words) -> str:
    low, high = words.number(broker.low), words.number(broker.high)
    return words.say("broker.range" if broker.low >= _NOTHING else "broker.range_zero", low=low, high=high)


def _short(broker: BrokerSaving, words: Words) -> str:
    interval = saving_range(broker, words)
    return words.say(
        "broker.saving", name=words.in_prose(broker.actor), saving=words.number(broker.saving), range=interval
    )


def _track(track: TeamTrack, words: Words) -> str:
    return words.say("team.track", broker=words.in_prose(track.broker), pair=words.between(track.pair))


def _team(team: BrokerTeam, words: Words) -> str:
    if len(team.tracks) > 2 * _TRACKS:
        tracks = [words.say("team.many_tracks", len(team.tracks))]
    else:
        tracks = [_track(track, words) for track in team.tracks]
    return words.say(
        "team.two" if team.size == _PAIR else "team.three",
        names=words.named(team.actors),
        saving=words.number(team.saving),
        added=words.number(team.added),
        tracks=words.clauses(tracks),
    )
