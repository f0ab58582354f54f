"""How good are the commitments that reading proposes?

    python bench/proposals.py

Counts what is proposed from the reports of the bundled case by the verdicts of proposals_judged.csv, given by hand.
Beside that, if the labelled passages are there (../shared/gold, or under AHLAF_SHARED), compares the proposals from
them with the relations that two readers labelled conditional or offered: one is found if a proposal with its source,
target and type comes from its sentence. The reader was written with these passages at hand, so that elsewhere it will
do worse.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from importlib.resources import files
from pathlib import Path

from ahlaf.codebook import read_table
from ahlaf.model import Reading, Realis, Report
from ahlaf.reading import read_paths, read_report
from ahlaf.solve import propose_commitments

JUDGED = Path(__file__).with_name("proposals_judged.csv")
GOLD = Path(os.environ.get("AHLAF_SHARED") or Path(__file__).resolve().parents[2] / "shared") / "gold"
_VERDICTS = ("right", "incomplete", "wrong", "overlooked")
_PROPOSED = frozenset({Realis.CONDITIONAL, Realis.OFFERED})


def judged() -> list[tuple[str, str, str]]:
    """Return report, rule and verdict of every row that was judged by hand."""
    rows = read_table(JUDGED.read_text(encoding="utf-8"), file=JUDGED.name, required=("report", "rule", "verdict"))
    return [(row["report"], row["rule"], row["verdict"]) for row in rows]


def bundled() -> str:
    """Return how many proposals from the bundled reports got which verdict."""
    readings = list(read_paths([str(files("ahlaf.cases") / "moscow-2015" / "reports")]))
    marked = sum(relation.realis in _PROPOSED for reading in readings for relation in reading.relations)
    proposals = propose_commitments(readings)
    verdicts = {(report, rule): verdict for report, rule, verdict in judged()}
    count = Counter(verdicts.get((p.report, p.rule), "not judged") for p in proposals)
    count["overlooked"] = sum(verdict == "overlooked" for verdict in verdicts.values())
    said = ", ".join(f"{count[verdict]} {verdict}" for verdict in (*_VERDICTS, "not judged") if verdict in count)
    paired = sum(bool(p.when) for p in proposals)
    return (
        f"bundled reports: {len(readings)} reports, {marked} relations conditional or offered, "
        f"{len(proposals)} proposals, {paired} with a condition read as a deed: {said}"
    )


def labelled() -> str:
    """Return precision and recall of the proposals on the labelled passages."""
    if not GOLD.is_dir():
        return f"labelled passages: not there ({GOLD})"
    passages = json.loads((GOLD / "ar-dev.passages.json").read_text(encoding="utf-8"))
    texts = {passage["id"]: passage["text"] for passage in passages}
    wanted = proposed = same = 0
    for line in (GOLD / "ar-dev.jsonl").read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        reading = read_report(Report(held["id"], texts[held["id"]], "ar"))
        gold = {_key(reading, r["source"], r["target"], r["type"], r["trigger"][0]) for r in held["relations"]
                if r["realis"] in _PROPOSED}  # fmt: skip
        made = {p.at for p in propose_commitments([reading])}
        ours = {_key(reading, r.source, r.target, r.type, r.trigger.start) for r in reading.relations
                if r.realis in _PROPOSED and r.trigger.start in made}  # fmt: skip
        wanted, proposed, same = wanted + len(gold), proposed + len(ours), same + len(gold & ours)
    return (
        f"labelled passages: {wanted} labelled, {proposed} proposed, {same} the same: "
        f"precision {same / max(1, proposed):.2f}, recall {same / max(1, wanted):.2f}"
    )


def _key(reading: Reading, source: str, target: str, kind: str, at: int) -> tuple[str, str, str, int]:
    """Return parties, type and where the sentence begins: the same for what says the same in one sentence."""
    starts = {r.sentence.start for r in reading.relations if r.sentence.start <= at < r.sentence.end}
    return source, target, str(kind), min(starts, default=-1)


if __name__ == "__main__":
    print(bundled())
    print(labelled())
