"""Arabic noun phrases around a cue: where a speaker's name ends, and what only stands in between."""

from __future__ import annotations

from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_CLOSING = frozenset(",،.;؛:!?؟()[]…-–—/")
_MAX_PHRASE = 24
_MAX_QUOTED_NAME = 6
_MAX_PARENTHESIS = 12


def is_word_class(flow: Flow, i: int, name: str) -> bool:
    """Say whether token `i`, or what follows its conjunction و or ف, belongs to the class `name` of function words."""
    members = function_words("ar")[name]
    word = flow.words[i]
    return word in members or (word[0] in "وف" and word[1:] in members)


def is_definite(word: str) -> bool:
    """Say whether a word carries the article, alone or after ل, ب, و."""
    return word.startswith(("ال", "لل", "وال", "بال"))


def clitic_b(flow: Flow, i: int) -> bool:
    """Say whether token `i` begins with the preposition ب rather than with a root letter."""
    word = flow.words[i]
    if word[0] != "ب":
        return False
    mention = flow.mention_at(i)
    start = flow.tokens[i].span.start
    if mention is not None and mention.span.start <= start:
        return False
    classes = function_words("ar")
    return word not in classes["b_root"] and word not in classes["fixed_b"] and len(word) != 2


def skip_adverbials(flow: Flow, i: int, limit: int, introducers: frozenset[str]) -> int:
    """Return the first token from `i` that is no comma, adverb, date or prepositional phrase; stop at introducers."""
    classes = function_words("ar")
    while i < limit:
        word = flow.words[i]
        if word in introducers:
            return i
        if word in "،,-–" or word in classes["adverb"] or word in classes["turn"] or word in classes["resumptive"]:
            i += 1
        elif word in classes["addressee_pronoun"]:
            i += 1
        elif word in classes["time"] or word.isdigit():
            i += 1
        elif word[0] == "ل" and (word == "ل" or word.startswith("لل")) and i + 1 < limit:
            i = _after_dative(flow, i, limit)
        elif word in classes["preposition"]:
            i = _after_preposition(flow, i, limit)
        elif word == "(":
            i = _after_parenthesis(flow, i, limit)
        else:
            return i
    return i


def _after_dative(flow: Flow, i: int, limit: int) -> int:
    return noun_phrase(flow, i + 1, limit, {}).end if flow.words[i] == "ل" else noun_phrase(flow, i, limit, {}).end


def _after_preposition(flow: Flow, i: int, limit: int) -> int:
    if i + 1 >= limit:
        return limit
    if flow.words[i + 1] in function_words("ar")["turn"]:
        return i + 2
    return max(i + 2, noun_phrase(flow, i + 1, limit, {}).end)


def _after_parenthesis(flow: Flow, i: int, limit: int) -> int:
    for j in range(i + 1, min(limit, i + _MAX_PARENTHESIS)):
        if flow.words[j] == ")":
            return j + 1
    return i + 1


def noun_phrase(flow: Flow, start: int, limit: int, cues: dict[int, Form]) -> Phrase:
    """Return the noun phrase that begins at `start`: an idafa chain, then only definite words, titles and names.

    Once an Arabic noun phrase has become definite, an indefinite noun belongs to what follows, unless it is a title
    that a name completes. Mentions and short quoted names count as definite; a mention of another actor ends it.
    """
    classes = function_words("ar")
    i, definite, actor = start, False, ""
    limit = min(limit, start + _MAX_PHRASE)
    while i < limit:
        word = flow.words[i]
        mention = flow.mention_at(i)
        if mention is not None:
            if i > start and actor and mention.actor != actor and not is_definite(word):
                break
            if i > start and mention.span.start > flow.tokens[i].span.start and word[0] in "بلك":
                break
            i, definite, actor = flow.mention_end(i), True, actor or mention.actor
        elif flow.is_mark(i):
            closed = flow.quotation_closed_by(i)
            if closed is None or closed[1] - i - 1 > _MAX_QUOTED_NAME:
                break
            i, definite = closed[1] + 1, True
        elif word == "(" and definite:
            i = _after_parenthesis(flow, i, limit)
        elif _ends_phrase(flow, i, start, actor, cues) and not _goes_on(flow, i, limit, actor):
            break
        elif is_definite(word) or word in classes["fixed_b"]:
            i, definite = i + 1, definite or is_definite(word)
        elif definite and word not in classes["title"] and not _title_ahead(flow, i, limit, actor):
            break
        else:
            i += 1
    return Phrase(start, _trim(flow, start, i))


def _ends_phrase(flow: Flow, i: int, start: int, actor: str, cues: dict[int, Form]) -> bool:
    classes = function_words("ar")
    word = flow.words[i]
    if word in _CLOSING or i in cues:
        return True
    if any(word in classes[name] for name in ("complementiser", "pronoun_complementiser", "time", "adverb", "relative")):
        return i > start or word not in classes["time"]
    if word in classes["preposition"] or word in classes["resumptive"] or word in classes["addressee_pronoun"]:
        return True
    return clitic_b(flow, i)


def _goes_on(flow: Flow, i: int, limit: int, actor: str) -> bool:
    """Whether a preposition inside the phrase leads on: the envoy «to» Syria, a source «in» the movement."""
    word = flow.words[i]
    if i + 1 >= limit:
        return False
    if word in ("لدي", "لدى"):
        return True
    if actor or word not in ("في", "من"):
        return False
    following = flow.words[i + 1]
    classes = function_words("ar")
    if following in classes["occasion"] or following in classes["time"] or following.isdigit():
        return False
    return flow.mention_at(i + 1) is None and not flow.is_mark(i + 1)


def _title_ahead(flow: Flow, i: int, limit: int, actor: str) -> bool:
    """Whether titles lead from token `i` to a name of the same actor: «سمو الشيخ عبد الله»."""
    titles = function_words("ar")["title"]
    j = i
    while j < limit and j < i + 4 and flow.words[j] in titles:
        j += 1
    mention = flow.mention_at(j) if j < limit else None
    return mention is not None and j > i and mention.actor == actor


def _trim(flow: Flow, start: int, end: int) -> int:
    """Leave out a preposition or comma that nothing followed."""
    prepositions = function_words("ar")["preposition"]
    while end > start and (flow.words[end - 1] in prepositions or flow.words[end - 1] in _CLOSING - {")"}):
        end -= 1
    return end


def spot_at(flow: Flow, i: int, table: dict[str, tuple[Form, ...]]) -> tuple[Form, int] | None:
    """Return the cue whose form begins at token `i`, and how many characters of a conjunction stand before it."""
    word = flow.words[i]
    for offset in (0, 1):
        if offset and (word[0] not in "وف" or len(word) < 3):
            break
        for form in table.get(word[offset:], ()):
            end = i + 1 + len(form.words)
            if _same_words(flow, i + 1, form.words) and end <= flow.sentence_end(i):
                return form, offset
    return None


def _same_words(flow: Flow, i: int, words: tuple[str, ...]) -> bool:
    for k, wanted in enumerate(words):
        if i + k >= len(flow.words):
            return False
        word = flow.words[i + k]
        # A form that ends in the preposition ل («وفقا ل») is written joined to the next word.
        if word != wanted and not (wanted == "ل" and word[0] == "ل" and k == len(words) - 1):
            return False
    return True
