"""A case as it was known day by day: what came in, how the answer moved, and what moved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ahlaf.cases.ask import asked
from ahlaf.cases.load import CaseFiles, published
from ahlaf.cases.parties import COLUMNS
from ahlaf.codebook import Dated, Row, read_table
from ahlaf.model import Arrival, ArrivalKind, Case, CaseError, Place, Stage, Stand, Timeline
from ahlaf.solve.standing import stand, standing

_SHIFT_DIGITS = 12


def timeline(
    files: CaseFiles,
    every: int,
    *,
    members: Sequence[str] = (),
    threat: str | None = None,
    start: date | None = None,
    as_of: date | None = None,
    time_limit: float = 60.0,
) -> Timeline:
    """Ask a case as of every `every`th day, from its first to its last, and say what came in between and moved it.

    The first day is that of the question, or of the first report; the last that of the question, or of the last report
    (or row or promise that begins later). Each day's answer is that of `CaseFiles.at`: evidence ages up to that day.
    An arrival's shift and turn come from leaving it out, alone, of the answer of the last day of its stage.
    Raises CaseError where nothing in the case is dated.
    """
    asking = _Asking(files, tuple(members), threat, start)
    first, last = _span(files, start, as_of)
    days = [*_ends(first, last, every)]
    stages: list[Stage] = []
    for begin, end in zip([first, *(day + timedelta(1) for day in days)], days, strict=False):
        before = stages[-1].standing.stand if stages else None
        stages.append(_stage(asking, begin, end, before, time_limit / len(days)))
    return Timeline(asking.at(last).question, every, tuple(stages))


@dataclass(frozen=True, slots=True)
class _Asking:
    """A case and how it is asked."""

    files: CaseFiles
    members: tuple[str, ...]
    threat: str | None
    start: date | None

    def at(self, day: date, without: Arrival | None = None) -> Case:
        files = self.files if without is None else _left_out(self.files, without)
        return asked(files.at(start=self.start, as_of=day).case, self.members, self.threat)


def _stage(asking: _Asking, first: date, last: date, before: Stand | None, time_limit: float) -> Stage:
    case = asking.at(last)
    found = standing(case.question, case.parties, case.ties, time_limit=time_limit)
    turned = before is not None and found.stand != before
    arrivals = tuple(
        _weighed(asking, case, arrival, before if turned else None) for arrival in _arrivals(asking.files, first, last)
    )
    return Stage(first, last, found, arrivals, turned)


def _weighed(asking: _Asking, case: Case, arrival: Arrival, former: Stand | None) -> Arrival:
    """Say what an arrival does to the members by leaving it out; `former` is the verdict that it may have turned."""
    members = set(case.question.members)
    if arrival.kind is ArrivalKind.PROMISE or (arrival.pair and not members.issuperset(arrival.pair)):
        return arrival
    if arrival.kind is ArrivalKind.PARTY and arrival.name not in members:
        return arrival
    assert case.question.as_of is not None
    without = asking.at(case.question.as_of, without=arrival)
    ties, others = _among(case), _among(without)
    if arrival.kind is ArrivalKind.REPORT and ties == others:
        return arrival
    turns = former is not None and _turns(stand(case.question, case.parties, case.ties), former, without)
    shift = sum(weight for weight, _ in ties.values()) - sum(weight for weight, _ in others.values())
    return replace(arrival, bears=True, shift=round(shift, _SHIFT_DIGITS), turns=turns)


def _turns(now: Stand, former: Stand, without: Case) -> bool:
    """Say whether the verdict is the former one without the arrival, as far as it is another now."""
    other = stand(without.question, without.parties, without.ties)
    return other.status == former.status if now.status != former.status else other == former


def _among(case: Case) -> dict[tuple[str, str], tuple[float, bool]]:
    """Return weight and red line of every tie known among the members."""
    members = set(case.question.members)
    return {tie.pair: (tie.weight, tie.red_line) for tie in case.ties if members.issuperset(tie.pair)}


def _left_out(files: CaseFiles, arrival: Arrival) -> CaseFiles:
    """Return the case without one report, one row or one party's later row."""
    if arrival.kind is ArrivalKind.REPORT:
        return replace(files, readings=tuple(r for r in files.readings if r.report.id != arrival.name))
    if arrival.kind is ArrivalKind.PARTY:
        gone = [row.line for row in _party_rows(files) if (row["id"], row.since) == (arrival.name, arrival.day)]
        lines = files.actors.split("\n")
        return replace(files, actors="\n".join("" if n in gone else line for n, line in enumerate(lines, start=1)))
    kept = tuple(tie for tie in files.coded if (tie.pair, tie.since) != (arrival.pair, arrival.day))
    return replace(files, coded=kept)


def _arrivals(files: CaseFiles, first: date, last: date) -> Iterator[Arrival]:
    """Yield what came in from `first` to `last`: reports by day, then rows, then promises."""

    def came(day: date | None) -> bool:
        return day is not None and first <= day <= last

    dated = [(day, reading) for reading in files.readings if (day := published(reading)) and came(day)]
    for day, reading in sorted(dated, key=lambda one: (one[0], one[1].report.id)):
        article, report = reading.article, reading.report
        title, publisher = article.title_text or report.title or "", article.publisher or report.publisher or ""
        yield Arrival(ArrivalKind.REPORT, day, report.id, title, publisher, None, False, 0.0, False)
    for tie in files.coded:
        if tie.since and came(tie.since):
            kind = ArrivalKind.RED_LINE if tie.red_line else ArrivalKind.TIE
            yield Arrival(kind, tie.since, "", "", "", tie.pair, False, 0.0, False)
    for row in _party_rows(files):
        if row.since and came(row.since):
            yield Arrival(ArrivalKind.PARTY, row.since, row["id"], "", "", None, False, 0.0, False)
    for rule in files.commitments:
        if rule.since and came(rule.since):
            yield Arrival(ArrivalKind.PROMISE, rule.since, rule.text, "", "", None, False, 0.0, False)


def _party_rows(files: CaseFiles) -> list[Row]:
    return list(read_table(files.actors, file=str(files.folder / "actors.csv"), required=COLUMNS))


def _span(files: CaseFiles, start: date | None, as_of: date | None) -> tuple[date, date]:
    reports = [day for reading in files.readings if (day := published(reading))]
    rows: tuple[Dated, ...] = (*files.coded, *files.commitments, *_party_rows(files))
    begun = [row.since for row in rows if row.since]
    first = start or files.settings.start or min(reports, default=None)
    ends = [day for day in (files.settings.end, as_of) if day]
    last = min(ends) if ends else max([*reports, *begun], default=None)
    if first is None or last is None:
        raise CaseError(
            "nothing in the case is dated",
            place=Place(file=str(files.folder)),
            expected="a date at the head of the reports, or from and to in case.toml",
        )
    files.at(start=first, as_of=last)
    return first, last


def _ends(first: date, last: date, every: int) -> Iterator[date]:
    """Yield the last day of every stage."""
    end = first + timedelta(every - 1)
    while end < last:
        yield end
        end += timedelta(every)
    yield last
