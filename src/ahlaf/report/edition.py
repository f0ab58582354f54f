"""What one language's half of the page shows: records made from case and answer, ready for the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from markupsafe import Markup

from ahlaf.codebook import plover
from ahlaf.model import (
    Alternative,
    Answer,
    BrokeredTrack,
    BrokerSaving,
    Case,
    Evidence,
    FirmPackage,
    Package,
    Pair,
    Party,
    PriceRange,
    Step,
    Tie,
    TieOrigin,
)
from ahlaf.network import SignedNetwork
from ahlaf.report.catalogue import Lang
from ahlaf.report.drawing import draw_balances, draw_miracle, draw_network, draw_probability, draw_step
from ahlaf.report.markup import Anchors
from ahlaf.report.sentences import Sentences, sentences
from ahlaf.report.sentences.blocking import told_pairs
from ahlaf.report.sentences.brokers import lean_sentence, saving_range, useful_brokers
from ahlaf.report.sentences.commitments import ending_sentences, unlocking_sentences
from ahlaf.report.sentences.evidence import tie_sentences
from ahlaf.report.sentences.packages import firm_lines, firm_title, package_outlook
from ahlaf.report.sentences.sensitivity import price_range
from ahlaf.report.sentences.why import WhyTree, why_tree
from ahlaf.report.side_by_side import SideBySide
from ahlaf.report.ties import leading_evidence, network_of, note_in, threat_ties
from ahlaf.report.turning import Turning
from ahlaf.report.words import Words

# A cell of the matrix is shaded in as many steps as there are notches on either side of zero.
_SHADES = 3
_APART = " · "
_SHOWN_REASONS = 24
_SHOWN_STEPS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: what it shows, how it is shaded ("friend-2", "foe-3", "none", "self"), and its tie."""

    text: str
    shade: str
    pair: Pair | None


