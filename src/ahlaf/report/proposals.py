"""Proposals of commitments as a file of rules that a person edits: each rule commented out, its sentence above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahlaf.model import UNREAD, Proposal, Realis
from ahlaf.report.catalogue import Lang
from ahlaf.report.plain import plain
from ahlaf.report.words import Words

# A line that begins so is a proposed rule; taking one # away makes it a rule. Notes begin with two.
_RULE = "# "
_NOTE = "## "


def proposals_to_text(proposals: Sequence[Proposal], *, lang: Lang) -> str:
    """Return the proposals as the text of a commitments file that holds no rule yet.

    Each has lines of notes (day, publisher, report, sentence, whose word it is, what was not found) and below them its
    rule behind one #. `parse_commitments` keeps the notes of a rule that is taken as its note.
    """
    words = Words(lang, {})
    head = [words.say("propose.count", len(proposals)) if proposals else words.say("propose.none")]
    head += [words.say("propose.how"), words.say("propose.care")] if proposals else []
    blocks = [[f"{_NOTE}{line}" for line in head]]
    for number, proposal in enumerate(proposals, start=1):
        notes = [f"{_NOTE}{plain(line)}" for line in _notes(number, proposal, words)]
        blocks.append([*notes, f"{_RULE}{plain(proposal.rule)}"])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _notes(number: int, proposal: Proposal, words: Words) -> Iterator[str]:
    origin = {"day": words.day(proposal.day), "report": proposal.report}
    if proposal.publisher:
        yield words.say("propose.entry_published", number, publisher=proposal.publisher, **origin)
    else:
        yield words.say("propose.entry", number, **origin)
    yield words.say("propose.quote", quote=proposal.quote)
    yield words.say(_whose(proposal), **_names(proposal, words))
    yield from _condition(proposal, words)


def _whose(proposal: Proposal) -> str:
    if proposal.claimed_by is None:
        return "propose.told"
    return "propose.own" if proposal.claimed_by == proposal.act.party else "propose.third"


def _names(proposal: Proposal, words: Words) -> dict[str, str]:
    claimant = proposal.claimed_by or proposal.act.party
    return {"party": words.in_prose(proposal.act.party), "claimant": words.in_prose(claimant)}


def _condition(proposal: Proposal, words: Words) -> Iterator[str]:
    """What was found of the condition, and what a person has to write."""
    if proposal.words is not None:
        yield words.say("propose.words", words=proposal.words)
    if proposal.when:
        yield words.say("propose.check")
        if len(proposal.when) > 1:
            yield words.say("propose.several")
    elif proposal.realis is Realis.CONDITIONAL:
        yield words.say("propose.unread_unless" if proposal.unless else "propose.unread", placeholder=str(UNREAD))
    else:
        yield words.say("propose.offered")
