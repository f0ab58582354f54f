"""Arabic noun phrases around a cue: where a speaker's name ends, and what only stands in between."""

from __future__ import annotations

from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

# Mentions of a body, which after في one belongs to rather than is at: «أعضاء في الكونغرس».
_BODIES = frozenset({"organ of the state", "seat of the government"})
_CLOSING = frozenset(",،.;؛:!?؟()[]…-–—/")
_ARTICLES = ("ال", "لل", "وال", "بال")
_MAX_PHRASE = 24
_MAX_QUOTED_NAME = 6
_MAX_PARENTHESIS = 12
_MAX_SET_OFF = 18


def is_word_class(flow: Flow, i: int, name: str) -> bool:
    """Say whether token `i`, or what follows its conjunction و or ف, belongs to the class `name` of function words."""
    members = function_words("ar")[name]
    word = flow.words[i]
    return word in members or (word[0] in "وف" and word[1:] in members)


def is_definite(flow: Flow, i: int) -> bool:
    """Say whether token `i` carries the article, alone or after ل, ب, و; a hamza shows that it does not (إلقاء)."""
    word = flow.words[i]
    if not word.startswith(_ARTICLES):
        return False
    return word.startswith("لل") or "ا" in flow.tokens[i].text[:2]


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
        turning = i + 1 < limit and flow.words[i + 1] in classes["turn"]
        if word in introducers and not turning:
            return i
        set_off = word in "،," and i + 1 < limit and flow.words[i + 1] not in introducers
        if set_off and (closing := _set_off(flow, i, limit)) is not None:
            i = closing
        elif word in classes["manner"]:
            i += 2
        elif word == _FIRST and i > 0 and flow.words[i - 1] == _YESTERDAY:
            # «أمس الأول»
            i += 1
        elif word in _PASSED or word.isdigit() or any(word in classes[name] for name in _ADVERBIALS):
            i += 1
        elif i + 1 < limit and _dative(flow, i):
            i = _after_dative(flow, i, limit)
        elif word[0] == "ب" and "ب" not in introducers and introducers and _governed(flow, i):
            i = flow.mention_end(i)
        elif word in classes["preposition"]:
            i = _after_preposition(flow, i, limit)
        elif word == "(":
            i = _after_parenthesis(flow, i, limit)
        else:
            return i
    return i


def _set_off(flow: Flow, comma: int, limit: int) -> int | None:
    """Return the comma that closes a prepositional phrase set off by commas: «، في رسالة بعثها إلى المفوض، أهمية».

    So does a clause that only says who has a copy: «، حصلت الصحيفة على نسخة منه، أن».
    """
    if comma + 1 >= limit:
        return None
    if flow.words[comma + 1] not in function_words("ar")["preposition"]:
        last = min(limit, comma + _MAX_SET_OFF)
        copy = next((j for j in range(comma + 1, last) if flow.words[j] in _COPY or flow.words[j] in "،,"), last)
        closed = copy + 2 < limit and flow.words[copy] in _COPY and flow.words[copy + 2] in "،,"
        return copy + 2 if closed else None
    for i in range(comma + 2, min(limit, comma + _MAX_SET_OFF)):
        if flow.words[i] in _INSIDE or flow.is_mark(i) or is_word_class(flow, i, "complementiser"):
            return None
        if flow.words[i] in "،,":
            return i
    return None


_YESTERDAY, _FIRST = "امس", "الاول"
_COPY = frozenset({"نسخه", "بنسخه"})
_INSIDE = frozenset(":؛;")
_PASSED = frozenset("،,-–")
_ADVERBIALS = ("adverb", "turn", "resumptive", "addressee_pronoun", "time")


def _dative(flow: Flow, i: int) -> bool:
    """Whether token `i` is ل with the one spoken to."""
    word = flow.words[i]
    return word == "ل" or word in function_words("ar")["audience"] or (word[0] == "ل" and _governed(flow, i))


