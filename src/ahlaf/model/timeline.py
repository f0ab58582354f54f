"""How the answer to a question moved as evidence came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ahlaf.model.proof import Estimate
from ahlaf.model.question import Question
from ahlaf.model.reconciliation import Step
from ahlaf.model.tie import Pair
from ahlaf.model.verdict import Status


class ArrivalKind(StrEnum):
    """What came in: a report, a red line, a tie coded by hand, news of a party's weight, or a promise."""

    REPORT = "report"
    RED_LINE = "red_line"
    TIE = "tie"
    PARTY = "party"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that came in on a day.

    `name` is a report's id, a party's, or a promise as written; `title` and `publisher` are a report's. `pair` is that
    of a red line or a tie. `bears` is whether it bears on the ties or balances of the members; `shift` by how much the
    ties among them add up to more with it than without; `turns` whether the verdict would be the former one without it.
    """

    kind: ArrivalKind
    day: date
    name: str
    title: str
    publisher: str
    pair: Pair | None
    bears: bool
    shift: float
    turns: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """A verdict in short: its status, and whether the coalition holds at the ties' weights, red lines counted."""

    status: Status
    central: bool


@dataclass(frozen=True, slots=True)
class MemberBalance:
    """A member's balance at the ties' weights."""

    actor: str
    central: float


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer of one day in short.

    `lifted` is the verdict red lines aside, `probability` that of holding red lines aside. `balances` are lowest first.
    `price` is that of the cheapest package, 0 where nothing needs mending, None where no package is enough or none was
    found in time; `steps` are its steps. `brokers` are those who would save the most of it, `saving` what each saves.
    `proven` is whether these optima are proven, none stopped by the time limit.
    """

    stand: Stand
    lifted: Stand
    probability: Estimate
    red_lines: tuple[Pair, ...]
    balances: tuple[MemberBalance, ...]
    price: float | None
    steps: tuple[Step, ...]
    brokers: tuple[str, ...]
    saving: float
    proven: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """The days from `first` to `last`: what came in, and the answer as of the last.

    `turned` is whether the verdict is another than that of the stage before.
    """

    first: date
    last: date
    standing: Standing
    arrivals: tuple[Arrival, ...]
    turned: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The stages of a question in order, each of `every` days but the last, which may be shorter."""

    question: Question
    every: int
    stages: tuple[Stage, ...]
