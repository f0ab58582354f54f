"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from ahlaf.model.errors import InputError, Place

if TYPE_CHECKING:
    from ahlaf.model import Answer, Case, Certificate, Constraints

Lang = Literal["en", "ar"]
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as 2015-06-29."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail saying how one is written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2015-06-29", param, ctx)


def question_options(command: _Command) -> _Command:
    """Add --members, --against and --time-limit."""
    threat = click.option("--against", metavar="ACTOR", help="The threat.")
    members = click.option("--members", metavar="A,B,...", help="Who is to stand together.")
    return members(threat(time_limit_option(command)))


def period_options(command: _Command) -> _Command:
    """Add --from and --until."""
    until = click.option(
        "--until", "as_of", type=Day(), help="Answer as of that day: nothing counts that came later (cases only)."
    )
    start = click.option("--from", "start", type=Day(), help="First day of the evidence (cases only).")
    return start(until(command))


def time_limit_option(command: _Command) -> _Command:
    """Add --time-limit."""
    seconds = click.option(
        "--time-limit",
        type=click.FloatRange(min=0, min_open=True),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="Stop each solver after so long, with its bound and gap (exit code 3).",
    )
    return seconds(command)


def memory_limit_option(command: _Command) -> _Command:
    """Add --memory-limit."""
    mebibytes = click.option(
        "--memory-limit",
        type=click.IntRange(min=1),
        metavar="MIB",
        help="Stop when the process holds so much memory, with its bound and gap (exit code 3).",
    )
    return mebibytes(command)


def seed_option(command: _Command) -> _Command:
    """Add --seed."""
    number = click.option(
        "--seed",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        metavar="N",
        help="Where the search by chance begins; the same seed gives the same result.",
    )
    return number(command)


def lang_option(command: _Command) -> _Command:
    """Add --lang."""
    choice = click.option(
        "--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="English or Arabic."
    )
    return choice(command)


def actor_ids(text: str | None) -> tuple[str, ...]:
    """Turn "SYR, Saudi Arabia,تركيا" into codes; a word that is no name of a known actor is kept as it is."""
    if text is None:
        return ()
    names = [name.strip() for name in text.replace("،", ",").split(",")]
    if not all(names):
        raise InputError(
            "a name is empty", place=Place(file=f"--members {text}"), expected="names with one comma between them"
        )
    return tuple(_actor_id(name) for name in names)


def actor_id(name: str | None) -> str | None:
    """Turn a name or a code into a code; a word that is no name of a known actor is kept as it is."""
    return _actor_id(name.strip()) if name is not None else None


def _actor_id(name: str) -> str:
    from ahlaf.actors import gazetteer
    from ahlaf.model import UnknownActorError

    try:
        return gazetteer().resolve(name).actor
    except UnknownActorError:
        # It may be the id of an actor that only the case or the ties file knows; what asks it will say if not.
        return name


def answered(
    path: str,
    members: str | None,
    against: str | None,
    time_limit: float,
    *,
    start: date | None = None,
    as_of: date | None = None,
    constraints: Constraints | None = None,
) -> tuple[Case, Answer]:
    """Open the case or ties file at `path` and answer its question, as of a day if asked for.

    `constraints` go before those of the case, each kind on its own.
    """
    from dataclasses import replace
    from pathlib import Path

    from ahlaf.cases import open_case
    from ahlaf.solve import answer

    case = open_case(Path(path), actor_ids(members), actor_id(against), start=start, as_of=as_of)
    if constraints is not None:
        bound = _constrained(constraints, case.question.constraints)
        case = replace(case, question=replace(case.question, constraints=bound))
    return case, answer(
        case.question, case.parties, case.ties, case.commitments, case.coalitions, time_limit=time_limit
    )


def _constrained(asked: Constraints, named: Constraints) -> Constraints:
    """Return the constraints of a case with those that are asked for in their place, each kind on its own."""
    from ahlaf.model import Constraints

    return Constraints(
        untouchable=asked.untouchable or named.untouchable,
        not_first=asked.not_first or named.not_first,
        most_tracks=named.most_tracks if asked.most_tracks is None else asked.most_tracks,
        most_notches=named.most_notches if asked.most_notches is None else asked.most_notches,
        budget=named.budget if asked.budget is None else asked.budget,
    )


def exit_code(answer: Answer) -> int:
    """Return 3 where any solver behind an answer stopped without proof, else 0."""
    return proof_code(
        answer.reconciliation.certificate,
        *(package.certificate for package in answer.reconciliation.packages),
        *(firm.certificate for firm in answer.reconciliation.firm),
        *(broker.certificate for broker in answer.brokers),
        *(team.certificate for team in answer.teams),
        answer.sufficiency.holding.certificate,
        answer.alternatives.certificate,
        *(one.certificate for one in (answer.comparison.coalitions if answer.comparison else ())),
        *([answer.camps.certificate] if answer.camps else []),
        *([answer.commitments.unlocking.proof] if answer.commitments else []),
    )


def proof_code(*certificates: Certificate) -> int:
    """Return 3 where a solver stopped without proof, else 0."""
    from ahlaf.model import ProofStatus
    from ahlaf.model.errors import EXIT_NO_PROOF, EXIT_OK

    stopped = any(certificate.status is ProofStatus.STOPPED for certificate in certificates)
    return EXIT_NO_PROOF if stopped else EXIT_OK