def _after_dative(flow: Flow, i: int, limit: int) -> int:
    """Return the token after the one spoken to."""
    if _governed(flow, i):
        return flow.mention_end(i)
    # «لوكالة الصحافة الفرنسية المتحدث باسم الجيش»: with a title the speaker begins.
    titles = function_words("ar")["title"]
    end = noun_phrase(flow, i + 1, limit, {}).end
    if end < limit and flow.words[end] == "(":
        # «لشبكة (سي إن إن) الأميركية»
        end = _after_parenthesis(flow, end, limit)
        while end < limit and is_definite(flow, end) and flow.words[end] not in titles:
            end += 1
    return next((j for j in range(i + 1, end) if flow.words[j] in titles), max(i + 1, end))


def _after_preposition(flow: Flow, i: int, limit: int) -> int:
    if i + 1 >= limit:
        return limit
    if flow.words[i + 1] in function_words("ar")["turn"]:
        return i + 2
    if is_word_class(flow, i + 1, "complementiser"):
        return i + 1
    if flow.words[i + 1] in function_words("ar")["meeting"]:
        return _after_meeting(flow, i + 2, limit)
    return max(i + 2, noun_phrase(flow, i + 1, limit, {}).end)


def _after_meeting(flow: Flow, i: int, limit: int) -> int:
    """Return the token after whom the one who speaks met: «خلال لقائه اليوم (الأحد) المبعوث فلان»."""
    classes = function_words("ar")
    while i < limit and (
        flow.words[i] in classes["time"] or flow.words[i] in classes["adverb"] or flow.words[i] == "("
    ):
        i = _after_parenthesis(flow, i, limit) if flow.words[i] == "(" else i + 1
    if i >= limit or flow.words[i] in classes["preposition"] or not flow.tokens[i].is_word:
        return i
    return max(i, noun_phrase(flow, i, limit, {}).end)


def _after_parenthesis(flow: Flow, i: int, limit: int) -> int:
    for j in range(i + 1, min(limit, i + _MAX_PARENTHESIS)):
        if flow.words[j] == ")":
            return j + 1
    return i + 1


def noun_phrase(flow: Flow, start: int, limit: int, cues: dict[int, Form], *, narrow: bool = False) -> Phrase:
    """Return the noun phrase that begins at `start`: an idafa chain, then only definite words, titles and names.

    Once an Arabic noun phrase has become definite, an indefinite noun belongs to what follows, unless it is a title
    that a name completes. Mentions and short quoted names count as definite; a mention of another actor ends it.
    With `narrow`, a definite noun or another actor's name after a mention ends it too: it may be the verb's object.
    """
    i, definite, actor = start, False, ""
    limit = min(limit, start + _MAX_PHRASE)
    while i < limit:
        word = flow.words[i]
        mention = flow.mention_at(i)
        held = mention is not None and _governed(flow, i)
        if held and word[0] == "ل" and i > start and flow.words[i - 1] in function_words("ar")["for_adjective"]:
            i = flow.mention_end(i)
        elif mention is not None and not held:
            other = i > start and actor and mention.actor != actor and not _coordinated(flow, i)
            if narrow and not actor and i > start and _is_addressed(flow, i):
                break
            if other and _in_idafa(flow, i):
                i = flow.mention_end(i)
                continue
            if other and (not is_definite(flow, i) or (narrow and word[0] != "و")):
                break
            i, definite, actor = flow.mention_end(i), True, actor or mention.actor
        elif i > start and i + 1 < limit and (word == "لدي" or _is_posted(flow, i, start)):
            i = flow.mention_end(i + 1)
        elif flow.is_mark(i):
            closed = flow.quotation_closed_by(i)
            if closed is None or not 0 < closed[1] - i - 1 <= _MAX_QUOTED_NAME or clitic_b(flow, i + 1):
                break
            inner = flow.mention_at(i + 1)
            i, definite, actor = closed[1] + 1, True, actor or (inner.actor if inner else "")
        elif word == "(" and definite:
            i = _after_parenthesis(flow, i, limit)
        elif _goes_on(flow, i, limit, start, actor):
            mention = flow.mention_at(i)
            definite = mention is not None
            if mention is not None:
                actor = mention.actor
            i = flow.mention_end(i)
        elif _ends_phrase(flow, i, start, cues) or (narrow and i > start and word in function_words("ar")["event"]):
            break
        elif is_definite(flow, i):
            bound = word in function_words("ar")["for_adjective"]
            if narrow and actor and not bound and not _title_ahead(flow, i, limit, actor):
                break
            i, definite = i + 1, True
        elif definite and not _completes_title(flow, i, start) and not _title_ahead(flow, i, limit, actor):
            break
        else:
            i += 1
    return Phrase(start, _trim(flow, start, i))


