"""A folder of plain files to a case: read its reports, add them up to ties, put the hand-coded ones in their place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ahlaf.actors import gazetteer
from ahlaf.cases.parties import COLUMNS as PARTY_COLUMNS
from ahlaf.cases.parties import Parties, read_parties
from ahlaf.cases.settings import Settings, read_settings
from ahlaf.codebook import begun, read_table
from ahlaf.model import (
    Case,
    CaseError,
    Coalition,
    Commitment,
    Place,
    Question,
    QuestionError,
    Reading,
    UnknownActorError,
)
from ahlaf.reading import iter_reports, read_report, reports_in
from ahlaf.solve import FEWEST_MEMBERS, parse_commitments
from ahlaf.ties import CodedTie, EvidenceCount, coded_by, collect_evidence, compute_ties, override, read_coded


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case, and what became of the relations that its reports hold."""

    case: Case
    count: EvidenceCount


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """What the files of a case hold, all of it; `at` says what of it was known on a day."""

    folder: Path
    settings: Settings
    actors: str
    coded: tuple[CodedTie, ...]
    commitments: tuple[Commitment, ...]
    readings: tuple[Reading, ...]

    def at(self, *, start: date | None = None, as_of: date | None = None) -> Loaded:
        """Put the case together, with `start` before its own first day of evidence, and as it was known on `as_of`.

        Up to `as_of` counts what was published by then, what happened by then, and the rows and rules that had begun;
        reports without a date do not count, as nobody can say whether they were there. Evidence ages up to that day.
        Raises QuestionError where the period is empty.
        """
        settings = self._within(start, as_of)
        parties = read_parties(
            self.actors, file=str(self.folder / "actors.csv"), threat=settings.threat, day=settings.end
        )
        known = {party.id for party in parties.parties} | {settings.threat}
        readings = self.readings if as_of is None else tuple(r for r in self.readings if _published_by(r, as_of))
        evidence, count = collect_evidence(
            readings,
            settings.parameters.ties,
            start=settings.start,
            end=settings.end,
            outlawed=(settings.threat,),
        )
        coded = coded_by(self.coded, settings.end)
        ties = override(compute_ties(evidence, settings.parameters.ties), coded, settings.parameters.ties)
        threat = parties.threat or gazetteer().actor(settings.threat)
        case = Case(
            name=settings.name,
            title_en=settings.title_en,
            title_ar=settings.title_ar,
            question=_question(settings, parties, as_of),
            threat_name_en=threat.name_en,
            threat_name_ar=threat.name_ar,
            parties=parties.parties,
            ties=tuple(tie for tie in ties if tie.a in known and tie.b in known),
            commitments=begun(self.commitments, settings.end),
            readings=readings,
            sources=settings.sources,
            requirement_note_en=settings.requirement_note_en,
            requirement_note_ar=settings.requirement_note_ar,
            coalitions=_coalitions(settings, parties, as_of),
        )
        return Loaded(case, count)

    def _within(self, start: date | None, as_of: date | None) -> Settings:
        first, last = start or self.settings.start, self.settings.end
        if as_of is not None:
            last = as_of if last is None else min(last, as_of)
        if first and last and first > last:
            raise QuestionError(
                f"the evidence would begin on {first.isoformat()} and end on {last.isoformat()}",
                place=Place(file=str(self.folder / "case.toml")),
                expected="a first day that is no later than the last",
            )
        return replace(self.settings, start=first, end=last)


def load_case(folder: Path, *, start: date | None = None, as_of: date | None = None) -> Loaded:
    """Load the case in `folder`, for another first day of evidence or as it was known on a day, if asked for.

    CaseError, ReportError or RuleError says which file breaks its form, and where.
    """
    return read_case(folder).at(start=start, as_of=as_of)


def read_case(folder: Path) -> CaseFiles:
    """Read all files of the case in `folder`, as `load_case` does, and leave open as of when the question is asked."""
    settings = read_settings(folder / "case.toml")
    actors = _text(folder / "actors.csv")
    read_parties(actors, file=str(folder / "actors.csv"), threat=settings.threat)
    parties = _ids(actors)
    for coalition in settings.coalitions:
        _require_known(coalition.members, parties, place=Place(file=str(folder / "case.toml")))
    return CaseFiles(
        folder=folder,
        settings=settings,
        actors=actors,
        readings=_readings(folder / "reports"),
        coded=_coded(folder / "ties.csv", actors, settings),
        commitments=_commitments(folder / "commitments.txt"),
    )


def published(reading: Reading) -> date | None:
    """Return the day on which a report came out, None where it does not say."""
    return reading.article.date or reading.report.date


def _published_by(reading: Reading, day: date) -> bool:
    came = published(reading)
    return came is not None and came <= day


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CaseError(
            f"the case has no {path.name}",
            place=Place(file=str(path)),
            remedy="see what a case holds with: ahlaf new example",
        ) from None
    except (UnicodeDecodeError, IsADirectoryError):
        raise CaseError("the file is no text in UTF-8", place=Place(file=str(path))) from None


def _readings(folder: Path) -> tuple[Reading, ...]:
    return tuple(read_report(report) for report in iter_reports(reports_in(folder)))


def _coded(path: Path, actors: str, settings: Settings) -> tuple[CodedTie, ...]:
    if not path.exists():
        return ()
    ids = _ids(actors) | {settings.threat}
    coded = read_coded(_text(path), file=str(path))
    for tie in coded:
        _require_known(tie.pair, ids, place=Place(file=str(path)))
    return coded


def _ids(actors: str) -> set[str]:
    return {row["id"] for row in read_table(actors, file="actors.csv", required=PARTY_COLUMNS)}


def _commitments(path: Path) -> tuple[Commitment, ...]:
    return parse_commitments(_text(path), file=str(path)) if path.exists() else ()


def _require_known(names: Iterable[str], known: Iterable[str], *, place: Place) -> None:
    ids = sorted(known)
    for name in names:
        if name not in ids:
            near = tuple(difflib.get_close_matches(name.upper(), ids))
            raise UnknownActorError(name, suggestions=near, place=place, remedy=f"add {name} to actors.csv")


def _coalitions(settings: Settings, parties: Parties, as_of: date | None) -> tuple[Coalition, ...]:
    """Return the coalitions that were known on the day, with those of their members that are parties by then."""
    present = {party.id for party in parties.parties}
    known = (
        replace(coalition, members=tuple(member for member in coalition.members if member in present))
        for coalition in begun(settings.coalitions, as_of)
    )
    return tuple(coalition for coalition in known if len(coalition.members) >= FEWEST_MEMBERS)


def _question(settings: Settings, parties: Parties, as_of: date | None) -> Question:
    capability = {party.id: party.capability for party in parties.parties}
    requirement = settings.requirement or sum(capability.get(name, 0.0) for name in settings.members)
    return Question(
        members=settings.members,
        threat=settings.threat,
        requirement=requirement,
        requirement_assumed=settings.requirement is None,
        start=settings.start,
        end=settings.end,
        as_of=as_of,
        parameters=settings.parameters,
        constraints=settings.constraints,
    )
