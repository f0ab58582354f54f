"""What brings in the content after an English cue: that, a colon, a quotation, an infinitive, a noun, a clause."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.reading.statements.cues import Cue
from ahlaf.reading.statements.english_phrases import phrase_after
from ahlaf.reading.statements.english_words import is_adverb, is_capital, is_in
from ahlaf.reading.statements.flow import Flow

# How many tokens after a cue its content may begin at the latest, how long an adverbial or object before it may be.
_REACH = 30
_MAX_ADVERBIAL = 7
_MAX_OBJECT = 14
_MAX_NAME = 5
# How many tokens an aside between commas may have before the content.
_MAX_ASIDE = 10
_WORDLESS = frozenset({"that", ":", "quote", "clause", "wh", "ing", "object", "predicate"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the content begins after a cue (`start`), what brought it in (`name`), and where that stands (`at`)."""

    name: str
    at: int
    start: int

    @property
    def nominal(self) -> bool:
        """Whether the content is a noun phrase or an infinitive rather than a clause."""
        return self.name not in ("that", "clause", "quote", ":", "wh")

    @property
    def bare(self) -> bool:
        """Whether the content is a noun phrase that stands right after the cue."""
        return self.name in ("object", "predicate")


def find_frame(flow: Flow, after: int, cue: Cue) -> Frame | None:
    """Return what brings in the content after the cue that ends before token `after`."""
    limit = min(flow.sentence_end(after - 1), after + _REACH)
    frames = cue.frames
    i = past_adverbials(flow, after, limit, frames)
    for j in (after, i) if i != after else (after,):
        found = _frame_at(flow, j, limit, frames)
        if found is not None:
            return found
    if cue.takes_object and i < limit:
        found = _beyond_object(flow, i, limit, cue)
        if found is not None:
            return found
    return _bare(flow, after, i, limit, cue)


def _beyond_object(flow: Flow, i: int, limit: int, cue: Cue) -> Frame | None:
    """The frame after the one spoken to or spoken of."""
    j = past_object(flow, i, limit, cue.frames)
    if j <= i:
        return None
    for k in dict.fromkeys((j, past_adverbials(flow, j, limit, cue.frames))):
        found = _frame_at(flow, k, limit, cue.frames)
        if found is not None:
            if found.name == "quote" and k in flow.opens:
                # Some words of an object in marks: «promised lower taxes and "jobs"».
                return None
            return found if _apart(flow, i, found, cue) else Frame(found.name, k, i)
    if cue.addresses and "clause" in cue.frames and _begins_clause(flow, j, limit):
        return Frame("clause", j, j)
    return None


def _apart(flow: Flow, i: int, found: Frame, cue: Cue) -> bool:
    """Whether the one before the frame is no part of what was said: the hearer and the accused are not.

    One judged is, and one who is to do something («urged Riyadh to …»), unless a pronoun stands for him.
    """
    if cue.addresses:
        return found.name != "to" or is_in(flow, i, "object_pronoun", "pronoun")
    return found.name in ("of", "that", "quote")


def _bare(flow: Flow, after: int, i: int, limit: int, cue: Cue) -> Frame | None:
    """A content that nothing brings in: a clause or a noun phrase."""
    frames = cue.frames
    if i >= limit:
        return None
    if "clause" in frames and not cue.addresses:
        if not cue.near and (flow.tokens[i].is_word or flow.is_mark(i)) and not _leads_off(flow, i, limit):
            return Frame("clause", i, i)
        if _begins_clause(flow, i, limit) and has_verb(flow, i, _to_comma(flow, i, limit)):
            return Frame("clause", i, i)
    if frames & {"object", "predicate"} and _begins_phrase(flow, i, limit) and not cue.addresses:
        name = "object" if "object" in frames else "predicate"
        return Frame(name, i, i) if name == "object" or _makes_something(flow, i, limit) else None
    if "that" in frames and not cue.near:
        for j in range(after, limit):
            if flow.words[j] == "that" and not is_in(flow, j - 1, "preposition"):
                return Frame("that", j, j + 1)
    return None