@dataclass(frozen=True)
class Edition:
    """The page in one language."""

    case: Case
    answer: Answer
    words: Words

    @classmethod
    def of(cls, case: Case, answer: Answer, lang: Lang) -> Edition:
        """Return the edition of a case and its answer in a language."""
        return cls(case, answer, Words.of(case, lang))

    @property
    def lang(self) -> Lang:
        """The language of the edition."""
        return self.words.lang

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.words.title(self.case)

    def note(self, tie: Tie) -> str:
        """The coder's note on a tie."""
        return note_in(tie, self.lang)

    @cached_property
    def said(self) -> Sentences:
        """The answer in plain sentences."""
        return sentences(self.case, self.answer, self.words)

    @cached_property
    def network(self) -> SignedNetwork:
        """The tie of every pair of parties."""
        return network_of(self.case)

    @cached_property
    def anchors(self) -> Anchors:
        """The ids by which places of this edition are linked to."""
        ties = (*self.network.ties.values(), *self.threat_ties)
        return Anchors(
            self.lang,
            tuple(tie.pair for tie in ties),
            tuple(source.key for source in self.case.sources),
            tuple(reading.report.id for reading in self.case.readings),
        )

    @cached_property
    def threat_ties(self) -> tuple[Tie, ...]:
        """The known ties to the threat."""
        return threat_ties(self.case)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The ties among parties, those with more members in them first, then in alphabetical order."""
        members = set(self.case.question.members)
        return tuple(sorted(self.network.ties.values(), key=lambda t: (-len(members.intersection(t.pair)), t.pair)))

    @property
    def known_ties(self) -> tuple[Tie, ...]:
        """The ties that rest on evidence or on a coder."""
        return tuple(tie for tie in self.ties if not self.is_bare(tie))

    @property
    def bare_ties(self) -> tuple[Tie, ...]:
        """The ties of which nothing is known, not even a red line."""
        return tuple(tie for tie in self.ties if self.is_bare(tie))

    def is_bare(self, tie: Tie) -> bool:
        """Say whether nothing at all is known of a tie."""
        return tie.origin is TieOrigin.ASSUMED and not tie.red_line and not tie.evidence

    def origin_of(self, tie: Tie) -> tuple[str, ...]:
        """Say where a tie's weight comes from."""
        return tie_sentences(tie, self.words)

    @property
    def obstacles(self) -> tuple[Tie, ...]:
        """The ties of the blocking sets that are told one by one, each once, and pairs with a red line."""
        pairs = {*told_pairs(self.answer.blocking), *self.answer.verdict.red_lines}
        return tuple(self.network.tie(*pair) for pair in sorted(pairs))

    @property
    def turning(self) -> Turning:
        """What turns the answer, as rows for tables."""
        return Turning(self.answer, self.words)

    @property
    def endings(self) -> tuple[str, ...]:
        """What is to be said of promises beside the lists of acts: several endings, or that nothing is deadlocked."""
        promises = self.answer.commitments
        if promises is None:
            return ()
        said = ending_sentences(promises, self.words)
        if not promises.deadlock:
            return (*said, self.words.say("commitment.no_deadlock"))
        return (*said, *unlocking_sentences(promises.unlocking, self.words))

    @property
    def reasons(self) -> tuple[tuple[str, WhyTree], ...]:
        """Why the deadlocked acts do not begin: the first of them, each with the first steps of its tree."""
        promises = self.answer.commitments
        if promises is None:
            return ()
        return tuple(
            (
                self.words.opening(self.words.act(one.act)),
                why_tree(promises, one.act, promises.reasons, self.words, most=_SHOWN_STEPS),
            )
            for one in promises.waiting[:_SHOWN_REASONS]
        )

    @property
    def brokers(self) -> tuple[BrokerSaving, ...]:
        """The parties whose good offices save something, who saves most first."""
        return tuple(useful_brokers(self.answer))

    @property
    def comparison(self) -> SideBySide | None:
        """The coalitions that the case declares side by side; None where it declares none."""
        comparison = self.answer.comparison
        return None if comparison is None else SideBySide(comparison, self.words)

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The other memberships that hold: the best of each number of changes, then parts not among them."""
        listed = self.answer.alternatives
        known = {one.members for one in listed.found} | {tuple(sorted(self.answer.question.members))}
        parts = (*listed.parts, *([listed.strongest] if listed.strongest and not listed.parts else []))
        return (*listed.found, *(part for part in parts if part.members not in known))

    def brokers_of(self, pair: Pair) -> tuple[str, ...]:
        """Return the parties that could broker a track, who saves most first."""
        return tuple(broker.actor for broker in self.brokers if pair in broker.pairs)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties: members first, each group in alphabetical order of codes."""
        members = self.case.question.members
        return tuple(sorted(self.case.parties, key=lambda party: (party.id not in members, party.id)))

    @property
    def matrix(self) -> Mapping[str, tuple[Cell, ...]]:
        """The rows of the friend-and-foe matrix."""
        order = [party.id for party in self.parties]
        return {row: tuple(self._cell(row, column) for column in order) for row in order}

    def _cell(self, row: str, column: str) -> Cell:
        if row == column:
            return Cell("", "self", None)
        tie = self.network.tie(row, column)
        marks = {TieOrigin.CODED: "*", TieOrigin.ASSUMED: "؟" if self.lang == "ar" else "?", TieOrigin.COMPUTED: ""}
        if self.is_bare(tie):
            return Cell(marks[tie.origin], "none", tie.pair)
        text = self.words.weight(tie.weight) + marks[tie.origin] + (" ✕" if tie.red_line else "")
        level = min(_SHADES, int(abs(tie.weight) * _SHADES) + 1)
        return Cell(text, f"{'friend' if tie.weight >= 0 else 'foe'}-{level}" if tie.weight else "none", tie.pair)

    def picture(self, name: str) -> Markup | None:
        """Draw one of the pictures: "balances", "network", "probability" or "miracle"."""
        words, answer, label = self.words, self.answer, f"{self.lang}-{name}-picture"
        match name:
            case "balances":
                return draw_balances(answer.verdict.balances, words, name=label)
            case "network":
                return draw_network(self.case, answer.camps, words, name=label)
            case "probability":
                return draw_probability(answer.verdict.lifted.probability, words, name=label)
            case _:
                return draw_miracle(answer.miracle, words, name=label)

    def leading(self, tie: Tie) -> Evidence | None:
        """Return the sentence that a tie is shown with."""
        return leading_evidence(tie, self.lang)

    def facts(self, evidence: Evidence) -> str:
        """Say of what type a piece of evidence is, how real, who claims it, and what it counts for."""
        words, root = self.words, plover()[evidence.type]
        parts = [root.name_ar if self.lang == "ar" else root.name_en, words.say(f"realis.{evidence.realis}")]
        if evidence.claimed_by:
            parts.append(words.say("label.claimed_by", name=words.in_prose(evidence.claimed_by)))
        if evidence.why:
            parts.append(words.term("why", evidence.why))
        parts.append(words.say("label.value", value=words.weight(evidence.value)))
        parts.append(words.say("label.counts", weight=words.number(evidence.weight)))
        return _APART.join(("", *parts)).strip()

    @property
    def package_lead(self) -> tuple[str, ...]:
        """What is said before the packages: the cheapest, its proof, and the conditions."""
        reconciliation = self.answer.reconciliation
        steps = reconciliation.packages[0].steps if reconciliation.packages else ()
        said = self.said.reconciliation
        return said if not steps else said[: 3 if self.answer.question.constraints.given else 2]

    def outlook(self, package: Package) -> tuple[str, ...]:
        """Say how sure the coalition would be after a package."""
        return package_outlook(package, self.words)

    @property
    def firm_lines(self) -> tuple[str, ...]:
        """What it costs to be proof against ties at their lows, a line for each number of them."""
        return firm_lines(self.answer.reconciliation, self.words)

    def firm_title(self, firm: FirmPackage) -> str:
        """Say what a firm package is proof against."""
        return firm_title(firm, self.words)

    def step_words(self, step: Step) -> str:
        """Return by how much a step mends a tie, and whether it lifts a red line."""
        parts = [self.words.say("package.notches", step.notches)] if step.notches else []
        if step.lifts_red_line:
            parts.append(self.words.say("label.lifts_red_line"))
        return self.words.listed(parts)

    @property
    def leanings(self) -> tuple[tuple[BrokerSaving, BrokeredTrack], ...]:
        """Every broker on every track where it saves something by either rule, who saves most by the second first."""
        ranked = sorted(self.answer.brokers, key=lambda b: (-b.credible.saving, -b.saving, b.actor))
        return tuple(
            (broker, track) for broker in ranked for track in broker.tracks if track.saving or track.credible_saving
        )

    def lean_words(self, broker: BrokerSaving, track: BrokeredTrack) -> str:
        """Say to whom a broker leans on a track, and who would believe it."""
        return lean_sentence(broker, track, self.words)

    def price_range(self, one: PriceRange) -> str:
        """Return a range of a price."""
        return price_range(one, self.words)

    def saving_range(self, broker: BrokerSaving) -> str:
        """Return the range of a broker's saving within the intervals of its ties."""
        return saving_range(broker, self.words)

    @property
    def period(self) -> str:
        """The days between which evidence was looked for."""
        start, end = self.answer.question.start, self.answer.question.end
        parts = [self.words.say("label.period_from", start=self.words.day(start))] if start else []
        if end:
            parts.append(self.words.say("label.period_to", end=self.words.day(end)))
        return " ".join(parts) or self.words.say("label.period_open")

    @property
    def parameters(self) -> tuple[tuple[str, float], ...]:
        """All parameters by name, in the order of their records."""
        groups = self.answer.question.parameters
        records = (groups.ties, groups.coalition, groups.price)
        return tuple((field.name, getattr(record, field.name)) for record in records for field in fields(record))

    def step_picture(self, step: Step, name: str) -> Markup:
        """Draw a step on the scale from −3 to +3; `name` is what sets it apart from the page's other steps."""
        return draw_step(step, self.words, name=f"{self.lang}-{name}")
