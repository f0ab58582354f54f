"""What came of checking a certificate of camps, in plain sentences and as JSON, schema "ahlaf.camps-check/1"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.report.camps import amount
from ahlaf.report.catalogue import Lang
from ahlaf.report.words import Words
from ahlaf.solve.camps.proof.check_certificate import CertificateCheck

SCHEMA: Literal["ahlaf.camps-check/1"] = "ahlaf.camps-check/1"


@dataclass(frozen=True, slots=True)
class CheckDocument:
    """What came of a check: whether all is `right`, else the first thing that is `wrong`; the rest as in the check."""

    schema: str
    right: bool
    wrong: str | None
    frustration: float
    bound: float
    optimal: bool


def check_to_json(check: CertificateCheck) -> bytes:
    """Return what came of a check as JSON in UTF-8, indented."""
    right = check.wrong is None
    document = CheckDocument(SCHEMA, right, check.wrong, check.frustration, check.bound, check.optimal)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def check_to_text(check: CertificateCheck, *, lang: Lang) -> str:
    """Return what came of a check in plain sentences."""
    return "".join(f"{line}\n" for line in _sentences(check, Words(lang, {})))


def _sentences(check: CertificateCheck, words: Words) -> Iterator[str]:
    if check.wrong is not None:
        yield words.say("camps.check_wrong", wrong=check.wrong)
        return
    yield words.say("camps.check_right", frustration=amount(check.frustration))
    if check.optimal:
        yield words.say("camps.check_optimal")
    else:
        yield words.say("camps.check_bound", bound=amount(check.bound))
    if check.checked is not None:
        yield words.say("camps.check_cuts", check.checked.cuts)


def weaker_to_text(kept: float, found: float, *, lang: Lang) -> str:
    """Return a line that says that a certificate proves less than what was found."""
    return f"{Words(lang, {}).say('camps.check_weaker', kept=amount(kept), found=amount(found))}\n"
