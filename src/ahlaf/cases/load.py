"""A folder of plain files to a case: read its reports, add them up to ties, put the hand-coded ones in their place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ahlaf.actors import gazetteer
from ahlaf.cases.parties import Parties, read_parties
from ahlaf.cases.settings import Settings, read_settings
from ahlaf.model import (
    Case,
    CaseError,
    Commitment,
    Place,
    Question,
    Reading,
    UnknownActorError,
)
from ahlaf.reading import iter_reports, read_report, reports_in
from ahlaf.solve import parse_commitments
from ahlaf.ties import CodedTie, EvidenceCount, collect_evidence, compute_ties, override, read_coded


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case, and what became of the relations that its reports hold."""

    case: Case
    count: EvidenceCount


def load_case(folder: Path) -> Loaded:
    """Load the case in `folder`; CaseError, ReportError or RuleError says which file breaks its form, and where."""
    settings = read_settings(folder / "case.toml")
    parties = read_parties(_text(folder / "actors.csv"), file=str(folder / "actors.csv"), threat=settings.threat)
    readings = _readings(folder / "reports")
    coded = _coded(folder / "ties.csv", parties, settings)
    known = {party.id for party in parties.parties} | {settings.threat}
    evidence, count = collect_evidence(
        readings,
        settings.parameters.ties,
        start=settings.start,
        end=settings.end,
        outlawed=(settings.threat,),
    )
    ties = override(compute_ties(evidence, settings.parameters.ties), coded, settings.parameters.ties)
    threat = parties.threat or gazetteer().actor(settings.threat)
    case = Case(
        name=settings.name,
        title_en=settings.title_en,
        title_ar=settings.title_ar,
        question=_question(settings, parties),
        threat_name_en=threat.name_en,
        threat_name_ar=threat.name_ar,
        parties=parties.parties,
        ties=tuple(tie for tie in ties if tie.a in known and tie.b in known),
        commitments=_commitments(folder / "commitments.txt"),
        readings=readings,
        sources=settings.sources,
        requirement_note_en=settings.requirement_note_en,
        requirement_note_ar=settings.requirement_note_ar,
    )
    return Loaded(case, count)


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


def _coded(path: Path, parties: Parties, settings: Settings) -> tuple[CodedTie, ...]:
    if not path.exists():
        return ()
    ids = {party.id for party in parties.parties} | {settings.threat}
    coded = read_coded(_text(path), file=str(path))
    for tie in coded:
        _require_known(tie.pair, ids, place=Place(file=str(path)))
    return coded


def _commitments(path: Path) -> tuple[Commitment, ...]:
    return parse_commitments(_text(path), file=str(path)) if path.exists() else ()


def _require_known(names: Iterable[str], known: Iterable[str], *, place: Place) -> None:
    ids = sorted(known)
    for name in names:
        if name not in ids:
            near = tuple(difflib.get_close_matches(name.upper(), ids))
            raise UnknownActorError(name, suggestions=near, place=place, remedy=f"add {name} to actors.csv")


def _question(settings: Settings, parties: Parties) -> Question:
    capability = {party.id: party.capability for party in parties.parties}
    requirement = settings.requirement or sum(capability.get(name, 0.0) for name in settings.members)
    return Question(
        members=settings.members,
        threat=settings.threat,
        requirement=requirement,
        requirement_assumed=settings.requirement is None,
        start=settings.start,
        end=settings.end,
        parameters=settings.parameters,
    )
