"""What a name means by the company it keeps: doubtful names, and common nouns that are customary names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from ahlaf.actors import Gazetteer, NameKind, Naming
from ahlaf.actors.clitics import ARTICLE, bare, readings
from ahlaf.actors.names import key
from ahlaf.reading.mentions.cues import (
    Customary,
    Doubt,
    customary,
    doubts,
    is_common,
    name_parts,
    name_words,
    named_after,
)
from ahlaf.reading.mentions.lines import QUOTES, SON, Hit, Line

_DEMONYM = "+demonym"
_DEFINITE = "+definite"
_QUOTE = "+quote"
# How often a report must name an actor for a noun to leave its usual meaning.
_OFTEN = 2
_PLACE_KINDS = frozenset({NameKind.NAME, NameKind.CAPITAL, NameKind.SEAT, NameKind.PERSON})


def holds(naming: Naming, line: Line, hit: Hit, named: Mapping[str, int]) -> bool:
    """Say whether `naming` is likely meant at `hit`; `named` counts the actors that the report surely names."""
    if SON in (line.word(hit.start - 1), line.word(hit.end)) and naming.kind is not NameKind.PERSON:
        return False
    if naming.kind is NameKind.PERSON and (_honours(line, hit) or _goes_on(line, hit)):
        return False
    if naming.kind in _PLACE_KINDS and _part_of_another_name(naming, line, hit):
        return False
    rows = doubts().get(key(naming.text), ())
    return all(_passes(row, line, hit, named) for row in rows if row.actor in ("", naming.actor))


def is_sure(naming: Naming) -> bool:
    """Say whether `naming` needs no company."""
    return all(row.actor not in ("", naming.actor) or not row.needs for row in doubts().get(key(naming.text), ()))


def _passes(row: Doubt, line: Line, hit: Hit, named: Mapping[str, int]) -> bool:
    before = _stems(line.word(hit.start - 1))
    after = _stems(line.word(hit.end))
    if before & row.not_after or after & row.not_before:
        return False
    wanted = bool(row.needs or row.after)
    return not wanted or any(named.get(actor) for actor in row.needs) or bool(before & row.after)


def _stems(word: str) -> frozenset[str]:
    return frozenset(stem for _, stem in readings(word)) if word else frozenset()


def _part_of_another_name(naming: Naming, line: Line, hit: Hit) -> bool:
    """Whether the word beside it makes it part of another name: شارع بغداد, Washington Post; 38 سوريا is people."""
    if naming.lang == "en":
        return hit.end < len(line.words) and line.text(hit.end)[0].isupper() and line.words[hit.end] in name_parts()
    i = hit.start - 1
    if i >= 0 and line.words[i].isdigit() and len(line.words[i]) < 4 and not hit.prefix:
        return naming.kind is NameKind.NAME and hit.end - hit.start == 1
    if line.word(i) in QUOTES:
        i -= 1
    if i < 0 or (hit.prefix and line.words[hit.start][: hit.prefix] != "و"):
        return False
    # After "and", the same noun holds both: شارعي الثورة وبغداد.
    beside = line.word(i - 1) if hit.prefix else line.words[i]
    return any(stem in name_parts() for _, stem in readings(beside)) if beside else False


def _goes_on(line: Line, hit: Hit) -> bool:
    """Whether a family name follows a name with "son of", so that it is somebody else: عبدالله بن عبدالعزيز الربيعة."""
    following = line.word(hit.end)
    if SON not in line.words[hit.start : hit.end] or not following.startswith(ARTICLE) or line.is_mark(hit.end):
        return False
    common = is_common(following) or is_common(bare(following))
    return not common and line.text(hit.end).startswith(ARTICLE) and following not in name_words("closing")


def _honours(line: Line, hit: Hit) -> bool:
    """Whether something is called after the person: مركز الملك سلمان, مطار الملك خالد."""
    before = line.word(hit.start - 1)
    return not hit.prefix and bool(before) and any(stem in named_after() for _, stem in readings(before))


def best(namings: list[Naming], line: Line, hit: Hit, named: Mapping[str, int]) -> Naming:
    """Choose among namings of several actors: the one spelt just so, then the one named most, then the first."""
    raw = line.text(hit.start)
    # عمان is a state and a capital: of places, the one that the report is about.
    places = all(naming.kind in (NameKind.NAME, NameKind.CAPITAL) for naming in namings)
    return min(
        enumerate(namings),
        key=lambda pair: (
            0 if places else _RANK[pair[1].kind],
            not raw.endswith(pair[1].text) and not places,
            -named.get(pair[1].actor, 0),
            _RANK[pair[1].kind],
            pair[0],
        ),
    )[1]


_RANK = {kind: rank for rank, kind in enumerate(NameKind)}


def customary_name(line: Line, i: int, named: Counter[str], gazetteer: Gazetteer) -> tuple[Hit, str] | None:
    """Return the customary name at word `i` and its actor, if the report is about one that is called so."""
    for prefix, known_by in _begun(line.words[i]):
        rows = [row for row in known_by if line.words[i + 1 : i + len(row.words)] == row.words[1:]]
        if not rows:
            continue
        longest = len(rows[0].words)
        hit = Hit(i, i + longest, prefix, 0, ())
        fitting = [row for row in rows if len(row.words) == longest and not _barred(row, line, hit, gazetteer)]
        default = next((row for row in fitting if not row.needs), None)
        # Where the noun has a usual meaning, that is left only for one named often.
        least = _OFTEN if default else 1
        counted = [(sum(named[actor] for actor in row.needs), row) for row in fitting if row.needs]
        known = [(count * (2 if row is counted[0][1] else 1), row) for count, row in counted]
        count, row = max(known, key=lambda pair: pair[0], default=(0, None))
        if row is not None and count >= least:
            return (hit, row.actor) if row.actor else None
        if default:
            return hit, default.actor
    return None


@lru_cache(maxsize=1 << 16)
def _begun(word: str) -> tuple[tuple[int, tuple[Customary, ...]], ...]:
    """The customary names that a word may begin, each with the length of what is glued before it; mostly none."""
    rows = ((prefix, customary().get(stem)) for prefix, stem in readings(word))
    return tuple((prefix, tuple(found)) for prefix, found in rows if found)


def _barred(row: Customary, line: Line, hit: Hit, gazetteer: Gazetteer) -> bool:
    following = line.word(hit.end)
    if following in row.not_before or (_DEFINITE in row.not_before and following.startswith(ARTICLE)):
        return True
    before = line.word(hit.start - 1)
    if not row.not_after.isdisjoint(_stems(before)) or (_QUOTE in row.not_after and before in QUOTES and before != "("):
        return True
    if _DEFINITE in row.not_after and not hit.prefix and before.startswith(ARTICLE) and not is_stop(before):
        return True
    if row.lang == "en" and len(row.words) == 1 and line.word(hit.start - 1) not in ("the", "syrian"):
        return True
    namings = gazetteer.index.exact((following,))
    return _DEMONYM in row.not_before and any(naming.kind in (NameKind.DEMONYM, NameKind.MEMBERS) for naming in namings)


def is_stop(word: str) -> bool:
    """Say whether `word` is never part of a name."""
    return word in name_words("stop")
