"""A question put to a ties file, without a case around it: what is not known is assumed, and said to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ahlaf.actors import gazetteer
from ahlaf.cases.load import load_case
from ahlaf.model import (
    Actor,
    ActorKind,
    Case,
    InputError,
    Party,
    Place,
    Question,
    QuestionError,
    UnknownActorError,
)
from ahlaf.ties import read_ties

# Nothing is known of capabilities and saliences where only ties are given: all count the same.
ASSUMED_CAPABILITY = 1.0
ASSUMED_SALIENCE = 1.0


def open_case(
    path: Path,
    members: Sequence[str] = (),
    threat: str | None = None,
    *,
    start: date | None = None,
    as_of: date | None = None,
) -> Case:
    """Open a case's folder or a ties file; `members`, `threat` and `start` go before those of the case.

    With `as_of` nothing counts that was not known on that day. Raises InputError where there is neither a case nor a
    ties file, QuestionError where a ties file is asked without members or threat, or about a period.
    """
    folder = _folder(path)
    if folder:
        return asked(load_case(folder, start=start, as_of=as_of).case, members, threat)
    if not members or not threat:
        raise QuestionError(
            "a ties file alone does not say who is asked about",
            place=Place(file=str(path)),
            expected="members and a threat",
            remedy=f"ahlaf ask {path} --members SYR,SAU --against ISIS",
        )
    if start or as_of:
        raise _without_time(path)
    return _from_ties(path, tuple(members), threat)


def case_folder(path: Path) -> Path:
    """Return the folder of the case at `path`; InputError where there is nothing, QuestionError where it is no case."""
    folder = _folder(path)
    if folder is None:
        raise _without_time(path)
    return folder


def _folder(path: Path) -> Path | None:
    """Return the folder of the case at `path`, None for another file; InputError where there is neither."""
    if path.is_dir():
        return path
    if path.name == "case.toml":
        return path.parent
    if not path.exists():
        raise InputError(
            "there is no such file or folder",
            place=Place(file=str(path)),
            expected="the folder of a case, or a ties file",
            remedy="make a case with: ahlaf new DIR, or a ties file with: ahlaf ties r.jsonl -o t.csv",
        )
    return None


def _without_time(path: Path) -> QuestionError:
    return QuestionError(
        "the evidence of a ties file has been added up already",
        place=Place(file=str(path)),
        expected="the folder of a case, where a period is asked about",
        remedy="add up the evidence of that period with: ahlaf ties r.jsonl --from DATE --to DATE -o t.csv",
    )


def asked(case: Case, members: Sequence[str], threat: str | None) -> Case:
    """Return the case asked about other members or another threat, or itself where neither is given."""
    if not members and threat is None:
        return case
    named_threat = case.question.threat
    question = replace(
        case.question, members=tuple(members) or case.question.members, threat=threat or case.question.threat
    )
    # Another question has another title: the report makes it from the question.
    case = replace(case, question=question, title_en="", title_ar="")
    if question.threat == named_threat:
        return case
    # The former threat becomes nobody's party: the case says nothing of its capability as a partner.
    named = next((party.actor for party in case.parties if party.id == question.threat), None)
    actor = named or gazetteer().actor(question.threat)
    return replace(
        case,
        threat_name_en=actor.name_en,
        threat_name_ar=actor.name_ar,
        parties=tuple(party for party in case.parties if party.id != actor.id),
        # They were declared against the case's own threat.
        coalitions=(),
    )


def _from_ties(path: Path, members: tuple[str, ...], threat: str) -> Case:
    ties = read_ties(path)
    known = gazetteer()
    in_file = {name for tie in ties for name in tie.pair}
    for name in (*members, threat):
        if name not in in_file:
            known.resolve(name)
    ids = in_file | set(members)
    parties = tuple(
        Party(_actor(name), ASSUMED_CAPABILITY, ASSUMED_SALIENCE, assumed=True)
        for name in sorted(ids)
        if name != threat
    )
    actor = _actor(threat)
    return Case(
        name=path.stem,
        title_en="",
        title_ar="",
        question=Question(
            members, threat, requirement=len(set(members)) * ASSUMED_CAPABILITY, requirement_assumed=True
        ),
        threat_name_en=actor.name_en,
        threat_name_ar=actor.name_ar,
        parties=parties,
        ties=ties,
    )


def _actor(name: str) -> Actor:
    """Return the actor of that id; an id that only this ties file knows stands for itself."""
    try:
        return gazetteer().actor(name)
    except UnknownActorError:
        return Actor(name, name, name, ActorKind.ARMED_GROUP)
