"""A small made-up case and a hand-made answer to it; every sentence in it was written for these tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ahlaf.model import (
    Act,
    Actor,
    ActorKind,
    Alternative,
    Alternatives,
    Answer,
    Article,
    Balance,
    BestBroker,
    BlockingSet,
    BlockingSets,
    BrokeredTrack,
    BrokerSaving,
    BrokerTeam,
    Camps,
    Case,
    Certificate,
    ChangeCount,
    Circle,
    Coalition,
    Collapse,
    Commitment,
    CommitmentAnswer,
    ComparedCoalition,
    Comparison,
    Condition,
    CredibleSaving,
    CrossPressure,
    Deficit,
    Departure,
    Enlargement,
    Estimate,
    Evidence,
    Firmness,
    FirmPackage,
    FlipSet,
    FlipTie,
    Ground,
    Joining,
    Miracle,
    Moment,
    Outcome,
    Overlap,
    OverlappingMember,
    Package,
    ParameterFlip,
    Party,
    PriceRange,
    PriceSensitivity,
    ProofStatus,
    Quarrel,
    Question,
    Reading,
    Realis,
    Reason,
    Reconciliation,
    RelationType,
    Report,
    RuleFinding,
    RuleTrouble,
    Source,
    Span,
    Status,
    Step,
    StepOrder,
    Sufficiency,
    TeamTrack,
    Tie,
    TieOrigin,
    TieToVerify,
    Trust,
    Unlocking,
    Verdict,
)

PROVEN = Certificate(ProofStatus.OPTIMAL, 5.0, 0.0)
PROVEN_ONE = Certificate(ProofStatus.OPTIMAL, 1, 0)
QUOTES = {
    "en": ("Amman and Riyadh agreed on Monday to guard the desert road together.", "agreed", "Desert Courier"),
    "ar": ("واتهمت دمشق أنقرة بفتح الطريق أمام المقاتلين.", "واتهمت", "جريدة المثال"),
}


def evidence(
    source: str, target: str, kind: RelationType, value: float, lang: str = "ar", report: str = "r1", start: int = 0
) -> Evidence:
    quote, trigger, publisher = QUOTES[lang]
    return Evidence(
        report=report,
        source=source,
        target=target,
        type=kind,
        realis=Realis.ACTUAL,
        claimed_by=source,
        date=date(2015, 6, 29) if report == "r1" else date(2015, 5, 3),
        value=value,
        weight=0.8,
        quote=quote,
        start=start,
        end=start + len(quote),
        trigger=trigger,
        lang=lang,
        publisher=publisher,
        title="تقرير المثال" if lang == "ar" else "An example report",
        url=f"https://example.org/{report}",
        why="said by one of the two",
    )


def _ties() -> tuple[Tie, ...]:
    accuse, agree = RelationType.ACCUSE, RelationType.AGREE
    return (
        Tie("ISIS", "SYR", -0.8, -1.0, -0.5, evidence=(evidence("ISIS", "SYR", RelationType.ASSAULT, -0.9),)),
        Tie(
            "JOR",
            "SAU",
            0.6,
            0.3,
            0.9,
            evidence=(
                evidence("JOR", "SAU", agree, 0.25, "en", "r2"),
                evidence("SAU", "JOR", agree, 0.25, "en", "r3"),
            ),
        ),
        Tie("JOR", "SYR", -0.2, -0.55, 0.15, evidence=(evidence("SYR", "JOR", accuse, -0.3, start=400),)),
        Tie(
            "SAU",
            "SYR",
            -0.67,
            -0.95,
            -0.1,
            origin=TieOrigin.CODED,
            note="No embassy since 2012.",
            source="unpress",
            overrides=-0.41,
        ),
        Tie("SAU", "TUR", 0.15, -0.25, 0.55, evidence=(evidence("SAU", "TUR", agree, 0.25, "en", "r2", 300),)),
        Tie(
            "SYR",
            "TUR",
            -0.7,
            -1.0,
            -0.2,
            evidence=(
                evidence("SYR", "TUR", accuse, -0.3, start=90),
                evidence("TUR", "SYR", accuse, -0.3, "en", "r2", 90),
            ),
        ),
        Tie("RUS", "SYR", 0.8, 0.6, 1.0, evidence=(evidence("RUS", "SYR", RelationType.SUPPORT, 0.5, start=500),)),
        Tie("RUS", "TUR", 0.25, -0.1, 0.6, evidence=(evidence("RUS", "TUR", agree, 0.25, "en", "r2", 500),)),
        Tie("RUS", "SAU", 0.3, 0.05, 0.55, origin=TieOrigin.CODED, source="unpress"),
        Tie("SYR", "USA", -0.5, -0.8, -0.2, red_line=True, origin=TieOrigin.CODED, note="Says so itself."),
    )


def _parties() -> tuple[Party, ...]:
    named = (
        ("JOR", "Jordan", "الأردن", 1.0, 0.7),
        ("RUS", "Russia", "روسيا", 9.0, 0.4),
        ("SAU", "Saudi Arabia", "السعودية", 4.0, 0.5),
        ("SYR", "Syria", "سوريا", 2.0, 1.0),
        ("TUR", "Turkey", "تركيا", 5.0, 0.6),
        ("USA", "United States", "الولايات المتحدة", 20.0, 0.5),
    )
    return tuple(
        Party(Actor(code, en, ar, ActorKind.STATE), capability, salience, assumed=code == "USA")
        for code, en, ar, capability, salience in named
    )


def _rules() -> tuple[Commitment, ...]:
    guarantee, syria, turkey = Act("RUS", "guarantees", "SYR"), Act("SYR", "joins"), Act("TUR", "joins")
    saudi = Act("SAU", "halts_funding")
    return (
        Commitment(guarantee, (Condition((syria,), 1),), (), 1, "RUS guarantees SYR if SYR joins", "An offer."),
        Commitment(syria, (Condition((guarantee,), 1), Condition((saudi,), 1)), (), 2, "SYR joins if ..."),
        Commitment(saudi, (), (), 3, "SAU halts_funding"),
        Commitment(turkey, (Condition((syria, saudi, guarantee), 2),), (), 4, "TUR joins if at least 2 of ..."),
    )


def _reasons(rules: tuple[Commitment, ...]) -> tuple[Reason, ...]:
    guarantee, syria, saudi, turkey = (rule.act for rule in rules)
    left = (Condition((syria, guarantee), 1),)
    return (
        Reason(guarantee, Outcome.DEADLOCKED, (Ground(rules[0], (), rules[0].when, (), (syria,)),)),
        Reason(saudi, Outcome.COMES_ABOUT, (Ground(rules[2], (), (), (), ()),)),
        Reason(syria, Outcome.DEADLOCKED, (Ground(rules[1], (), (Condition((guarantee,), 1),), (), (guarantee,)),)),
        Reason(turkey, Outcome.DEADLOCKED, (Ground(rules[3], (), left, (), (syria, guarantee)),)),
    )


def _commitments() -> CommitmentAnswer:
    rules = _rules()
    guarantee, syria, saudi, turkey = (rule.act for rule in rules)
    return CommitmentAnswer(
        rules=rules,
        monotone=True,
        least=(saudi,),
        greatest=(guarantee, saudi, syria, turkey),
        deadlock=(guarantee, syria, turkey),
        reasons=_reasons(rules),
        unlocking=Unlocking(
            not_first=(),
            circles=(Circle((guarantee, syria), ((guarantee,), (syria,)), True, PROVEN_ONE),),
            keystones=((guarantee,), (syria,)),
            count=2,
            locked=(),
            proof=PROVEN_ONE,
        ),
        restricted=None,
        collapses=(
            Collapse((rules[2],), (guarantee, saudi, syria, turkey), 4),
            Collapse((rules[3],), (turkey,), 1),
        ),
        findings=(RuleFinding(RuleTrouble.NEEDLESS, rules[3], turkey, earlier=rules[2]),),
        departures=(Departure("SAU", (guarantee, syria, turkey), 3), Departure("TUR", (), 0)),
        endings=((guarantee, saudi, syria, turkey),),
        complete=True,
    )


def _reading(name: str, lang: str) -> Reading:
    quote, _, publisher = QUOTES[lang]
    report = Report(name, quote, lang, date(2015, 6, 29), f"https://example.org/{name}", publisher=publisher)
    article = Article(None, f"Report {name}", date(2015, 6, 29), publisher, (Span(0, len(quote)),), ())
    return Reading(report, article, (), (), ())


@pytest.fixture
def case() -> Case:
    question = Question(("SYR", "SAU", "JOR", "TUR"), "ISIS", 15.0, start=date(2015, 1, 1), end=date(2015, 6, 30))
    return Case(
        name="example",
        title_en="Four neighbours against ISIS",
        title_ar="أربعة جيران ضد داعش",
        question=question,
        threat_name_en="ISIS",
        threat_name_ar="داعش",
        parties=_parties(),
        ties=_ties(),
        commitments=_rules(),
        readings=(_reading("r1", "ar"), _reading("r2", "en"), _reading("r3", "en")),
        sources=(Source("unpress", "United Nations press release (example), 2015", "https://example.org/un"),),
    )


def _firmness() -> Firmness:
    return Firmness(
        status=Status.CONTESTED,
        central=False,
        worst=False,
        best=True,
        probability=Estimate(0.0415, 0.03, 0.06, 2000, 0),
        flips=(),
        together=FlipSet((FlipTie(("SAU", "SYR"), -0.1), FlipTie(("SYR", "TUR"), -0.26)), 1.01, 2),
        verify=(TieToVerify(("JOR", "TUR"), Estimate(0.0, 0.0, 0.0, 2000, 0), 0.002),),
        parameters=(
            ParameterFlip("benefit", None, 0.5, None, 1.8543),
            ParameterFlip("salience", "SYR", 1.0, None, None),
        ),
        reports=(),
        reports_tried=3,
        pairs=6,
        assumed=1,
        neutral=Status.CONTESTED,
    )


def _verdict() -> Verdict:
    return Verdict(
        status=Status.CONTESTED,
        central=False,
        worst=False,
        best=True,
        probability=Estimate(0.0415, 0.03, 0.06, 2000, 0),
        balances=(
            Balance("JOR", 0.4, 0.25, 0.65, -0.82, 2.12),
            Balance("SAU", 0.08, 0.25, 0.33, -0.65, 1.6),
            Balance("SYR", -1.57, 0.35, -1.22, -2.15, 0.2),
            Balance("TUR", -0.55, 0.2, -0.35, -1.87, 1.37),
        ),
        red_lines=(),
        lifted=_firmness(),
    )


def _reconciliation() -> Reconciliation:
    heal = Step(("SYR", "TUR"), 4, -0.7, 0.6333333333333333, False, 5.0)
    half = Step(("SYR", "TUR"), 2, -0.7, -0.03333333333333333, False, 3.0)
    saudi = Step(("SAU", "SYR"), 2, -0.67, -0.003333333333333333, False, 3.0)
    jordan = Step(("JOR", "SYR"), 2, -0.2, 0.4666666666666667, False, 3.0)
    eight, nine = replace(PROVEN, bound=8.0), replace(PROVEN, bound=9.0)
    more = Step(("SYR", "TUR"), 5, -1.0, 0.6666666666666667, True, 9.0)
    return Reconciliation(
        (
            Package((heal,), 5.0, PROVEN, Estimate(0.62, 0.6, 0.64, 2000, 0), False),
            Package((saudi, half), 6.0, replace(PROVEN, bound=6.0)),
            Package((half, jordan), 6.0, replace(PROVEN, bound=6.0)),
        ),
        PROVEN,
        firm=(
            FirmPackage(1, Package((heal, saudi), 8.0, eight, Estimate(0.81, 0.79, 0.83, 2000, 0), False), eight),
            FirmPackage(None, Package((more,), 9.0, nine, Estimate(1.0, 0.99, 1.0, 2000, 0), True), nine),
        ),
    )


def _brokered() -> BrokeredTrack:
    """Russia between Syria (0.8) and Turkey (0.25), on a track of price 5."""
    return BrokeredTrack(
        pair=("SYR", "TUR"),
        sides=(
            Trust("SYR", 0.8, 0.6, 1.0, TieOrigin.COMPUTED),
            Trust("TUR", 0.25, -0.1, 0.6, TieOrigin.COMPUTED),
        ),
        even=0.25,
        saving=0.625,
        leans_to="SYR",
        lean=0.55,
        believed_by="SYR",
        credible=0.4,
        credible_saving=1.0,
    )


def _order() -> StepOrder:
    (step,) = _reconciliation().packages[0].steps
    return StepOrder(
        (
            Moment((), ("JOR",), None, None),
            Moment((), ("SAU",), "SAU", 0.3),
            Moment((step,), ("SYR", "TUR"), "SYR", 0.1),
        ),
        together=2,
        proven=True,
        not_first=("SAU",),
    )


def _sensitivity() -> tuple[PriceSensitivity, ...]:
    first, second, _ = _reconciliation().packages
    return (
        PriceSensitivity("opening", 1.0, (PriceRange(0.0, 0.5, second), PriceRange(0.5, 4.0, first)), True),
        PriceSensitivity("notch", 1.0, (PriceRange(0.0, 4.0, first),), True),
        PriceSensitivity("red_line", 3.0, (PriceRange(0.0, None, first),), True),
    )


def _alternatives() -> Alternatives:
    draws = Estimate(0.81, 0.79, 0.83, 2000, 0)
    without = Alternative(("JOR", "SAU", "TUR"), ("SYR",), (), 10.0, False, Status.HOLDS, replace(draws, value=1.0))
    swapped = Alternative(("JOR", "RUS", "SAU", "TUR"), ("SYR",), ("RUS",), 19.0, True, Status.CONTESTED, draws)
    counts = (ChangeCount(1, 6, 1), ChangeCount(2, 15, 1), ChangeCount(3, 20, 0))
    return Alternatives((without, swapped), counts, True, (without,), True, without, replace(PROVEN, bound=10.0))


def _comparison() -> Comparison:
    """The coalition asked about beside two others: one in which two of its members stand, and one of later days."""
    standing, reconciliation = _verdict(), _reconciliation()
    asked = Coalition("asked", ("SYR", "SAU", "JOR", "TUR"))
    other = Coalition("gulf", ("SAU", "TUR", "USA"), "Gulf pact", "ميثاق الخليج", total=9, note_en="A pact.")
    later = Coalition("later", ("JOR", "SAU"), "Later pact", "ميثاق لاحق", since=date(2015, 12, 1), source="unpress")
    draws = Estimate(0.02, 0.01, 0.03, 2000, 0)
    shared = (
        OverlappingMember("SAU", ("gulf",), 0.5, 0.0, 0.33, 0.1),
        OverlappingMember("TUR", ("gulf",), 0.5, 0.0, -0.35, -0.6),
    )
    overlap = Overlap(shared, 7.5, False, Status.CONTESTED, False, draws, ("SYR", "TUR"))
    held = replace(standing, status=Status.HOLDS, central=True, worst=True, balances=())
    weakened = replace(overlap, strength=24.5, enough=True, status=Status.FAILS, outside=("TUR",))
    best = BrokerSaving("RUS", 4.375, 0.625, 0.0, 1.0, (), PROVEN, CredibleSaving(5.0, 0.0, PROVEN))
    miracle = Miracle(3.71, 5.78, 0.56, ("SYR",), 3.71)
    idle = Package((), 0.0, PROVEN)
    one = ComparedCoalition(
        asked, True, True, standing, 12.0, 15.0, False, reconciliation.packages[0], PROVEN, best, miracle, overlap
    )
    two = ComparedCoalition(other, False, True, held, 29.0, 15.0, True, idle, PROVEN, None, miracle, weakened)
    three = ComparedCoalition(later, False, False, held, 5.0, 15.0, False, idle, PROVEN, None, miracle, None)
    quarrels = (Quarrel(("SYR", "USA"), -0.5, -0.8, -0.2, True), Quarrel(("JOR", "USA"), -0.1, -0.3, 0.1, False))
    return Comparison((one, two, three), (CrossPressure("asked", "gulf", ("SAU", "TUR"), quarrels),))


@pytest.fixture
def answer(case: Case) -> Answer:
    both = BlockingSet((("SAU", "SYR"), ("SYR", "TUR")), (Deficit("SYR", -1.02),))
    return Answer(
        question=case.question,
        verdict=_verdict(),
        blocking=BlockingSets(
            "central",
            (BlockingSet((("SYR", "TUR"),), (Deficit("TUR", -0.35),)), both),
            count=2,
            smallest=BlockingSet((("SYR", "TUR"),), (Deficit("TUR", -0.35),)),
            larger=False,
            complete=True,
            max_size=4,
            deficits=(Deficit("SYR", -1.22), Deficit("TUR", -0.35)),
            structural=(),
            touching=(("SYR", "TUR"),),
            touching_at_least=1,
        ),
        reconciliation=_reconciliation(),
        brokers=(
            BrokerSaving(
                actor="RUS",
                price=4.375,
                saving=0.625,
                low=0.0,
                high=1.5,
                tracks=(_brokered(),),
                certificate=PROVEN,
                credible=CredibleSaving(4.0, 1.0, PROVEN),
            ),
            BrokerSaving("USA", 5.0, 0.0, 0.0, 0.0, (), PROVEN, CredibleSaving(5.0, 0.0, PROVEN)),
        ),
        teams=(
            BrokerTeam(1, ("RUS",), 4.375, 0.625, 0.625, (TeamTrack(("SYR", "TUR"), "RUS", 0.25),), PROVEN),
            BrokerTeam(2, ("RUS",), 4.375, 0.625, 0.0, (TeamTrack(("SYR", "TUR"), "RUS", 0.25),), PROVEN),
        ),
        order=_order(),
        sensitivity=_sensitivity(),
        best_brokers=(BestBroker(0.0, 1.0, "RUS"),),
        joining=(Joining("RUS", 1.4, True, ()), Joining("USA", -0.3, False, ("SYR",))),
        sufficiency=Sufficiency(12.0, 15.0, False, ("RUS",), Enlargement(("RUS",), 21.0, replace(PROVEN, bound=1.0))),
        alternatives=_alternatives(),
        miracle=Miracle(3.71, 5.78, 0.56, ("SYR",), 3.71),
        commitments=_commitments(),
        camps=Camps((("JOR", "SAU", "TUR", "USA"), ("RUS", "SYR")), 0.55, (("RUS", "SAU"), ("RUS", "TUR")), PROVEN, 2),
        comparison=_comparison(),
    )
