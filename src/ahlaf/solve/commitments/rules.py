"""Reads conditional promises: PARTY deed [OBJECT] [if COND and COND ...] [unless ACT [or ACT]] [since DAY]."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ahlaf.model import Act, Commitment, Condition, RuleError, RuleErrors, Span
from ahlaf.solve.commitments.rules_trouble import trouble
from ahlaf.solve.commitments.rules_words import ATTACHED_AND, Token, meant_by, near_misses, tokens

COMMENT_MARK = "#"
_ACT = "an act: PARTY deed, or PARTY deed OBJECT"
_LONGEST_ACT = 3
_SHORTEST_ACT = 2


def parse_commitments(text: str, *, file: str | None = None) -> tuple[Commitment, ...]:
    """Read promises, one a line, in Arabic or English words.

    `PARTY deed [OBJECT] [if COND and COND ...] [unless ACT [or ACT ...]] [since DAY]`, where COND is an act or
    `at least N of (act, act, ...)` and DAY is the day from which on the promise stands, as 2015-06-29. `#` begins a
    comment; the comment on a rule's line and the lines of comment right above it are its note. Raises RuleError, which
    shows the line with a caret under the trouble; RuleErrors where several lines are not understood.

    >>> parse_commitments("SAU joins if TUR joins")[0].act
    Act(party='SAU', deed='joins', object=None)
    """
    rules: list[Commitment] = []
    errors: list[RuleError] = []
    above: list[str] = []
    for row, raw in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        rule, mark, comment = raw.rstrip("\r").partition(COMMENT_MARK)
        note = comment.strip(f" \t{COMMENT_MARK}")
        if rule.strip():
            notes = [part for part in (*above, note) if part]
            try:
                rules.append(_Rule(rule.rstrip(), file, row).commitment(" ".join(notes)))
            except RuleError as error:
                errors.append(error)
            above = []
        elif mark:
            above.append(note)
        else:
            above = []
    if errors:
        raise errors[0] if len(errors) == 1 else RuleErrors(tuple(errors))
    return tuple(rules)


class _Rule:
    """Reads one rule from left to right; `at` is the next token."""

    def __init__(self, line: str, file: str | None, row: int) -> None:
        self.line = line
        self.file = file
        self.row = row
        self.tokens = tokens(line, file=file, row=row)
        self.at = 0

    def commitment(self, note: str) -> Commitment:
        self.refuse_near_misses()
        words = self.words()
        if len(words) > _LONGEST_ACT:
            raise self.too_long(words)
        act = self.act(words)
        when = self.conditions() if self.take("if") else ()
        unless = self.alternatives() if self.take("unless") else ()
        since = self.day() if self.take("since") else None
        if self.next.role != "end":
            follows = "unless, since or the end of the line" if when else "if, unless, since or the end of the line"
            follows = "or, since or the end of the line" if unless else f"and, {follows}" if when else follows
            follows = "the end of the line" if since else follows
            raise self.error(f"{self.next.text!r} was not expected here", self.next.span, expected=follows)
        return Commitment(act, when, unless, self.row, self.line.strip(), note, since)

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self, role: str) -> Token | None:
        """Step over the next token if it is of that role."""
        token = self.next
        if token.role != role:
            return None
        self.at += 1
        return token

    def need(self, role: str, expected: str) -> Token:
        token = self.take(role)
        if token is None:
            raise self.error(self.found(), self.next.span, expected=expected)
        return token

    def found(self) -> str:
        return "the rule ends too soon" if self.next.role == "end" else f"{self.next.text!r} was not expected here"

    def refuse_near_misses(self) -> None:
        """Raise an error at the first word that stands where a keyword could, and looks like one without being it."""
        apart = 0
        for token in self.tokens:
            apart = apart + 1 if token.role == "word" else 0
            meant = meant_by(token.text) if apart > _SHORTEST_ACT else None
            if meant and not meant.isdigit():
                raise self.error(
                    f"{token.text!r} is no keyword",
                    token.span,
                    expected=f"the keyword {meant}, or fewer words before it",
                    remedy=f"write {meant}",
                )

    def error(self, what: str, span: Span, *, expected: str | None = None, remedy: str | None = None) -> RuleError:
        return trouble(what, self.line, span, file=self.file, row=self.row, expected=expected, remedy=remedy)

    def too_long(self, words: Sequence[Token]) -> RuleError:
        extra = Span(words[_LONGEST_ACT].span.start, words[-1].span.end)
        return self.error(
            f"an act has at most {_LONGEST_ACT} words, and here are {len(words)}",
            extra,
            expected=f"{_ACT}; then a keyword: if, and, unless, or",
            remedy="join the words of a name or deed with _, as in halts_funding",
        )

    def words(self) -> list[Token]:
        """Take all the words up to the next keyword, bracket or comma."""
        start = self.at
        while self.next.role == "word":
            self.at += 1
        return list(self.tokens[start : self.at])

    def act(self, words: Sequence[Token]) -> Act:
        if len(words) == 1:
            raise self.error(f"what does {words[0].text!r} do? its deed is missing", words[0].span, expected=_ACT)
        if not words:
            raise self.error(self.found(), self.next.span, expected=_ACT)
        texts = [token.text for token in words]
        return Act(texts[0], texts[1], texts[2] if len(texts) > _SHORTEST_ACT else None)

    def conditions(self) -> tuple[Condition, ...]:
        found: list[Condition] = []
        while True:
            if self.next.role in ("at_least", "number"):
                found.append(self.at_least())
            else:
                found.extend(Condition((act,), 1) for act in self.joined_acts())
            if not self.take("and"):
                return tuple(found)

    def joined_acts(self) -> list[Act]:
        """Take one act, or several that only an attached «و» sets apart."""
        words = self.words()
        if len(words) <= _LONGEST_ACT:
            return [self.act(words)]
        ways = _splits(words)
        if len(ways) != 1:
            raise self.too_long(words)
        return [self.act(part) for part in ways[0]]

    def at_least(self) -> Condition:
        number = self.take("number")
        self.need("at_least", "at least N of (act, act, ...)")
        if not number and self.next.text in near_misses():
            token, digits = self.next, near_misses()[self.next.text]
            raise self.error(
                f"{token.text!r} is no number in digits",
                token.span,
                expected="a whole number",
                remedy=f"write {digits}",
            )
        number = number or self.need("number", "a whole number: at least 2 of (act, act, ...)")
        self.need("of", "of, and then the acts in brackets")
        self.need("open", "the acts in brackets: (SAU joins, JOR joins)")
        acts: list[Act] = []
        while True:
            start = self.next.span.start
            words = self.words()
            if len(words) > _LONGEST_ACT:
                raise self.too_long(words)
            act = self.act(words)
            if act in acts:
                raise self.error(f"{act} is named twice", Span(start, words[-1].span.end), expected="different acts")
            acts.append(act)
            if not self.take("comma"):
                break
        self.need("close", "a comma and another act, or a closing bracket")
        if not 1 <= int(number.text) <= len(acts):
            raise self.error(
                f"at least {int(number.text)} of {len(acts)} acts cannot be asked for",
                number.span,
                expected=f"a whole number from 1 to {len(acts)}",
            )
        return Condition(tuple(acts), int(number.text))

    def day(self) -> date:
        token = self.take("word")
        try:
            return date.fromisoformat(token.text if token else "")
        except ValueError:
            where = token or self.next
            what = f"{token.text!r} is no day" if token else self.found()
            raise self.error(what, where.span, expected="a day as 2015-06-29") from None

    def alternatives(self) -> tuple[Act, ...]:
        found: list[Act] = []
        while True:
            words = self.words()
            if len(words) > _LONGEST_ACT:
                raise self.too_long(words)
            found.append(self.act(words))
            if not self.take("or"):
                return tuple(found)


def _splits(words: Sequence[Token]) -> list[list[list[Token]]]:
    """Return every way to cut the words into acts, all but the first beginning with an attached «و» (taken off)."""
    ways: list[list[list[Token]]] = []
    if _SHORTEST_ACT <= len(words) <= _LONGEST_ACT:
        ways.append([list(words)])
    for length in range(_SHORTEST_ACT, min(_LONGEST_ACT, len(words) - _SHORTEST_ACT) + 1):
        head = words[length]
        if head.text.startswith(ATTACHED_AND) and len(head.text) > 1:
            bare = Token(head.role, head.text[1:], Span(head.span.start + 1, head.span.end))
            ways.extend([list(words[:length]), *rest] for rest in _splits([bare, *words[length + 1 :]]))
    return ways
