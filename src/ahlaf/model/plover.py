"""The vocabulary of relations: PLOVER's sixteen roots, quad classes and realis."""

from __future__ import annotations

from enum import StrEnum


class RelationType(StrEnum):
    """PLOVER's roots (Open Event Data Alliance 2021); what each weighs is in the codebook."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class QuadClass(StrEnum):
    """Verbal or material, cooperation or conflict (Duval & Thompson 1980)."""

    VERBAL_COOPERATION = "verbal_cooperation"
    MATERIAL_COOPERATION = "material_cooperation"
    VERBAL_CONFLICT = "verbal_conflict"
    MATERIAL_CONFLICT = "material_conflict"


class Realis(StrEnum):
    """How real a relation is said to be."""

    ACTUAL = "actual"
    FUTURE = "future"
    OFFERED = "offered"
    CONDITIONAL = "conditional"
    CALLED_FOR = "called_for"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class StatementKind(StrEnum):
    """Whether what was said stands in quotation marks: wholly, not at all, or partly."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What is told of somebody: that it was said, only spoken of, thought, meant, or how one stands to it.

    A topic is told without what was said of it ("cited the report"); talk is had with others ("discussed the border").
    Unsaid is a saying that is denied, asked for, intended or merely possible ("did not say whether").
    """

    SAYING = "saying"
    TOPIC = "topic"
    TALK = "talk"
    UNSAID = "unsaid"
    BELIEF = "belief"
    WILL = "will"
    STANCE = "stance"

    @property
    def said(self) -> bool:
        """Whether it is an act of saying."""
        return self in (SpeechAct.SAYING, SpeechAct.TOPIC)
