"""Coded sentences as JSON Lines: one object a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

import msgspec

from ahlaf.model import Realis, RelationType, Span
from ahlaf.reading.coding.arabic import code_arabic
from ahlaf.reading.coding.english import code_english
from ahlaf.reading.coding.quad import QuadEstimate, QuadModel, estimate_quads
from ahlaf.reading.coding.sentence_files import SentenceRow

_CODERS = {"ar": code_arabic, "en": code_english}
_BATCH = 64  # sentences that are estimated together


class _Line(msgspec.Struct, frozen=True):
    """The form of a line; the order of the fields is the order of the keys."""

    schema: Literal["ahlaf.coding/1"]
    row: int
    id: str | None
    lang: str
    text: str
    root: RelationType | None
    quad: int | None
    source: str | None
    source_country: str | None
    source_role: str | None
    target: str | None
    target_country: str | None
    target_role: str | None
    trigger: Span | None
    realis: Realis | None
    rule: str
    model: QuadModel | None
    model_quad: int | None
    model_probability: float | None


def code_rows(rows: Iterable[SentenceRow], model: QuadModel | None = None) -> Iterator[bytes]:
    """Yield each sentence coded, as a line of JSON; with `model`, its estimate of the quad class stands beside."""
    encoder = msgspec.json.Encoder()
    ahead = iter(rows)
    while batch := list(islice(ahead, _BATCH)):
        for row, estimate in zip(batch, _estimates(batch, model), strict=True):
            yield encoder.encode(_line(row, estimate)) + b"\n"


def _estimates(batch: list[SentenceRow], model: QuadModel | None) -> list[QuadEstimate | None]:
    found: list[QuadEstimate | None] = [None] * len(batch)
    if model is None:
        return found
    for lang in _CODERS:
        at = [i for i, row in enumerate(batch) if row.lang == lang]
        for i, estimate in zip(at, estimate_quads([batch[i].text for i in at], lang, model), strict=True):
            found[i] = estimate
    return found


def _line(row: SentenceRow, estimate: QuadEstimate | None) -> _Line:
    coded = _CODERS[row.lang](row.text, row.source, row.target)
    return _Line(
        schema="ahlaf.coding/1",
        row=row.row,
        id=row.id,
        lang=row.lang,
        text=row.text,
        root=coded.root,
        quad=coded.quad,
        source=coded.source,
        source_country=coded.source_country,
        source_role=coded.source_role,
        target=coded.target,
        target_country=coded.target_country,
        target_role=coded.target_role,
        trigger=coded.trigger,
        realis=coded.realis,
        rule=coded.rule,
        model=estimate.model if estimate else None,
        model_quad=estimate.quad if estimate else None,
        model_probability=estimate.probability if estimate else None,
    )
