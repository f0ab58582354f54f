"""What an English verb acts upon, and which of its meanings that makes: "cut aid" is not "cut a deal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahlaf.language import Token
from ahlaf.reading.relations.english.lexicon import Entry, Kind, words
from ahlaf.reading.relations.english.words import Reading, VerbEntry, hyphenated

_REACH = 18  # words after a verb among which its object's noun stands
_PARTICLE_REACH = 5  # words between a verb and a particle that follows its object ("turned the offer down")
_MOVABLE = frozenset({"up", "down", "out", "off", "over", "back", "away"})
_LONGEST = 3
_ENDING = VerbEntry("stop", Kind.PLAIN, None, "", ())
_IDIOM_REACH = 7
_PARTICLES = 10  # words after a verb among which its particle begins
_PHRASES = 2  # noun phrases after a verb that count as acted upon: its object and what belongs to it


def meaning(forms: Sequence[str], chosen: Sequence[Reading | None], i: int) -> VerbEntry | None:
    """Return the entry that the verb at word `i` has here, if it has any.

    A particle and an object go before a bare verb; of two objects the head of the nearer phrase counts. Entries
    without a type (plain verbs) are returned where no entry with one fits.
    """
    reading = chosen[i]
    if reading is None or not reading.verb:
        return None
    if ends_deed(forms, chosen, i):
        return next((entry for entry in reading.bare if entry.type is None), _ENDING)
    near = reading.particles.intersection(forms[i + 1 : i + 1 + _PARTICLES]) if reading.particles else ()
    if near:
        possible = (entry for entry in reading.phrasal if entry.particle[0] in near)
        fitting = [(entry, end) for entry in possible if (end := _particle_end(forms, i, entry)) >= 0]
        for length in sorted({len(entry.particle) for entry, _ in fitting}, reverse=True):
            best = _best([(e, end) for e, end in fitting if len(e.particle) == length], forms, chosen, i)
            if best is not None:
                return best
    return _best([(entry, i + 1) for entry in reading.bare], forms, chosen, i)


def ends_deed(forms: Sequence[str], chosen: Sequence[Reading | None], i: int) -> bool:
    """Whether the verb at `i` says that what another verb names is stopped: "stopped bombing"."""
    following = chosen[i + 1] if i + 1 < len(chosen) else None
    if following is None or not following.verb or not forms[i + 1].endswith("ing"):
        return False
    reading = chosen[i]
    return reading is not None and any(entry.lemma in words()["ender"] for entry in reading.entries)


def _particle_end(forms: Sequence[str], i: int, entry: VerbEntry) -> int:
    """Where the entry's particle ends after the verb at `i`; −1 where it is missing."""
    particle = entry.particle
    known = words()
    start = after_time(forms, i + 1)
    if tuple(forms[start : start + len(particle)]) == particle:
        return start + len(particle)
    if (
        start + 1 < len(forms)
        and forms[start] in known["pronoun"]
        and tuple(forms[start + 1 : start + 1 + len(particle)]) == particle
    ):
        return start + 1 + len(particle)  # "turned himself in"
    if len(particle) > 1:
        return -1 if entry.lemma == "be" else _after_object(forms, i, particle)
    if particle[0] in _MOVABLE:
        for j in range(i + 2, min(i + 2 + _PARTICLE_REACH, len(forms))):
            if forms[j] == particle[0] and forms[j - 1] not in known["preposition"]:
                following = forms[j + 1] if j + 1 < len(forms) else "."
                parted = following in known["preposition"] or not following[0].isalnum() or following == "and"
                if parted or (particle[0] != "over" and following not in known["determiner"]):
                    return i + 1
    elif entry.lemma == "be" or len(particle[0]) > _LONGEST:
        for j in range(i + 2, min(i + 4, len(forms))):
            if forms[j] == particle[0] and all(
                f.endswith("ly") or f in ("also", "not", "now") for f in forms[i + 1 : j]
            ):
                return j + 1
    return -1


