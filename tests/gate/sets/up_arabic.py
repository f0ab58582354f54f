"""Single Arabic sentences coded into events: half of UniversalPetrarch's gold standard, attacks and protests.

Gold gives each sentence one root of PLOVER and for source and target a country and a part ("IRQ MIL"), each often
"None". A triple is (source country, target country, root), with None where gold has none, so a coder that always says
(None, None, ASSAULT) has about a quarter of them: see the row "always". Hence three readings of every measure:

- exact triple: countries and root as gold has them, None being right where gold has None. "with parts": the parts too.
- "a country in gold": the same over the sentences whose gold has at least one country; "both" where it has both.
- category with an end: the root is right, and the source's or the target's country; "named" counts an end only where
  gold has a country there, over the sentences that have one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gate.score import Score, parts, ratio

NEEDS = "data/text/up_arabic_gsr*.json"
NAME = "up_arabic"

# A country and a part, either None.
End = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence's root with both ends."""

    root: str | None
    source: End
    target: End

    @property
    def triple(self) -> tuple[str | None, str | None, str | None]:
        """What is compared: the countries and the root."""
        return self.source[0], self.target[0], self.root


def measure(shared: Path) -> list[Score]:
    """Code every sentence and score both parts."""
    path = sorted(shared.glob(NEEDS))[0]
    items = json.loads(path.read_text(encoding="utf-8"))
    return [row for part, chosen in parts(len(items)).items() for row in _rows(part, items[chosen])]


def _rows(part: str, items: Sequence[dict[str, list[dict[str, str]]]]) -> Iterator[Score]:
    gold = [_gold(item["codings"][0]) for item in items]
    ours = [_ours(str(item["text"])) for item in items]
    pairs = list(zip(gold, ours, strict=True))
    some = [(g, o) for g, o in pairs if g.source[0] or g.target[0]]
    both = [(g, o) for g, o in pairs if g.source[0] and g.target[0]]

    def row(name: str, right: Sequence[bool], target: float | None = None) -> Score:
        return Score(NAME, part, name, ratio(sum(right), len(right)), count=len(right), target=target)

    yield row("category", [g.root == o.root for g, o in pairs])
    yield row("exact triple", [g.triple == o.triple for g, o in pairs], 0.30)
    yield row("exact triple, with parts", [g == o for g, o in pairs])
    yield row("exact triple, a country in gold", [g.triple == o.triple for g, o in some])
    yield row("exact triple, both in gold", [g.triple == o.triple for g, o in both])
    yield row("category with an end", [_with_end(g, o) for g, o in pairs], 0.50)
    yield row("category with an end, with parts", [_with_end(g, o, parts_too=True) for g, o in pairs])
    yield row("category with a named end", [_with_named_end(g, o) for g, o in some], 0.50)
    yield row("target country", [g.target[0] == o.target[0] for g, o in pairs if g.target[0]])
    always = Coded("ASSAULT", (None, None), (None, None))
    yield row("always (None, None, ASSAULT): exact", [g.triple == always.triple for g in gold])
    yield row("always (None, None, ASSAULT): an end", [_with_end(g, always) for g in gold])


def _with_end(gold: Coded, ours: Coded, *, parts_too: bool = False) -> bool:
    ends = (gold.source, ours.source), (gold.target, ours.target)
    return gold.root == ours.root and any(g == o if parts_too else g[0] == o[0] for g, o in ends)


def _with_named_end(gold: Coded, ours: Coded) -> bool:
    ends = (gold.source, ours.source), (gold.target, ours.target)
    return gold.root == ours.root and any(g[0] is not None and g[0] == o[0] for g, o in ends)


def _gold(codes: dict[str, str]) -> Coded:
    return Coded(codes["plover"], _end(codes["sourcecode"]), _end(codes["targetcode"]))


def _end(code: str) -> End:
    country, part = [*(None if word == "None" else word for word in code.split()), None, None][:2]
    return country, part


def _ours(text: str) -> Coded:
    from ahlaf.reading.coding import code_sentence

    found = code_sentence(text, "ar")
    return Coded(
        found.root.value if found.root else None,
        (found.source_country, found.source_role),
        (found.target_country, found.target_role),
    )