def _is_addressed(flow: Flow, i: int) -> bool:
    """Whether a name after a definite noun or family name is the verb's object: «دعا الصرخي الأمم المتحدة إلى»."""
    mention = flow.mention_at(i)
    named = mention is not None and mention.person is None and mention.rule in ("name", "members", "organ of the state")
    starts = mention is not None and mention.span.start == flow.tokens[i].span.start
    return named and starts and is_definite(flow, i - 1) and flow.words[i - 1] not in function_words("ar")["title"]


def _is_posted(flow: Flow, i: int, start: int) -> bool:
    """Whether إلى or في at token `i` leads to where an envoy is posted: «المبعوث الأممي إلى اليمن»."""
    if flow.words[i] not in _POSTED or flow.mention_at(i + 1) is None:
        return False
    envoy = function_words("ar")["envoy"]
    return any(flow.words[k] in envoy or flow.words[k][1:] in envoy for k in range(start, i))


# How many words a name that no list has may have.
_LONGEST_NAME = 4
_ALI = "علي"
_POSTED = frozenset({"الي", "في"})


def _in_idafa(flow: Flow, i: int) -> bool:
    """Whether a bare noun right before the mention governs it: «عضو لجنة مؤتمر القاهرة»."""
    bare = flow.tokens[i - 1].is_word and flow.mention_of[i - 1] < 0 and not is_definite(flow, i - 1)
    mention = flow.mention_at(i)
    own = (
        mention is not None and mention.span.start == flow.tokens[i].span.start and mention.rule in ("name", "capital")
    )
    return bare and own and flow.words[i - 1] in function_words("ar")["organ"] | function_words("ar")["title"]


def _group_at(flow: Flow, i: int) -> bool:
    """Whether token `i` is ب with the name of a group: «مصادر بالمعارضة»، «القيادي بحزب الله»."""
    mention = flow.mention_at(i)
    return mention is not None and mention.actor in flow.groups and _governed(flow, i)


def _coordinated(flow: Flow, i: int) -> bool:
    """Whether the mention at token `i` is joined by و to the name right before it: «إيران وألمانيا»."""
    mention = flow.mention_at(i)
    joined = mention is not None and mention.span.start == flow.tokens[i].span.start + 1 and flow.words[i][0] == "و"
    return joined and flow.mention_at(i - 1) is not None


def _governed(flow: Flow, i: int) -> bool:
    """Whether the mention at token `i` stands under a preposition that is written joined to it."""
    mention = flow.mention_at(i)
    start = flow.tokens[i].span.start
    return mention is not None and mention.span.start > start and flow.words[i][0] in "بلك"


def _ends_phrase(flow: Flow, i: int, start: int, cues: dict[int, Form]) -> bool:
    classes = function_words("ar")
    word = flow.words[i]
    if word in _CLOSING or i in cues or _governed(flow, i) or clitic_b(flow, i):
        return True
    if any(word in classes[name] for name in _BOUNDS) or (word[0] == "ف" and word[1:] in classes["preposition"]):
        return True
    return i > start and word[0] == "و" and is_word_class(flow, i, "subordinator")


_BOUNDS = (
    "complementiser", "pronoun_complementiser", "complementiser_b", "time", "adverb", "relative", "preposition",
    "resumptive", "addressee_pronoun", "subordinator", "negation", "audience",
)  # fmt: skip


