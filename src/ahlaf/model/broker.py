"""Who could broker it, alone or with others, and whose belief it could move."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Certificate
from ahlaf.model.tie import Pair, TieOrigin


@dataclass(frozen=True, slots=True)
class Trust:
    """How one end of a track stands to a broker: their tie, its interval, and where it comes from."""

    actor: str
    weight: float
    low: float
    high: float
    origin: TieOrigin


@dataclass(frozen=True, slots=True)
class BrokeredTrack:
    """A broker on one track, by two rules (docs/theory/brokers.md).

    `even` is its trust as an even-handed broker, its weaker tie; `saving` what that takes off the track in its package.
    `leans_to` is the end it is closer to, by `lean` = |w_ki − w_kj|; `believed_by` the end that would believe its
    counsel of restraint; `credible` its trust by that rule, `credible_saving` what that takes off in its package.
    """

    pair: Pair
    sides: tuple[Trust, Trust]
    even: float
    saving: float
    leans_to: str | None
    lean: float
    believed_by: str | None
    credible: float
    credible_saving: float


@dataclass(frozen=True, slots=True)
class CredibleSaving:
    """What an actor's counsel would save if only the side that it leans to believed it."""

    price: float
    saving: float
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class BrokerSaving:
    """What one actor's good offices save: `price` of the cheapest package with it, `saving` against that without.

    `low` and `high` bound the saving within the intervals of its ties (assumed ties stay where they are). `tracks` are
    those of the cheapest package without a broker and of its own packages, as far as it is no end of them.
    """

    actor: str
    price: float
    saving: float
    low: float
    high: float
    tracks: tuple[BrokeredTrack, ...]
    certificate: Certificate
    credible: CredibleSaving

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The tracks that it brokers in its package."""
        return tuple(track.pair for track in self.tracks if track.saving > 0)


@dataclass(frozen=True, slots=True)
class TeamTrack:
    """A track that a team takes on, and the one of it who brokers there: the one that is trusted most."""

    pair: Pair
    broker: str
    trust: float


@dataclass(frozen=True, slots=True)
class BrokerTeam:
    """The team of at most `size` brokers that saves most, fewer where more add nothing; one broker takes each track.

    `added` is what it saves over the best team that is smaller by one.
    """

    size: int
    actors: tuple[str, ...]
    price: float
    saving: float
    added: float
    tracks: tuple[TeamTrack, ...]
    certificate: Certificate
