"""Does a demonym mean a state here? The noun it goes with decides: الرئيس الروسي does, الشعب الروسي does not."""

from __future__ import annotations

from collections.abc import Mapping

from ahlaf.actors import Naming
from ahlaf.actors.clitics import ARTICLE
from ahlaf.reading.mentions.cues import MINISTRY, PRIVATE, STATE, name_words, verdict
from ahlaf.reading.mentions.lines import DASHES, QUOTES, Hit, Line

# How many words away the noun may stand from its demonym.
_REACH = 6
_FEMININE = ("ة", "ات")
_WOMEN = "ات"
_NISBA_MASCULINE = "ي"


def goes_with_state(line: Line, hit: Hit, naming: Naming, decided: Mapping[int, bool]) -> bool:
    """Say whether the demonym at `hit` stands for the state or its officials.

    `decided` tells of words before whether they belong to a demonym that was taken (true) or left (false):
    demonyms in a row (العلاقات الأميركية التركية) share their noun and their fate.
    """
    if naming.lang == "en":
        return _english(line, hit, naming)
    said = _arabic(line, hit, naming, decided)
    if said is not None:
        return said
    # Without a noun of state it is somebody's nationality («المهاجم العراقي»), but «السعوديون» are their state.
    definite = line.words[hit.start][hit.prefix :].startswith((ARTICLE, "ل"))
    return naming.plural and definite and not line.words[hit.start].endswith(_WOMEN)


def _arabic(line: Line, hit: Hit, naming: Naming, decided: Mapping[int, bool]) -> bool | None:
    glued = line.words[hit.start][: hit.prefix]
    if glued.endswith(("ب", "ل", "ك")):
        return None
    masculine = line.words[hit.start].endswith(_NISBA_MASCULINE)
    quoted = False
    left = _REACH
    for i in range(hit.start - 1, -1, -1):
        word = line.words[i]
        if i in decided:
            return decided[i]
        if not line.is_mark(i):
            left -= 1
        if left < 0:
            break
        if word in QUOTES:
            quoted = not quoted
        if quoted or word in QUOTES or word in DASHES:
            continue
        if line.is_mark(i) or word in name_words("stop"):
            said = verdict(word)
            return said in (STATE, MINISTRY) if said else None
        if masculine and line.text(i).endswith(_FEMININE):
            continue
        said = verdict(word)
        if said:
            return said != PRIVATE or verdict(line.word(i - 1)) == MINISTRY
    return None


def _english(line: Line, hit: Hit, naming: Naming) -> bool:
    """An English demonym stands before its noun; a plural is the noun itself, and means the state with "the"."""
    if naming.plural:
        return line.word(hit.start - 1) == "the"
    said = None
    for i in range(hit.end, min(len(line.words), hit.end + _REACH)):
        if line.is_mark(i) and line.words[i] not in DASHES and line.words[i] not in QUOTES:
            break
        # The last of the nouns in a row is the head: in "Russian state media" the media.
        following = verdict(line.words[i])
        if said and not following:
            break
        said = following or said
    if said:
        return said != PRIVATE
    return hit.end < len(line.words) and not line.is_mark(hit.end)
