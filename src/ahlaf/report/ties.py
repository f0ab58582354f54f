"""The ties that a report speaks of: of all parties, of the members, and what each rests on."""

from __future__ import annotations

from ahlaf.model import Balance, Case, Evidence, Tie, TieOrigin
from ahlaf.network import SignedNetwork
from ahlaf.report.words import Words

_ROUNDING = 1e-9


def network_of(case: Case) -> SignedNetwork:
    """Return the tie of every pair of parties; the assumed one where nothing is known."""
    return SignedNetwork.of((party.id for party in case.parties), case.ties, case.question.parameters.ties)


def member_ties(case: Case) -> tuple[Tie, ...]:
    """Return the ties among the members, in alphabetical order of pairs."""
    members = set(case.question.members)
    return tuple(tie for tie in network_of(case).ties.values() if tie.a in members and tie.b in members)


def threat_ties(case: Case) -> tuple[Tie, ...]:
    """Return the known ties of parties to the threat, strongest first; the coalition's balances leave them out."""
    threat = case.question.threat
    known = (tie for tie in case.ties if threat in tie.pair)
    return tuple(sorted(known, key=lambda tie: (-abs(tie.weight), tie.pair)))


def walks_out(balance: Balance) -> bool:
    """Say whether a member is better off outside; a balance of −1e-9 is nought but for rounding."""
    return balance.central < -_ROUNDING


def report_count(evidence: tuple[Evidence, ...]) -> int:
    """Return how many different reports the evidence comes from."""
    return len({item.report for item in evidence})


def report_of(case: Case, report: str, words: Words) -> str:
    """Return what a report is called: its title where a tie's evidence gives one, with its publisher and its day."""
    item = next(item for tie in case.ties for item in tie.evidence if item.report == report)
    foreign = bool(item.lang) and item.lang != words.lang
    publisher = _isolated(item.publisher, foreign) if item.publisher else report
    source = words.say("phrase.attribution", source=publisher, date=words.day(item.date))
    return words.say("phrase.titled", title=_isolated(item.title, foreign), source=source) if item.title else source


def _isolated(text: str, foreign: bool) -> str:
    """Keep a text that may run the other way from throwing what stands around it about (Unicode TR 9: FSI, PDI)."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if foreign else text


def is_thin(tie: Tie) -> bool:
    """Say whether a computed tie rests on a single report."""
    return tie.origin is TieOrigin.COMPUTED and report_count(tie.evidence) == 1


def sign_uncertain(tie: Tie) -> bool:
    """Say whether a tie's interval has friendship at one end and hostility at the other."""
    return tie.low < 0 < tie.high


def note_in(tie: Tie, lang: str) -> str:
    """Return the coder's note in the language asked for, or as it was written where there is only one."""
    return tie.note_ar if lang == "ar" and tie.note_ar else tie.note


def leading_evidence(tie: Tie, lang: str) -> Evidence | None:
    """Return the sentence to show for a tie; None without evidence.

    Of the sentences that point the way the tie does, or of all where none does: the heaviest in the reader's language,
    else the heaviest. A tie's evidence comes heaviest first.
    """
    agreeing = [item for item in tie.evidence if item.value * tie.weight > 0] or list(tie.evidence)
    readable = (item for item in agreeing if item.lang == lang)
    return next(readable, agreeing[0] if agreeing else None)
