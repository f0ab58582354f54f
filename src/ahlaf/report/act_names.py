"""Finds the act that somebody means by its name: as in the rules, or as it is said in either language."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from ahlaf.actors import gazetteer
from ahlaf.language import normal
from ahlaf.model import Act, InputError, Place, RuleError, UnknownActorError
from ahlaf.report.catalogue import LANGUAGES
from ahlaf.report.words import Words
from ahlaf.solve.commitments.rules import parse_commitments

_LIKENESS = 0.6
_EXAMPLES = 3
_MOST_LOOKED_UP = 500
"""Beyond so many acts, those of parties without a known code go by their written names only."""


def act_named(text: str, acts: Sequence[Act], *, option: str) -> Act:
    """Return the act of the rules that is meant by "SAU joins", "Saudi Arabia joins" or «انضمام السعودية».

    A text is read as an act in a rule is, its parties by name or code. Raises InputError with the acts most like it.
    """
    written: dict[str, Act] = {}
    for act in acts:
        written.setdefault(_form(str(act)), act)
    if _form(text) in written:
        return written[_form(text)]
    # An unknown party is looked for among all names, which takes long where there are thousands of them.
    told = acts if len(acts) <= _MOST_LOOKED_UP else [act for act in acts if act.party in gazetteer().actors]
    said = dict(written)
    for lang in LANGUAGES:
        for act in told:
            said.setdefault(_form(Words(lang, {}).act(act)), act)
    found = said.get(_form(text)) or _by_code(text, told)
    if found is None:
        near = [said[one] for one in get_close_matches(_form(text), said, n=_EXAMPLES, cutoff=_LIKENESS)]
        party = _code(text.split()[0]) if text.split() else None
        near += [act for act in acts if act.party == party]
        examples = ", ".join(f'"{act}"' for act in list(dict.fromkeys(near or acts))[:_EXAMPLES])
        raise InputError(
            f"{text!r} is no act of these rules",
            place=Place(file=option),
            expected=f"an act of the rules, such as {examples}" if examples else "rules that name an act",
        )
    return found


def _by_code(text: str, acts: Sequence[Act]) -> Act | None:
    """Return the act whose parties have the same codes as those named in a text, and whose deed is the same."""
    try:
        rules = parse_commitments(text)
    except RuleError:
        return None
    if len(rules) != 1 or rules[0].when or rules[0].unless:
        return None
    meant = rules[0].act
    party, target = _code(meant.party), _code(meant.object)
    for act in acts:
        same_deed = _form(act.deed) == _form(meant.deed)
        if same_deed and _code(act.party) == party and _code(act.object) == target:
            return act
    return None


def _code(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return gazetteer().resolve(name.replace("_", " ")).actor
    except UnknownActorError:
        return name


def _form(text: str) -> str:
    return normal(" ".join(text.replace("_", " ").casefold().split()))
