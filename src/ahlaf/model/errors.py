"""Every error that Ahlaf raises on purpose. A solver that stopped without proof raises none: its answer says so.

AhlafError
└── InputError              what was given cannot be used (exit code 2)
    ├── ReportError         a report cannot be read: empty, binary, unknown encoding, no article in the page
    ├── UnknownActorError   a name or code means no actor that is known
    ├── CaseError           a case, actors, ties or reading file breaks its form
    ├── RuleError           a commitment does not parse
    ├── NetworkFileError    an edge list or max-cut file breaks its form
    └── QuestionError       the question cannot be asked: one member, the threat among the members, ...
"""

from __future__ import annotations

from dataclasses import dataclass

EXIT_OK = 0
EXIT_FINDING = 1
EXIT_BAD_INPUT = 2
EXIT_NO_PROOF = 3
_SHOWN_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where the trouble is: a file, a row or line (from 1), a column's name, a span of code points."""

    file: str | None = None
    row: int | None = None
    column: str | None = None
    span: tuple[int, int] | None = None

    def __str__(self) -> str:
        parts = [self.file] if self.file else []
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        if self.span is not None:
            parts.append(f"characters {self.span[0]} to {self.span[1]}")
        return ", ".join(parts)


class AhlafError(Exception):
    """An error whose message is meant for the person who typed the command."""

    exit_code = EXIT_BAD_INPUT

    def __init__(
        self, what: str, *, place: Place | None = None, expected: str | None = None, remedy: str | None = None
    ) -> None:
        self.what = what
        self.place = place
        self.expected = expected
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place and str(self.place) else ""
        parts = [f"{where}{self.what}"]
        if self.expected:
            parts.append(f"expected: {self.expected}")
        if self.remedy:
            parts.append(f"to mend it: {self.remedy}")
        return "\n  ".join(parts)


class InputError(AhlafError):
    """What was given cannot be used."""


class ReportError(InputError):
    """A report cannot be read."""


class UnknownActorError(InputError):
    """A name or code means no actor that is known; `suggestions` are the nearest known ones."""

    def __init__(
        self, name: str, *, suggestions: tuple[str, ...] = (), place: Place | None = None, remedy: str | None = None
    ) -> None:
        self.name = name
        self.suggestions = suggestions
        hint = f"did you mean {', '.join(suggestions)}?" if suggestions else None
        super().__init__(f"unknown actor {name!r}", place=place, expected=hint, remedy=remedy)


class CaseError(InputError):
    """A case, or one of the files of a case, breaks its form."""


class RuleError(InputError):
    """A commitment does not parse."""


class RuleErrors(RuleError):
    """Several commitments of a file do not parse; `errors` has every one of them, in the order of the lines."""

    def __init__(self, errors: tuple[RuleError, ...]) -> None:
        self.errors = errors
        first = errors[0]
        super().__init__(f"{len(errors)} lines are not understood", place=first.place, expected=first.expected)

    def __str__(self) -> str:
        shown = [f"{self.what}", *map(str, self.errors[:_SHOWN_ERRORS])]
        if len(self.errors) > _SHOWN_ERRORS:
            shown.append(f"and {len(self.errors) - _SHOWN_ERRORS} more")
        return "\n".join(shown)


class NetworkFileError(InputError):
    """An edge list or a max-cut file breaks its form."""


class QuestionError(InputError):
    """The question cannot be asked as it stands."""
