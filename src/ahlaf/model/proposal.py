"""A conditional promise as reading proposes it, with the sentence behind it: for a person to take, mend or leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ahlaf.model.commitment import Act
from ahlaf.model.plover import Realis

# Stands where reading found that there is a condition and could not say which deed it is. Nobody promises this act, so
# that a rule taken as it stands waits for it (after "unless" it goes through), and `ahlaf commitments` names its line.
UNREAD = Act("CONDITION", "is_met")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed rule: `act` follows if all of `when` are done, or with `unless` unless they are.

    `realis` is conditional or offered. `words` are the words of the condition as they stand in the report, None where
    none were found; `when` is empty where no deed could be read from them. `claimed_by` is the actor whose word it is,
    None where the report itself tells it. `quote` is the sentence, and `at` where its deed stands in the text.
    """

    act: Act
    realis: Realis
    when: tuple[Act, ...]
    unless: bool
    words: str | None
    claimed_by: str | None
    report: str
    publisher: str | None
    day: date | None
    quote: str
    at: int

    @property
    def rule(self) -> str:
        """The proposal as a rule in the language of commitments.

        >>> act = Act("RUS", "supports", "SYR")
        >>> offer = Proposal(act, Realis.OFFERED, (), False, None, "RUS", "r", None, None, "", 0)
        >>> offer.rule
        'RUS supports SYR'
        """
        acts = self.when or ((UNREAD,) if self.realis is Realis.CONDITIONAL else ())
        joined = f" {'or' if self.unless else 'and'} ".join(map(str, acts))
        condition = f" {'unless' if self.unless else 'if'} {joined}" if acts else ""
        return f"{self.act}{condition}" + (f" since {self.day.isoformat()}" if self.day else "")
