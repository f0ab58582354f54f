"""Which words written like an Arabic cue are one: not a noun, a preposition, a negated or a passive verb."""

from __future__ import annotations

from ahlaf.language import normal
from ahlaf.reading.statements.arabic_frames import THAT, Frame
from ahlaf.reading.statements.arabic_phrases import is_definite, is_word_class
from ahlaf.reading.statements.cues import CueKind, Form
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_WHAT = frozenset({"ما", "لما", "مما", "ومما"})
# «الأمر الذي نفته»: goes back to what was said before, as «وهو ما» does.
_MATTER = normal("الأمر")
_SAYING = (CueKind.VERB, CueKind.PARTICIPLE)


def is_matter(flow: Flow, i: int) -> bool:
    """Whether «الأمر الذي» stands before token `i`: its clause is of what was said before it."""
    return i - 2 > flow.sentence_start(i) and flow.words[i - 1] == "الذي" and flow.words[i - 2] == _MATTER


def is_reading(flow: Flow, i: int, form: Form, offset: int) -> bool:
    """Turn away words that are only written like a cue."""
    text = flow.tokens[i].text[offset:]
    mention = flow.mention_at(i)
    if mention is not None and mention.span.start <= flow.tokens[i].span.start + offset:
        return False
    classes = function_words("ar")
    if flow.words[i][offset:] in classes["not_cue"] or flow.words[i] in classes["not_cue"]:
        return False
    if form.suffix and text.endswith("ة"):
        # «دعوة» is the noun, not «دعوه».
        return False
    if form.suffix and not form.cue.takes_object and flow.words[i - 1] not in _WHAT and not is_matter(flow, i):
        # «ما أكده», but not «أمله».
        return False
    if normal(form.cue.lemma) in classes["needs_hamza"] and not text.startswith("أ"):
        return False
    if form.cue.kind in _SAYING and i > flow.sentence_start(i) and not offset and not _stands_free(flow, i, form):
        return False
    # رأى and نفى are verbs, رأي and نفي nouns: the last letter tells them apart.
    return not (form.tense == "past" and not form.feminine and not form.plural and text.endswith("ي"))


def _stands_free(flow: Flow, i: int, form: Form) -> bool:
    """Whether what stands before lets the word be a verb or participle: no negation, preposition or governing noun."""
    classes = function_words("ar")
    before = flow.words[i - 1]
    governed = (
        is_word_class(flow, i - 1, "preposition") and before != "كما" and flow.words[i - 1] not in classes["joiner"]
    )
    if is_word_class(flow, i - 1, "negation") or governed:
        return False
    if form.tense == "present" and flow.tokens[i - 1].text == "أن":
        # «دون أن يذكر»، «قبل أن يعلن»: it is not told as said.
        return False
    if form.cue.kind is not CueKind.VERB:
        # «ثلاثون مقترحا» is a count of things.
        return not before.isdigit()
    return not _is_preposition(flow, i, form) and not _is_noun(flow, i, form)


def _is_preposition(flow: Flow, i: int, form: Form) -> bool:
    """Whether the word is rather the preposition written like it, عبر "across": no عن follows, no clause begins."""
    if flow.words[i] not in function_words("ar")["preposition"] or form.cue.joined:
        return False
    following = flow.words[i + 1] if i + 1 < len(flow) else ""
    resumed = following in function_words("ar")["resumptive"]
    return normal(following) not in form.cue.frames and not resumed and flow.tokens[i - 1].is_word


def _is_noun(flow: Flow, i: int, form: Form) -> bool:
    """Whether the word is rather the noun of saying after another noun: «ضرورة تمسك الأطراف»."""
    classes = function_words("ar")
    bare = form.tense == "past" and not form.feminine and not form.plural and not form.suffix
    if not bare or normal(form.cue.lemma) not in classes["noun_like"] or not flow.tokens[i - 1].is_word:
        return False
    joins = any(
        is_word_class(flow, i - 1, name) for name in ("joiner", "auxiliary", "relative", "subordinator", "adverb")
    )
    return not joins and flow.words[i - 1] != "ما" and flow.mention_of[i - 1] < 0 and not is_definite(flow, i - 1)


def is_held_of(flow: Flow, i: int, offset: int, frame: Frame, form: Form, *, headed: bool) -> bool:
    """Say whether the verb is nobody's saying: passive («الذي يعتقد أنه كان») or impersonal («وتبين أن»).

    `headed` if its subject stands before it in the same clause.
    """
    classes = function_words("ar")
    before = flow.words[i - 1] if i > flow.sentence_start(i) else ""
    if form.tense != "present":
        return False
    adjacent = frame.at == i + 1
    if before in classes["thing"] and not form.suffix and adjacent:
        # «ما يؤكد أن»، «مما يهدد بإثارة»: it is a fact that says so.
        return True
    if adjacent and flow.words[i][offset:] in classes["impersonal"]:
        return frame.name == THAT
    if not adjacent or flow.words[i] not in classes["held"]:
        return False
    # «الذي يعتقد أنه»، «كان يعتقد أن»، «انفجار يرجح أنه»
    if before in classes["relative"] or before in classes["auxiliary"]:
        return True
    first = headed or offset > 0 or i == flow.sentence_start(i)
    return not first and flow.words[frame.at] in classes["pronoun_complementiser"]