def _after_object(forms: Sequence[str], i: int, particle: tuple[str, ...]) -> int:
    """Where the object starts before a phrase that makes one idiom with the verb ("took the firm to court")."""
    known = words()
    if particle[0] not in known["preposition"] or particle[-1] in known["preposition"]:
        return -1
    for j in range(i + 2, min(i + 2 + _IDIOM_REACH, len(forms))):
        if forms[j] in known["break"]:
            return -1
        if tuple(forms[j : j + len(particle)]) == particle:
            return i + 1
    return -1


def after_time(forms: Sequence[str], j: int) -> int:
    """Return the word at or after `j` that follows days ("called Thursday on", "called on Friday for")."""
    days = words()["day"]
    while j < len(forms) and (forms[j] in days or (forms[j] == "on" and j + 1 < len(forms) and forms[j + 1] in days)):
        j += 1
    return j


def _best(
    fitting: list[tuple[VerbEntry, int]], forms: Sequence[str], chosen: Sequence[Reading | None], i: int
) -> VerbEntry | None:
    wanting = [(entry, end) for entry, end in fitting if entry.objects]
    if wanting:
        for phrase in _phrases(forms, chosen, i, fitting[0][1]):
            for noun in phrase:
                for entry, end in wanting:
                    if noun in entry.objects and _all_hold(entry, forms, chosen, i, end):
                        return entry
    marked = next((e for e, end in fitting if e.marks and not e.objects and _all_hold(e, forms, chosen, i, end)), None)
    if marked:
        return marked
    bare = [entry for entry, _ in fitting if not entry.objects and not entry.marks]
    return next((e for e in bare if e.type is not None), bare[0] if bare else None)


def subject_meaning(forms: Sequence[str], chosen: Sequence[Reading | None], i: int) -> VerbEntry | None:
    """Return the entry of the verb at `i` if its subject is what it acts upon: "the talks have stopped"."""
    reading = chosen[i]
    entries = (
        [e for e in reading.entries if isinstance(e, VerbEntry) and e.objects and not e.particle] if reading else []
    )
    if not entries:
        return None
    known = words()
    phrase: list[str] = []
    for j in range(i - 1, max(-1, i - _REACH), -1):
        if forms[j] in known["break"] or forms[j] == ",":
            break
        if forms[j] in known["preposition"]:
            phrase = []
        elif forms[j] not in known["modal"] and forms[j] not in known["have"]:
            phrase.append(forms[j])
    for nouns in _grams(phrase[::-1]):
        for noun in nouns:
            found = next((entry for entry in entries if noun in entry.objects), None)
            if found:
                return found
    return None


def _phrases(forms: Sequence[str], chosen: Sequence[Reading | None], i: int, start: int) -> Iterator[list[str]]:
    """Yield the nouns of each phrase that the verb acts upon, heads before what modifies them.

    After a passive verb the words before it, its subject, come first.
    """
    known = words()
    if passive(forms, i):
        phrase: list[str] = []
        for j in range(i - 1, max(-1, i - _REACH), -1):
            if forms[j] in known["break"]:
                break
            if forms[j] in known["preposition"]:
                phrase = []
            phrase.append(forms[j])
        yield from _grams(phrase[::-1])
    phrase = []
    phrases = 0
    for j in range(start, min(start + _REACH, len(forms))):
        word = forms[j]
        reading = chosen[j]
        if word in known["break"] or word in known["modal"] or word in known["they"] or (word == "," and phrase):
            break
        if j == start and reading is not None and reading.verb and "ing" in reading.forms:
            break  # "considered lifting the ban"
        if reading is not None and reading.verb and _ends(reading, forms, j):
            if forms[j - 1] == "to":
                yield [f"to {word}"]
            break
        if word in known["preposition"] or word in ("and", "or", ","):
            if phrase:
                yield from _grams(phrase)
                phrases += word != "of"
            if phrases == _PHRASES:
                return
            phrase = []
        else:
            phrase.append(word)
    yield from _grams(phrase)