def _leads_off(flow: Flow, i: int, limit: int) -> bool:
    """Whether a preposition begins an adverbial rather than what was said («said about 20 people had come»)."""
    return is_in(flow, i, "preposition") and not (i + 1 < limit and flow.words[i + 1][0].isdigit())


def _frame_at(flow: Flow, j: int, limit: int, frames: frozenset[str]) -> Frame | None:
    if j >= limit:
        return None
    word = flow.words[j]
    if word == "that" and "that" in frames and not _points(flow, j, limit):
        return Frame("that", j, j + 1)
    if word == ":" and ":" in frames and j + 1 < (len(flow) if j + 1 == flow.sentence_end(j) else limit):
        return Frame(":", j, j + 1)
    if word == "not" and "to" in frames and flow.words[j + 1 : j + 2] == ("to",):
        return Frame("to", j, j)
    if word in frames and word not in _WORDLESS and j + 1 < limit:
        return Frame(word, j, j + 1)
    if word in (",", ":") and "quote" in frames and j + 1 < limit and j + 1 in flow.opens:
        return Frame("quote", j, j + 1)
    if j in flow.opens and "quote" in frames:
        return Frame("quote", j, j)
    if "wh" in frames and is_in(flow, j, "question"):
        return Frame("wh", j, j)
    if "ing" in frames and word.endswith("ing") and flow.tokens[j].text[0].islower():
        return Frame("ing", j, j)
    if word == "," and frames & {"quote", "that"}:
        return _after_aside(flow, j, limit, frames)
    return None


def _points(flow: Flow, j: int, limit: int) -> bool:
    """Whether "that" points at a noun: «rejected that claim.»"""
    return j + 2 >= limit or (not flow.tokens[j + 2].is_word and flow.words[j + 2] in (".", ",", ";", "?", "!"))


def _after_aside(flow: Flow, comma: int, limit: int, frames: frozenset[str]) -> Frame | None:
    """A content after an aside between commas: «said, to loud applause, "..."», «warned, as before, that»."""
    for k in range(comma + 2, min(limit - 1, comma + _MAX_ASIDE)):
        if flow.words[k] == "," and k + 1 in flow.opens and "quote" in frames:
            return Frame("quote", k, k + 1)
        if flow.words[k] == "," and flow.words[k + 1] == "that" and "that" in frames:
            return Frame("that", k + 1, k + 2)
        if flow.is_mark(k) or flow.is_stop(k):
            break
    return None


def past_adverbials(flow: Flow, i: int, limit: int, frames: frozenset[str] = frozenset()) -> int:
    """Return the token after adverbs, days and short prepositional phrases that follow the verb."""
    start = i
    while i < limit:
        if i > start and flow.words[i] in frames:
            return i
        if is_in(flow, i, "time") or is_adverb(flow, i):
            i += 1
        elif is_in(flow, i, "preposition") and i + 1 < limit:
            j = phrase_after(flow, i + 1, limit).end
            if j <= i + 1 or j - i > _MAX_ADVERBIAL:
                return i
            follows = j < limit and (
                flow.words[j] in ("that", ",", ":", "not") or is_in(flow, j, "time", "preposition", "pronoun")
            )
            if not follows:
                return i if not is_in(flow, i + 1, "time") else i + 2
            i = j
        else:
            return i
    return i


