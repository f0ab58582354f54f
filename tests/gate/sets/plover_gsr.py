"""English sentences of PLOVER's own gold standard (labels of its version 0.5), to be given one of sixteen roots.

Its labels are renamed to those of today's PLOVER: DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is
ASSAULT. Version 0.5 counts sanctions as SANCTION and abductions as COERCE where the conversion table of 2021 has COERCE
and ASSAULT; we follow the later. The parties are marked where their words stand in the sentence.
"""

from __future__ import annotations

import json
from pathlib import Path

from ahlaf.model import Span
from gate.score import Score, macro_f1, parts, ratio

NEEDS = "data/text/plover_gsr.json"
_TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def predict(event: dict[str, object]) -> str:
    """Return the root that we give a sentence of the set."""
    from ahlaf.reading.coding import code_sentence

    text = str(event["text"])
    source = _span(text, event.get("source"), 0)
    target = _span(text, event.get("target"), 0) or _span(text, event.get("source"), 1)
    if source and target and source.overlaps(target):
        target = None
    root = code_sentence(text, "en", source, target).root
    return "none" if root is None else root.value


def _span(text: str, actors: object, number: int) -> Span | None:
    """Where the words of an actor stand; of words with a gap, the first piece."""
    if not isinstance(actors, list) or number >= len(actors):
        return None
    words = str(actors[number].get("actorText") or "").split("...")[0].strip()
    start = text.find(words) if words else -1
    return Span(start, start + len(words)) if start >= 0 else None


def measure(shared: Path) -> list[Score]:
    """Code every sentence and score both parts."""
    events = json.loads((shared / NEEDS).read_text(encoding="utf-8"))
    events = [event for event in events if event["event"] != "DOCUMENT"]
    gold = [_TODAY.get(event["event"], event["event"]) for event in events]
    ours = [predict(event) for event in events]
    scores: list[Score] = []
    for part, chosen in parts(len(events)).items():
        g, o = gold[chosen], ours[chosen]
        scores += [
            Score("plover_gsr", part, "root, macro-F1", macro_f1(g, o, sorted(set(g))), count=len(g)),
            Score(
                "plover_gsr", part, "root, share right", ratio(sum(a == b for a, b in zip(g, o, strict=True)), len(g))
            ),
        ]
    return scores
