"""Relations between parties in English reports on Syria and Iraq (re3d): how many our reading covers.

The set labels relations between spans; parties are its organisations, persons and nationalities. Counted are those
that say how parties stand or deal: likes and military allies (friendly), dislikes and fighting (hostile),
communication. A relation is *named* if a mention of ours overlaps each of its two parties, with two different actors;
*covered* if we read a relation between these actors in the sentence, in either direction; *covered with sign* if that
is friendly or hostile as labelled (communication goes with any but an attack). Many parties there are no actors of ours
("citizens", "the enemy"), so *covered, of the named* is what reading relations answers for. Documents are halved by the
order of their ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ahlaf.codebook import plover
from ahlaf.model import Reading, Relation, Report, Span
from gate.score import Score, parts, ratio

NEEDS = "data/text/re3d/*/relations.json"
PARTIES = frozenset({"Organisation", "Person", "Nationality"})
SIGNS = {"Likes": 1, "MilitaryAlliesOf": 1, "Dislikes": -1, "FightingAgainst": -1, "CommWith": 0}
ATTACK = -9


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled relation between parties: its kind and the spans of the two."""

    kind: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One document with its labelled relations between parties, each pair and kind once."""

    id: str
    text: str
    relations: tuple[Labelled, ...]


def documents(shared: Path) -> list[Document]:
    """Return every document, in the order of their ids."""
    found: list[Document] = []
    for path in sorted(shared.glob(NEEDS)):
        folder = path.parent
        entities = {
            (e["documentId"], e["begin"], e["end"]) for e in _lines(folder / "entities.json") if e["type"] in PARTIES
        }
        relations: dict[str, dict[Labelled, None]] = {}
        for r in _lines(path):
            ends = [(r["documentId"], r[f"{end}Begin"], r[f"{end}End"]) for end in ("source", "target")]
            if r["type"] in SIGNS and all(end in entities for end in ends):
                spans = sorted(Span(begin, end) for _, begin, end in ends)
                relations.setdefault(r["documentId"], {})[Labelled(r["type"], *spans)] = None
        for document in _lines(folder / "documents.json"):
            known = tuple(relations.get(document["_id"], ()))
            found.append(Document(document["_id"], document["text"], known))
    return sorted(found, key=lambda d: d.id)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())


def read(document: Document) -> Reading | None:
    """Read a document; None where there is no article in it."""
    from ahlaf.model import ReportError
    from ahlaf.reading import read_report

    try:
        return read_report(Report(document.id, document.text, lang="en"))
    except ReportError:
        return None


def pairs(reading: Reading, relation: Labelled) -> set[frozenset[str]]:
    """Return the pairs of different actors that we read in the spans of the two parties."""
    ends = [{m.actor for m in reading.mentions if m.span.overlaps(span)} for span in (relation.source, relation.target)]
    return {frozenset((a, b)) for a in ends[0] for b in ends[1] if a != b}


def covering(reading: Reading, relation: Labelled) -> list[Relation]:
    """Return our relations between the two parties in the sentences where they stand."""
    wanted = pairs(reading, relation)
    return [
        r
        for r in reading.relations
        if frozenset((r.source, r.target)) in wanted
        and (r.sentence.overlaps(relation.source) or r.sentence.overlaps(relation.target))
    ]


def agrees(ours: Relation, kind: str) -> bool:
    """Whether the sign of ours is that of a labelled relation."""
    root = plover()[ours.type]
    return root.scale > ATTACK if SIGNS[kind] == 0 else root.sign == SIGNS[kind]


def measure(shared: Path) -> list[Score]:
    """Read every document and count what is covered, in both parts."""
    found = documents(shared)
    scores: list[Score] = []
    for part, chosen in parts(len(found)).items():
        total = named = covered = signed = 0
        for document in found[chosen]:
            reading = read(document)
            total += len(document.relations)
            if reading is None:
                continue
            for relation in document.relations:
                ours = covering(reading, relation)
                named += bool(pairs(reading, relation))
                covered += bool(ours)
                signed += any(agrees(r, relation.kind) for r in ours)
        scores += [
            Score("re3d", part, "both parties named", ratio(named, total), count=total),
            Score("re3d", part, "covered", ratio(covered, total), count=total),
            Score("re3d", part, "covered with sign", ratio(signed, total), count=total),
            Score("re3d", part, "covered, of the named", ratio(covered, named), count=named),
        ]
    return scores
