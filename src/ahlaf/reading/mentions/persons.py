"""Persons that no list has: a name right after an office and its state."""

from __future__ import annotations

from ahlaf.actors.clitics import bare, readings
from ahlaf.reading.mentions.cues import is_common, is_saying, is_title, name_words, offices, titles
from ahlaf.reading.mentions.lines import HOUSE, QUOTES, SON, Hit, Line

# How far before the state's name the office may stand, and how many words a name may have.
_REACH = 6
_LONGEST = 5
_USUAL = 2
_UNLISTED = 3
_COMMAS = frozenset("،,")
# What a name hardly ever ends in, and what a verb begins with.
_NEVER_IN_NAMES = ("ً", "ات", "ة")
_VERBAL = ("ي", "سي", "ست", "لت", "لي")
_SHORTEST = 2
_ALI = "علي"
_SON_ENGLISH = "bin"
_HOUSE_ENGLISH = "al"


def office_before(line: Line, hit: Hit) -> int | None:
    """Return the word that is the office before the state named at `hit`, if one is: وزير الخارجية الألماني."""
    for i in range(hit.start - 1, max(-1, hit.start - 1 - _REACH), -1):
        word = line.words[i]
        if is_title(word):
            return i
        if (line.is_mark(i) and word not in QUOTES) or (word in name_words("stop") and word not in titles("at")):
            return None
    return None


def name_after(line: Line, start: int, known: frozenset[str]) -> tuple[int, int] | None:
    """Return the words [start, end) of a person's name that begins near word `start` of an Arabic line, if one does.

    Honorifics, quotation marks and "بالإنابة" are passed over. The first word must be a first name, one that is
    `known` from the gazetteer or listed.
    """
    i = _after_honorifics(line, start)
    if i >= len(line.words) or line.is_mark(i) or not (_is_given(line.words[i], known) or _is_ali(line, i)):
        return None
    end = i + 1
    while end < len(line.words) and end - i < _LONGEST and _continues(line, i, end, known):
        end += 1
    return (i, end) if end - i >= _USUAL else None


def name_set_off(line: Line, start: int, known: frozenset[str]) -> tuple[int, int] | None:
    """Return the words of a name that commas set off after an office: «المتحدث باسم الحكومة، فلان الفلاني، أن»."""
    if line.word(start) not in _COMMAS or start + 1 >= len(line.words):
        return None
    found = name_after(line, start + 1, known) or unlisted_name_after(line, start + 1)
    return found if found and (line.word(found[1]) in _COMMAS or line.word(found[1]) in name_words("closing")) else None


def _after_honorifics(line: Line, i: int) -> int:
    """Return the word after what may stand between an office and a name: «الدكتور»، «د.»، «للشؤون الخارجية»."""
    while i < len(line.words) and (line.words[i] in _between() or line.words[i] in QUOTES):
        i += 2 if line.words[i] in titles("portfolio") or line.word(i + 1) == "." else 1
    return i


def _between() -> frozenset[str]:
    return titles("between") | titles("portfolio")


def _is_given(word: str, known: frozenset[str]) -> bool:
    return not is_title(word) and word not in name_words("stop") and (word in known or word in name_words("given"))


def _is_ali(line: Line, i: int) -> bool:
    """Whether it is the name علي rather than the preposition على: their normal form is one, in Egypt their spelling."""
    return line.words[i] == _ALI and (line.text(i).endswith("ي") or is_title(line.words[i - 1]))


def _continues(line: Line, start: int, i: int, known: frozenset[str]) -> bool:
    """Whether word `i` goes on with the name that began at `start`."""
    word, before = line.words[i], line.words[i - 1]
    if line.is_mark(i):
        return False
    if before in name_words("joint") or before == HOUSE or word in name_words("joint") or word in (SON, HOUSE):
        return True
    if word in name_words("tail"):
        return True
    if before in name_words("tail") and i - start == _USUAL:
        # صلاح الدين is one first name.
        return not is_common(word) and len(word) >= _SHORTEST
    if word in name_words("stop") or any(stem in name_words("stop") for _, stem in readings(word)[1:] if len(stem) > 3):
        return False
    if i - start < _USUAL:
        return len(word) > 1
    if len(word) < _SHORTEST or any(stem in name_words("stop") for _, stem in readings(word)):
        return False
    joined = any(w in name_words("joint") or w == HOUSE for w in line.words[start:i])
    two_given = all(_is_given(w, known) for w in line.words[start:i])
    return i - start == _USUAL and (two_given or (joined and bare(word) != word))


