"""The records that pass between the layers: frozen, typed, without input or output."""

from ahlaf.model.actor import Actor, ActorKind, Party
from ahlaf.model.alternatives import Alternative, Alternatives, ChangeCount
from ahlaf.model.answer import Answer
from ahlaf.model.blocking import BlockingSet, BlockingSets, Deficit
from ahlaf.model.broker import BrokeredTrack, BrokerSaving, BrokerTeam, CredibleSaving, TeamTrack, Trust
from ahlaf.model.camps import Camps
from ahlaf.model.case import Case, Source
from ahlaf.model.coalitions import (
    Coalition,
    ComparedCoalition,
    Comparison,
    CrossPressure,
    Overlap,
    OverlappingMember,
    Quarrel,
    Share,
)
from ahlaf.model.commitment import Act, Commitment, Condition
from ahlaf.model.errors import (
    AhlafError,
    CaseError,
    InputError,
    NetworkFileError,
    Place,
    QuestionError,
    ReportError,
    RuleError,
    RuleErrors,
    UnknownActorError,
)
from ahlaf.model.landscape import Landscape, Minimum, Part, Placed, Sides
from ahlaf.model.membership import Enlargement, Joining, Sufficiency
from ahlaf.model.near_best import ActorFirmness, Choice, NearBest, NearDivision, RelationPrice
from ahlaf.model.order import Moment, StepOrder
from ahlaf.model.over_time import CampsOverTime, Change, Crossing, Flow, WindowCamps
from ahlaf.model.plover import QuadClass, Realis, RelationType, SpeechAct, StatementKind
from ahlaf.model.promises import Circle, Collapse, CommitmentAnswer, Departure, Unlocking, Waiting
from ahlaf.model.proof import Certificate, Estimate, ProofStatus
from ahlaf.model.proposal import UNREAD, Proposal
from ahlaf.model.question import (
    CoalitionParameters,
    Constraints,
    Parameters,
    PriceParameters,
    Question,
    TieParameters,
)
from ahlaf.model.ranges import RANGES, Range
from ahlaf.model.reconciliation import FirmPackage, Package, Reconciliation, Step
from ahlaf.model.report import Article, Mention, Reading, Relation, Report, Statement
from ahlaf.model.rule_finding import RuleFinding, RuleTrouble
from ahlaf.model.sensitivity import BestBroker, PriceRange, PriceSensitivity
from ahlaf.model.span import Span
from ahlaf.model.tie import Evidence, Pair, Tie, TieOrigin, pair_of
from ahlaf.model.timeline import Arrival, ArrivalKind, MemberBalance, Stage, Stand, Standing, Timeline
from ahlaf.model.verdict import (
    Balance,
    Firmness,
    FlipSet,
    FlipTie,
    Miracle,
    ParameterFlip,
    ReportFlip,
    Status,
    TieToVerify,
    Verdict,
)

__all__ = [
    "RANGES",
    "UNREAD",
    "Act",
    "Actor",
    "ActorFirmness",
    "ActorKind",
    "AhlafError",
    "Alternative",
    "Alternatives",
    "Answer",
    "Arrival",
    "ArrivalKind",
    "Article",
    "Balance",
    "BestBroker",
    "BlockingSet",
    "BlockingSets",
    "BrokerSaving",
    "BrokerTeam",
    "BrokeredTrack",
    "Camps",
    "CampsOverTime",
    "Case",
    "CaseError",
    "Certificate",
    "Change",
    "ChangeCount",
    "Choice",
    "Circle",
    "Coalition",
    "CoalitionParameters",
    "Collapse",
    "Commitment",
    "CommitmentAnswer",
    "ComparedCoalition",
    "Comparison",
    "Condition",
    "Constraints",
    "CredibleSaving",
    "CrossPressure",
    "Crossing",
    "Deficit",
    "Departure",
    "Enlargement",
    "Estimate",
    "Evidence",
    "FirmPackage",
    "Firmness",
    "FlipSet",
    "FlipTie",
    "Flow",
    "InputError",
    "Joining",
    "Landscape",
    "MemberBalance",
    "Mention",
    "Minimum",
    "Miracle",
    "Moment",
    "NearBest",
    "NearDivision",
    "NetworkFileError",
    "Overlap",
    "OverlappingMember",
    "Package",
    "Pair",
    "ParameterFlip",
    "Parameters",
    "Part",
    "Party",
    "Place",
    "Placed",
    "PriceParameters",
    "PriceRange",
    "PriceSensitivity",
    "ProofStatus",
    "Proposal",
    "QuadClass",
    "Quarrel",
    "Question",
    "QuestionError",
    "Range",
    "Reading",
    "Realis",
    "Reconciliation",
    "Relation",
    "RelationPrice",
    "RelationType",
    "Report",
    "ReportError",
    "ReportFlip",
    "RuleError",
    "RuleErrors",
    "RuleFinding",
    "RuleTrouble",
    "Share",
    "Sides",
    "Source",
    "Span",
    "SpeechAct",
    "Stage",
    "Stand",
    "Standing",
    "Statement",
    "StatementKind",
    "Status",
    "Step",
    "StepOrder",
    "Sufficiency",
    "TeamTrack",
    "Tie",
    "TieOrigin",
    "TieParameters",
    "TieToVerify",
    "Timeline",
    "Trust",
    "UnknownActorError",
    "Unlocking",
    "Verdict",
    "Waiting",
    "WindowCamps",
    "pair_of",
]  # fmt: skip