def past_object(flow: Flow, i: int, limit: int, frames: frozenset[str]) -> int:
    """Return the token after the one addressed or blamed, `i` where nobody is."""
    if is_in(flow, i, "object_pronoun") or (is_in(flow, i, "pronoun") and flow.words[i] in frames):
        return i + 1
    if is_in(flow, i, "preposition", "joiner", "be", "modal") or not flow.tokens[i].is_word:
        return i
    j = flow.mention_end(i) if flow.mention_of[i] >= 0 else i
    past = i
    for k in range(j, min(limit, i + _MAX_OBJECT)):
        word = flow.words[k]
        if k < past:
            continue
        if k > i and k in flow.opens and is_capital(flow, k + 1):
            # A name in marks is a part of the object: «told "Morning Paper" that».
            closed = flow.quotation_closed_by(k)
            past = closed[1] + 1 if closed is not None and closed[1] - k <= _MAX_NAME else past
            if k < past:
                continue
        if word == ",":
            return _past_clause(flow, k, limit, frames)
        if word in ("that", ":", ";", ".") or flow.is_mark(k):
            return k
        if is_in(flow, k, "conjunction") and k + 1 < limit and not is_capital(flow, k + 1) and k > i:
            return j if word in frames else limit
        if k > i and (word in frames or ("wh" in frames and is_in(flow, k, "question"))):
            return k
        if k > i and is_in(flow, k, "pronoun", "modal", "be"):
            return k
    return j if j > i else i


def _past_clause(flow: Flow, comma: int, limit: int, frames: frozenset[str]) -> int:
    """Return the token after what a name is said to be between commas: «accused Smith, who sat there, of»."""
    for k in range(comma + 1, limit - 1):
        if flow.words[k] == "," and flow.words[k + 1] in frames:
            return k + 1
        if flow.is_mark(k):
            break
    return comma


def _begins_clause(flow: Flow, i: int, limit: int) -> bool:
    if i >= limit or (is_in(flow, i, "preposition") and not is_in(flow, i, "clause")):
        return False
    return (
        is_in(flow, i, "clause", "pronoun")
        or is_capital(flow, i)
        or flow.mention_of[i] >= 0
        or (flow.tokens[i].is_word and has_verb(flow, i, limit))
    )


def _to_comma(flow: Flow, i: int, limit: int) -> int:
    """Return the first comma after token `i`: the verb of a clause stands before it."""
    return next((k for k in range(i, limit) if flow.words[k] == "," or _verb_joins(flow, k, limit)), limit)


def _verb_joins(flow: Flow, k: int, limit: int) -> bool:
    """Whether at token `k` an "and" leads on to a verb of the sentence's own subject."""
    return is_in(flow, k, "conjunction") and k + 1 < limit and flow.words[k + 1].endswith("ed")


def has_verb(flow: Flow, i: int, limit: int) -> bool:
    """Say whether a verb that no dictionary is needed for stands in the clause that begins at token `i`."""
    for k in range(i, limit):
        if is_in(flow, k, "modal", "be", "have", "do") or flow.words[k].endswith(("n't", "'re", "'ve", "'ll", "'s")):
            return True
        if k > i and flow.words[k].endswith("ed") and not is_in(flow, k - 1, "determiner"):
            return True
        if is_in(flow, i, "pronoun") and k == i + 1 and flow.tokens[k].is_word and not is_in(flow, k, "preposition"):
            return True
        if flow.words[k] in (";", ":", ".", "?"):
            return False
    return False


def _begins_phrase(flow: Flow, i: int, limit: int) -> bool:
    """Whether a noun phrase begins at token `i`."""
    if i >= limit:
        return False
    if flow.is_mark(i):
        return i in flow.opens
    if not flow.tokens[i].is_word:
        return flow.words[i] in ("$", "£", "€")
    if is_in(flow, i, "clause", "determiner", "object_pronoun"):
        return True
    return not is_in(flow, i, "preposition", "joiner", "be", "modal", "have", "do", "negation", "time")


def _makes_something(flow: Flow, i: int, limit: int) -> bool:
    """Whether after an object stands what is made of it: an article, a quotation, an adjective."""
    j = i + 1 if is_in(flow, i, "object_pronoun", "pronoun") else phrase_after(flow, i, limit).end
    for k in range(i + 1, min(j + 2, limit)):
        if flow.words[k] == "to":
            return False
        if k in flow.opens or is_in(flow, k, "article"):
            return True
    return (
        is_in(flow, i, "object_pronoun") and j < limit and flow.tokens[j].is_word and not is_in(flow, j, "preposition")
    )