def _grams(phrase: Sequence[str]) -> Iterator[list[str]]:
    if phrase:
        found: list[str] = []
        for end in range(len(phrase), 0, -1):
            found += [" ".join(phrase[end - n : end]) for n in range(min(_LONGEST, end), 0, -1)]
        yield found


def _ends(reading: Reading, forms: Sequence[str], j: int) -> bool:
    """Whether a verb after the object opens another clause: a finite verb or an infinitive, not a participle."""
    if forms[j - 1] == "to":
        return "base" in reading.forms
    return not reading.forms.isdisjoint({"past", "s"})


def passive(forms: Sequence[str], i: int) -> bool:
    """Whether a form of "be" makes the verb at `i` a passive, adverbs between not counted."""
    known = words()
    for j in range(i - 1, max(-1, i - 4), -1):
        if forms[j] in known["be"]:
            return not forms[i].endswith("ing")
        if not (forms[j].endswith("ly") or forms[j] in ("not", "also", "then", "later", "once", "since", "still")):
            return False
    return False


def _all_hold(entry: VerbEntry, forms: Sequence[str], chosen: Sequence[Reading | None], i: int, start: int) -> bool:
    return all(_holds(mark, entry, forms, chosen, i, start) for mark in entry.marks)


def _holds(mark: str, entry: Entry, forms: Sequence[str], chosen: Sequence[Reading | None], i: int, start: int) -> bool:
    known = words()
    following = forms[start] if start < len(forms) else "."
    if mark == "+predicate":
        return _has_predicate(forms, chosen, start)
    if mark == "+object" and passive(forms, i):
        return True
    if mark == "+object":
        if following in known["preposition"] or following in known["break"] or not following[0].isalnum():
            return False
        reading = chosen[start]
        return reading is None or not reading.verb or "ing" in reading.forms
    near = forms[start : start + 6]
    if mark == "+preposition":
        return any(word in entry.targets for word in near[:4])
    return any(
        word == "to" and (r := chosen[start + k + 1] if start + k + 1 < len(forms) else None) is not None and r.verb
        for k, word in enumerate(near)
        if k
    )


def _has_predicate(forms: Sequence[str], chosen: Sequence[Reading | None], start: int) -> bool:
    """Whether an article opens a second phrase after the object: "called the envoy a liar"."""
    known = words()
    if start < len(forms) and (forms[start] in known["preposition"] or forms[start] in ("a", "an")):
        return False
    for j in range(start + 1, min(start + 10, len(forms))):
        if forms[j] in known["break"] or forms[j] == "," or ((r := chosen[j]) is not None and r.verb):
            return False
        if forms[j] == "as":
            return True
        if forms[j] in ("a", "an") and forms[j - 1] not in known["preposition"]:
            return True
    return False


def english_forms(tokens: Sequence[Token]) -> list[str]:
    """Return the words of a sentence in the form under which they are looked up.

    The full stop of "U.S." ends nothing and is replaced by a dot; words that the lexicon writes with a hyphen stand
    whole in the place of their last part.
    """
    forms = [token.normal for token in tokens]
    for j, form in enumerate(forms):
        if form == "." and j + 1 < len(forms):
            forms[j] = "·"
        elif form == "going" and j + 1 < len(forms) and forms[j + 1] == "to" and forms[j - 1] in words()["be"]:
            forms[j] = "due"  # "is going to meet" is about to
        elif form in ("may", "march") and j and tokens[j].text.istitle():
            forms[j] = "·"  # the month
        elif form == "-" and 0 < j < len(forms) - 1:
            whole = f"{forms[j - 1]}-{forms[j + 1]}"
            if whole in hyphenated():
                forms[j - 1 : j + 2] = ["·", "·", whole]
            elif tokens[j - 1].span.end == tokens[j].span.start and tokens[j].span.end == tokens[j + 1].span.start:
                forms[j - 1] += "-"  # "war-torn" is no war
    return forms
