"""Who could be an end of a trigger, and the shared measures by which candidates are weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.memory import Memory
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.weights import cost, weights
from ahlaf.reading.relations.scene import speaker_at


@dataclass(frozen=True, slots=True)
class Candidate:
    """Actors that may be one end, with the reason and its weight after costs. `head` is their phrase's, −1 for none."""

    score: float
    actors: tuple[str, ...]
    why: str
    head: int = -1


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with its parties and what is remembered from before it."""

    layout: Layout
    parties: Sequence[Party]
    memory: Memory

    def speaker(self, i: int) -> tuple[str, ...]:
        """The actor who speaks the words at token `i`."""
        said = speaker_at(self.layout.scene, i)
        return (said,) if said else ()


def weigh(
    view: View, end: str, why: str, i: int, party: Party, gap: int | None = None, *, hostile: bool = True
) -> Iterator[Candidate]:
    """Yield the party as a candidate for trigger `i`, once for each way to take it."""
    layout = view.layout
    edge = party.head if party.head > i else party.last
    distance = max(0, abs(edge - i) - 1) if gap is None else gap
    score = weights()[(end, why)] - distance * cost("token") - layout.crossed(i, edge) * cost("wall")
    level = layout.scene.inner[party.start]
    if level is not layout.scene.inner[i] and (level is None or level is not layout.scene.cue[i]):
        score -= cost("level")
    if not party.named:
        score -= cost("pronoun" if layout.words[party.start].reference == "" else "unnamed")
    if party.asset and (end == "doer" or not hostile):
        score -= cost("asset")
    for rank, actors in enumerate(party.options[:4]):
        yield Candidate(score - rank * cost("option"), actors, why, party.start)


def taken_up(view: View, end: str, why: str, i: int, pronoun: str = "") -> Iterator[Candidate]:
    """Yield those whom a pronoun on token `i` may mean."""
    seen: list[tuple[str, ...]] = []
    for actors in view.memory.antecedents(view.layout, view.parties, i, pronoun):
        if actors not in seen:
            yield Candidate(weights()[(end, why)] - len(seen) * cost("option"), actors, why)
            seen.append(actors)
        if len(seen) == 4:
            return


def plain(end: str, why: str, actors: tuple[str, ...], off: float = 0.0) -> Iterator[Candidate]:
    """Yield actors that stand in no phrase."""
    if actors:
        yield Candidate(weights()[(end, why)] - off, actors, why)