def _goes_on(flow: Flow, i: int, limit: int, start: int, actor: str) -> bool:
    """Whether a preposition leads on inside the phrase: the secretary «of» the council, a source «in» the movement."""
    word = flow.words[i]
    classes = function_words("ar")
    if i + 1 >= limit or i == start:
        return False
    if word in classes["fixed_b"]:
        return True
    if actor:
        return False
    if word[0] == "ب" and (word[1:] in classes["organ"] or _group_at(flow, i)):
        return True
    following = flow.words[i + 1]
    if following in classes["turn"]:
        return False
    if word in ("عن", "من") and flow.words[i - 1] in classes["about_adjective"]:
        return True
    if following in classes["place_noun"]:
        return False
    if word[0] == "ل" and flow.words[i - 1] in classes["for_adjective"]:
        return True
    if word[0] == "ل" and len(word) > 3 and word not in classes["audience"]:
        return not any(word in classes[name] for name in _BOUNDS)
    quantity = flow.words[i - 1] in classes["quantity"]
    if word == "من" and quantity:
        return True
    if word not in ("في", "من") or following.isdigit() or flow.is_mark(i + 1):
        return False
    # A mention after في is rather a place («في باريس»), unless it is a group or a common noun opens it («في حركة …»).
    mention = flow.mention_at(i + 1)
    if mention is not None and mention.rule in _BODIES:
        return True
    role = following in classes["role"] or "ال" + following in classes["role"]
    if mention is not None and mention.actor not in flow.groups and not role:
        return False
    return following not in classes["occasion"] and following not in classes["time"]


def _completes_title(flow: Flow, i: int, start: int) -> bool:
    """Whether token `i` is a title, or an unknown name of at most two words after one («السيد فلان»)."""
    titles = function_words("ar")["title"]
    word = flow.words[i]
    if word in titles or (word[0] == "و" and word[1:] in titles | function_words("ar")["quantity"]):
        return True
    return any(k >= start and flow.words[k] in titles and is_definite(flow, k) for k in (i - 1, i - 2))


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


def with_apposition(flow: Flow, phrase: Phrase, limit: int, introducers: frozenset[str]) -> Phrase:
    """Take in what a comma sets off after a name: «فلان، المتحدث باسم الحركة، إن»."""
    comma = phrase.end
    if phrase.empty or comma + 1 >= limit or flow.words[comma] not in "،,":
        return phrase
    title = flow.words[comma + 1] in function_words("ar")["title"]
    named = flow.mention_at(comma + 1) is not None and not _governed(flow, comma + 1)
    if not (title or named or is_definite(flow, comma + 1)):
        return Phrase(phrase.start, end) if (end := _unlisted_name(flow, phrase, comma + 1, limit)) else phrase
    more = noun_phrase(flow, comma + 1, limit, {})
    closed = more.end < limit and (flow.words[more.end] in "،,:" or flow.words[more.end] in introducers)
    return Phrase(phrase.start, more.end) if closed and not more.empty else phrase


def _unlisted_name(flow: Flow, phrase: Phrase, start: int, limit: int) -> int:
    """Return where a name that no list has ends before the next comma, after a title: «المتحدث باسمها، فلان، إن»."""
    if flow.words[phrase.start] not in function_words("ar")["title"]:
        return 0
    classes = ("preposition", "negation", "relative", "subordinator", "complementiser", "auxiliary", "joiner", "adverb")
    end = start
    while end < limit and flow.tokens[end].is_word and flow.mention_of[end] < 0 and end - start <= _LONGEST_NAME:
        # The name Ali is written like a preposition but for the dots of its last letter.
        bound = flow.tokens[end].text != _ALI and any(is_word_class(flow, end, name) for name in classes)
        if bound or flow.tokens[end].text.endswith(("اً", "ًا")):
            return 0
        end += 1
    return end if 1 < end - start <= _LONGEST_NAME and end < limit and flow.words[end] in "،," else 0