def extend(line: Line, end: int) -> int:
    """Return where a person's name ends that goes on with fathers and house: بن زايد آل نهيان, bin Zayed Al Nahyan."""
    while line.word(end) in (SON, _SON_ENGLISH) and line.word(end + 1) and not line.is_mark(end + 1):
        end += 2
    if line.word(end) in (HOUSE, _HOUSE_ENGLISH) and line.word(end + 1) and not line.is_mark(end + 1):
        end += 2
    return end


def unlisted_name_after(line: Line, start: int) -> tuple[int, int] | None:
    """Return two or three words at word `start` that are in no list and close the phrase: «الروسي إيغور كوناشنكو، أن».

    Right after an office and its state only a name stands so, before a clause, a comma or a day.
    """
    i = _after_honorifics(line, start)
    end = i
    while end < len(line.words) and end - i <= _UNLISTED and is_unlisted(line, end, first=end == i):
        end += 1
    if not _USUAL <= end - i <= _UNLISTED:
        return None
    return (i, end) if line.word(end) in name_words("closing") or is_title(line.word(end)) else None


def is_unlisted(line: Line, i: int, *, first: bool = True) -> bool:
    """Say whether word `i` may be of a name that no list has: no mark, no number, no word of any other use."""
    word = line.words[i]
    if line.is_mark(i) or word.isdigit() or len(word) < _SHORTEST or word in name_words("closing"):
        return False
    if first and word.startswith("و") and word[1:] in name_words("given"):
        return False
    if line.text(i).endswith(_NEVER_IN_NAMES) or (first and (bare(word) != word or word.startswith(_VERBAL))):
        return False
    return not any(is_common(stem) for _, stem in readings(word) if len(stem) >= _SHORTEST)


def name_before(line: Line, office: int, known: frozenset[str]) -> tuple[int, int, int] | None:
    """Return the words [start, end) of a name that stands before an office, and what is glued before it.

    «قالت يانا شولتز المتحدثة باسم …»: its first word is a first name, or a verb of saying stands before it.
    """
    end = office
    if line.word(end - 1) in _COMMAS:
        end -= 1
    for start in range(max(0, end - _LONGEST), end - 1):
        if any(line.is_mark(i) for i in range(start, end)):
            continue
        for prefix, stem in readings(line.words[start]):
            ali = stem == _ALI and line.text(start).endswith("ي")
            listed = (ali or _is_given(stem, known)) and all(
                _continues(line, start, i, known) for i in range(start + 1, end)
            )
            said = prefix == 0 and start > 0 and is_saying(line.words[start - 1]) and end - start <= _UNLISTED
            if listed or (said and all(is_unlisted(line, i, first=i == start) for i in range(start, end))):
                return start, end, prefix
    return None


def state_office(line: Line, i: int) -> int | None:
    """Return the word after an office of state that is named without its state at word `i`: «وزير الخارجية»."""
    for _, stem in readings(line.words[i]):
        for words in offices().get(stem, ()):
            end = i + len(words)
            if line.words[i + 1 : end] == words[1:]:
                return end
    return None


def name_after_english(line: Line, start: int) -> tuple[int, int] | None:
    """Return the words of a capitalised name after the office that follows a demonym: "Russian envoy Ivan Petrov"."""
    office = None
    for i in range(start, min(len(line.words), start + _REACH)):
        word = line.words[i]
        if is_title(word):
            office = i
        elif line.is_mark(i) or (office is not None and word not in titles("at")):
            break
    if office is None:
        return None
    first = office + 1
    end = first
    while end < len(line.words) and end - first < _LONGEST and not line.is_mark(end):
        text = line.text(end)
        if not (text[0].isupper() or line.words[end] in name_words("particle")) or is_title(line.words[end]):
            break
        end += 1
    while end > first and not line.text(end - 1)[0].isupper():
        end -= 1
    return (first, end) if end - first >= _USUAL else None


def surname(line: Line, start: int, end: int) -> tuple[str, ...]:
    """Return the words by which the person named at [start, end) will be called later: the last, with its joint."""
    begin = end - 1
    joint = begin - 1 > start and line.words[begin - 1] in name_words("joint")
    if joint or (begin > start and line.words[begin] in name_words("tail")):
        begin -= 1
    return line.words[begin:end]
