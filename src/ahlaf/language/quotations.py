"""Quotation marks: nested, mirrored, straight, and left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ahlaf.language.tokens import Token
from ahlaf.model import Span

# The two marks of each kind, the opening one first; straight marks are their own counterpart.
_KINDS = ("«»", "“”", "‹›", "‘’", '""', "''")
# Two single marks side by side are a double one, as teletype and old copies have it.
_KIND_OF = {mark: kind for kind in _KINDS for mark in kind} | {"„": "“”", "''": '""', "``": '""'}
# Single marks are apostrophes too, so one that never closes quotes nothing.
_SINGLE = frozenset(("''", "‘’"))
_OPENERS = frozenset([*"«“‹‘\"'([", "''", "``"])
_JOINED_BEFORE = frozenset([*".!?؟…,،؛;:»”›’\"')]%«“", "''"])
# One-letter proclitics stand against the mark that opens: و"داعش", بـ"داعش".
_PROCLITICS = frozenset("وفبلك")
_TATWEEL = "ـ"
# No prose nests deeper: of more marks open at once, the outermost will never close.
MAX_NESTING = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands in quotation marks: `inner` without the marks; `closed` is false where the mark never closes."""

    span: Span
    inner: Span
    closed: bool
    depth: int


class _Lean(Enum):
    """What the spaces around a mark say of it."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    text: str
    kind: str
    lean: _Lean


@dataclass(frozen=True, slots=True)
class _Open:
    mark: _Mark
    depth: int

    def closed_by(self, end: Span) -> Quotation:
        start = self.mark.span
        return Quotation(Span(start.start, end.end), Span(start.end, end.start), True, self.depth)

    def left_open(self, end: int) -> Quotation:
        start = self.mark.span
        return Quotation(Span(start.start, end), Span(start.end, end), False, self.depth)


def find_quotations(tokens: Sequence[Token]) -> tuple[Quotation, ...]:
    """Pair the quotation marks of one paragraph, in the order of the text.

    A mark opens or closes by the spaces around it first, by its shape next: so straight marks nest, and marks that
    a right-to-left editor has turned round still pair. One that never closes runs to the end of the paragraph; one
    that closes nothing is passed over.
    """
    marks = [
        _Mark(token.span, token.text, _KIND_OF[token.text], _lean(tokens, i))
        for i, token in enumerate(tokens)
        if token.text in _KIND_OF
    ]
    if not marks:
        return ()
    end = tokens[-1].span.end
    found = list(_pair(marks, end))
    straight = sum(mark.kind == '""' for mark in marks)
    kinds = {mark.span.start: mark.kind for mark in marks}
    if straight % 2 == 0 and any(not q.closed and kinds[q.span.start] == '""' for q in found):
        # The spaces mislead: an even number of straight marks pairs up in turn.
        even = [_Mark(m.span, m.text, m.kind, _Lean.EITHER) if m.kind == '""' else m for m in marks]
        found = list(_pair(even, end))
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _lean(tokens: Sequence[Token], i: int) -> _Lean:
    mark = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    left = before is not None and before.span.end == mark.span.start and _holds_left(before)
    right = after is not None and after.span.start == mark.span.end and (after.is_word or after.text in _OPENERS)
    if right and not left:
        return _Lean.OPENS
    if left and not right:
        return _Lean.CLOSES
    return _Lean.EITHER


def _holds_left(before: Token) -> bool:
    """Whether a mark that stands right after `before` belongs to it."""
    if not before.is_word:
        return before.text in _JOINED_BEFORE
    return not before.text.endswith(_TATWEEL) and before.text not in _PROCLITICS


def _pair(marks: Sequence[_Mark], end: int) -> Iterator[Quotation]:
    stack: list[_Open] = []
    for mark in marks:
        opened = next((k for k in reversed(range(len(stack))) if stack[k].mark.kind == mark.kind), None)
        if opened is not None and _closes(mark, stack[opened].mark):
            yield stack[opened].closed_by(mark.span)
            for lost in stack[opened + 1 :]:
                yield from _unclosed(lost, mark.span.start)
            del stack[opened:]
        elif _opens(mark):
            if len(stack) == MAX_NESTING:
                yield from _unclosed(stack.pop(0), mark.span.start)
            stack.append(_Open(mark, len(stack)))
    for lost in stack:
        yield from _unclosed(lost, end)


def _unclosed(opened: _Open, end: int) -> Iterator[Quotation]:
    if opened.mark.kind not in _SINGLE:
        yield opened.left_open(end)


def _closes(mark: _Mark, opened: _Mark) -> bool:
    """Whether `mark` closes what `opened`, a mark of its kind, has begun."""
    if mark.kind[0] == mark.kind[1]:
        return mark.lean is not _Lean.OPENS
    if mark.text != opened.text:
        return True
    return mark.lean is _Lean.CLOSES


def _opens(mark: _Mark) -> bool:
    if mark.kind[0] == mark.kind[1] or mark.text == mark.kind[1]:
        # A straight mark, or a closing one turned round.
        return mark.lean is _Lean.OPENS or (mark.lean is _Lean.EITHER and mark.kind not in _SINGLE)
    return True
