"""The records that pass between the layers: frozen, typed, without input or output."""

from ahlaf.model.actor import Actor, ActorKind, Party
from ahlaf.model.answer import (
    Answer,
    Balance,
    BlockingSet,
    BlockingSets,
    BrokerSaving,
    Camps,
    Certificate,
    CommitmentAnswer,
    Dependence,
    Estimate,
    FlipTie,
    Joining,
    Miracle,
    Package,
    Pair,
    ProofStatus,
    Reconciliation,
    Status,
    Step,
    Sufficiency,
    Verdict,
    Waiting,
)
from ahlaf.model.case import Case, Source
from ahlaf.model.commitment import Act, Commitment, Condition
from ahlaf.model.errors import (
    AhlafError,
    CaseError,
    InputError,
    NetworkFileError,
    NoProofError,
    Place,
    QuestionError,
    ReportError,
    RuleError,
    UnknownActorError,
)
from ahlaf.model.landscape import Landscape, Minimum, Part, Placed, Sides
from ahlaf.model.near_best import ActorFirmness, Choice, NearBest, NearDivision, RelationPrice
from ahlaf.model.over_time import CampsOverTime, Change, Crossing, Flow, WindowCamps
from ahlaf.model.plover import QuadClass, Realis, RelationType, SpeechAct, StatementKind
from ahlaf.model.question import CoalitionParameters, Parameters, PriceParameters, Question, TieParameters
from ahlaf.model.report import Article, Mention, Reading, Relation, Report, Statement
from ahlaf.model.span import Span
from ahlaf.model.tie import Evidence, Tie, TieOrigin, pair_of

__all__ = [
    "Act", "Actor", "ActorFirmness", "ActorKind", "AhlafError", "Answer", "Article", "Balance", "BlockingSet",
    "BlockingSets", "BrokerSaving", "Camps", "CampsOverTime", "Case", "CaseError", "Certificate", "Change", "Choice",
    "CoalitionParameters", "Commitment", "CommitmentAnswer", "Condition", "Crossing", "Dependence", "Estimate",
    "Evidence", "FlipTie", "Flow", "InputError", "Joining", "Landscape", "Mention", "Minimum", "Miracle", "NearBest",
    "NearDivision", "NetworkFileError", "NoProofError", "Package", "Pair", "Parameters", "Part", "Party", "Place",
    "Placed", "PriceParameters", "ProofStatus", "QuadClass", "Question", "QuestionError", "Reading", "Realis",
    "Reconciliation", "Relation", "RelationPrice", "RelationType", "Report", "ReportError", "RuleError", "Sides",
    "Source", "Span", "SpeechAct", "Statement", "StatementKind", "Status", "Step", "Sufficiency", "Tie", "TieOrigin",
    "TieParameters", "UnknownActorError", "Verdict", "Waiting", "WindowCamps", "pair_of",
]  # fmt: skip
