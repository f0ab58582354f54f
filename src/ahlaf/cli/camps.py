"""ahlaf camps: who stands with whom in a signed network, with proof."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from ahlaf.cli.options import lang_option
from ahlaf.model.errors import EXIT_NO_PROOF, EXIT_OK

if TYPE_CHECKING:
    from ahlaf.model import Camps
    from ahlaf.network import SignedGraph
    from ahlaf.report import Lang

SCHEMA = "ahlaf.camps/1"
# A camp with more members than this, or a division into more camps, is cut short; --json names all.
SHOWN_MEMBERS = 30
SHOWN_CAMPS = 20


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentences of one language."""

    summary: str
    cut: str
    proven: str
    stopped: str
    camp: str
    more_members: str
    more_camps: str
    comma: str
    self_ties: str


_SAID = {
    "en": _Said(
        summary="Actors: {nodes}. Ties: {edges}. Camps: {camps}. "
        "Against them: {against} ties, frustration {frustration}.",
        cut="Cut: {cut}.",
        proven="Proven: no other division has less frustration.",
        stopped="Not proven: time ran out. The least frustration lies between {bound} and {frustration} (gap {gap}).",
        camp="Camp {number} ({size}): {members}",
        more_members=" ... and {n} more",
        more_camps="... and {n} more camps",
        comma=", ",
        self_ties="{n} rows tie an actor to itself; they are no ties.",
    ),
    "ar": _Said(
        summary="عدد الأطراف: {nodes}. عدد الروابط: {edges}. عدد المعسكرات: {camps}. "
        "عدد الروابط المخالفة لها: {against}، ومقدار الاحتكاك: {frustration}.",
        cut="القطع: {cut}.",
        proven="ثبت بالبرهان أنه لا تقسيم آخر أقل احتكاكًا.",
        stopped="لم يثبت: انتهى الوقت. أقل احتكاك ممكن يقع بين {bound} و{frustration} (الفجوة {gap}).",
        camp="المعسكر {number} ({size}): {members}",
        more_members="... وعدد الباقين {n}",
        more_camps="... وعدد المعسكرات الباقية {n}",
        comma="، ",
        self_ties="عدد الصفوف التي تربط طرفًا بنفسه، وهي لا تُحسب روابط: {n}.",
    ),
}


@click.command("camps")
@click.argument("path", metavar="NETWORK")
@click.option("-k", "camps", type=click.Choice(["2", "any"]), default="2", show_default=True, help="How many camps.")
@click.option("--signs", is_flag=True, help="Count each row as +1 or -1, and each pair as the sign of its sum.")
@click.option(
    "--time-limit", type=click.FloatRange(min=0, min_open=True), default=60.0, show_default=True, metavar="SECONDS",
    help="Stop after so long, with the best division, its bound and gap (exit code 3).",
)  # fmt: skip
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
def command(path: str, camps: str, signs: bool, time_limit: float, lang: Lang, as_json: bool) -> None:
    """Divide a whole network into camps with the least frustration, and prove that there is no better way.

    NETWORK is an edge list (source, target, weight or sign; commas, tabs or spaces), a max-cut file (`n m`, then
    `i j w`), or - for standard input. Friction is the summed weight of friendly ties between camps and of hostile
    ties within one.
    """
    from pathlib import Path

    from ahlaf.model import ProofStatus
    from ahlaf.network import read_network
    from ahlaf.solve.camps import find_camps

    graph = read_network(f"{sys.stdin.read()}\n" if path == "-" else Path(path), signs=signs)
    if graph.self_ties:
        click.echo(_SAID[lang].self_ties.format(n=graph.self_ties), err=True)
    start = time.monotonic()
    found = find_camps(graph, k=None if camps == "any" else 2, time_limit=time_limit)
    seconds = time.monotonic() - start
    if as_json:
        click.echo(json.dumps(_document(graph, found, seconds), ensure_ascii=False, indent=2))
    else:
        for line in _lines(graph, found, _SAID[lang]):
            click.echo(line)
    sys.exit(EXIT_OK if found.certificate.status is ProofStatus.OPTIMAL else EXIT_NO_PROOF)


def _lines(graph: SignedGraph, found: Camps, said: _Said) -> Iterator[str]:
    from ahlaf.model import ProofStatus

    bound = found.certificate
    numbers = {
        "nodes": len(graph.nodes),
        "edges": len(graph.weights),
        "camps": len(found.camps),
        "against": len(found.frustrated),
        "frustration": f"{found.frustration:g}",
        "bound": f"{bound.bound:g}",
        "gap": f"{bound.gap:g}",
    }
    yield said.summary.format(**numbers)
    if graph.is_maxcut:
        yield said.cut.format(cut=f"{_cut(graph, found):g}")
    yield (said.proven if bound.status is ProofStatus.OPTIMAL else said.stopped).format(**numbers)
    for number, members in enumerate(found.camps[:SHOWN_CAMPS]):
        names = said.comma.join(members[:SHOWN_MEMBERS])
        if len(members) > SHOWN_MEMBERS:
            names += said.more_members.format(n=len(members) - SHOWN_MEMBERS)
        yield said.camp.format(number=number, size=len(members), members=names)
    if len(found.camps) > SHOWN_CAMPS:
        yield said.more_camps.format(n=len(found.camps) - SHOWN_CAMPS)


def _cut(graph: SignedGraph, found: Camps) -> float:
    """Return the summed weight of the max-cut file's edges whose ends are apart."""
    return graph.positive_total - found.frustration


def _document(graph: SignedGraph, found: Camps, seconds: float) -> dict[str, object]:
    from ahlaf.model import ProofStatus

    return {
        "schema": SCHEMA,
        "nodes": len(graph.nodes),
        "edges": len(graph.weights),
        "k": "any" if found.k is None else found.k,
        "frustration": found.frustration,
        "cut": _cut(graph, found) if graph.is_maxcut else None,
        "bound": found.certificate.bound,
        "gap": found.certificate.gap,
        "proven": found.certificate.status is ProofStatus.OPTIMAL,
        "seconds": round(seconds, 3),
        "camps": {name: number for number, members in enumerate(found.camps) for name in members},
    }
