"""Whose deed an Arabic verb tells: subjects after it, before it, dropped, in relative clauses."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_parse import Parse, Subject, preposition
from ahlaf.reading.relations.arabic_words import proclitics
from ahlaf.reading.relations.discourse import content_start, real, speaker_at
from ahlaf.reading.relations.groups import chain, chain_ending
from ahlaf.reading.relations.lexicon import words

_DONE_BY_DEEDS = {RelationType.ASSAULT, RelationType.COERCE, RelationType.THREATEN}
_REACH = 9  # words between a verb and its subject
_ANTECEDENT_REACH = 5
_TITLE_REACH = 25  # the same where a title begins that may run on («معالي المستشار في الديوان الملكي ...»)
_MEMBERS = 5
_PARENTHESIS = 30  # words that may stand between two commas between a subject and its verb
_UNKNOWN = Subject(known=False)


def subject(p: Parse, i: int) -> Subject:
    """Return the subject of the verb at token `i`."""
    found = p.subjects.get(i)
    if found is None:
        p.subjects[i] = Subject(last=i)  # whoever asks while it is being found gets nobody
        found = p.subjects[i] = _find(p, i)
    return found


def _find(p: Parse, i: int) -> Subject:
    scene, reading = p.scene, p.chosen[i]
    cue = scene.cue[i]
    if cue is not None and (cue.speaker_actor or cue.speaker is not None):
        if not cue.speaker_actor:
            return _UNKNOWN
        last = i
        if cue.speaker is not None and cue.speaker.start > cue.cue.start:
            last = max((j for j, t in enumerate(scene.tokens) if t.span.overlaps(cue.speaker)), default=i)
        return Subject((cue.speaker_actor,), last, "the speaker")
    if (reading is not None and reading.first_person) or p.word(i - 1) in words("ar")["we"]:
        speaker = speaker_at(scene, i)
        return Subject((speaker,) if speaker else (), i, "first person: the speaker")
    if (described := relative_before(p, i)) is not None:
        return _relative(p, i, described)
    if p.word(i - 1) in words("ar")["pronoun"]:
        return Subject(carried(p, i), i, "pronoun subject")
    before = _before(p, i)
    if before is not None and not p.joined(i):
        return Subject(chain_ending(scene, before), i, "subject before verb")
    after = first_free_after(p, i)
    if after is not None:
        actors, last = chain(scene, after)
        return Subject(tuple(a for a in actors if a[0] != "@"), scene.phrases[last].last, "verb before subject")
    if (members := _members(p, i)) is not None:
        return members
    if _common_subject(p, i, roles=True) or p.lemmas_in(i, "impersonal") or _common_before(p, i):
        return _UNKNOWN
    return Subject(carried(p, i), i, "dropped subject")


def relative_before(p: Parse, i: int) -> int | None:
    """The token that a relative clause with the verb at `i` follows: its pronoun, or the noun where it has none."""
    known = words("ar")
    for j in range(i - 1, max(-1, i - 4), -1):
        word = p.word(j)
        if word in known["relative"] and word.startswith(("ال", "الل")):
            return j
        if word not in known["negation"] and word not in known["verb_particle"]:
            break
    reading = p.chosen[i]
    resumed = (reading is not None and reading.pronoun) or resumes(p, i + 1)
    if i and resumed and not p.joined(i) and p.scene.cue[i] is None:
        noun = p.chosen[i - 1]
        if noun is not None and not noun.verb and not noun.article and not noun.pronoun:
            return i  # «زيارة يقوم بها»: an indefinite noun takes no pronoun
        left = p.scene.tokens[i - 1]
        bare = noun is None and p.covered[i - 1] < 0 and left.text.endswith("ة") and not left.text.startswith("ال")
        if bare and not preposition(left.normal):
            return i  # «أزمة يواجهها»
    return None


def resumes(p: Parse, i: int) -> bool:
    """Whether token `i` is a preposition with a pronoun that takes a relative's noun up again («أدلى بها»)."""
    return any(ph.start == i and ph.prep and ph.anaphor and ph.first == ph.last for ph in p.phrases) or (
        p.word(i) in words("ar")["resumptive"]
    )


def _relative(p: Parse, i: int, at: int) -> Subject:
    reading = p.chosen[i]
    described = antecedent(p, at)
    if (reading is not None and reading.pronoun) or resumes(p, i + 1):
        after = first_free_after(p, i)
        if after is not None:
            actors, last = chain(p.scene, after)
            named = tuple(a for a in actors if a[0] != "@")
            return Subject(named, p.phrases[last].last, "relative clause, verb before subject", described)
        if (members := _members(p, i)) is not None:
            return Subject(members.actors, members.last, members.rule, described)
        if _common_subject(p, i, roles=True) or at == i:
            return Subject(known=False, objects=described)
        return Subject(carried(p, at), i, "relative clause, dropped subject", described)
    if p.word(at - 1) in words("ar")["moment"]:
        after = first_free_after(p, i)  # «في الوقت الذي أجرت طالبان»: nothing is described
        if after is not None:
            actors, last = chain(p.scene, after)
            return Subject(tuple(a for a in actors if a[0] != "@"), p.phrases[last].last, "verb before subject")
    return Subject(described, i, "relative clause: the noun it describes", known=bool(described))


def antecedent(p: Parse, i: int) -> tuple[str, ...]:
    """The actors right before token `i`, whom a relative clause that begins there describes."""
    for k in range(len(p.phrases) - 1, -1, -1):
        phrase = p.phrases[k]
        if phrase.last < i and not phrase.anaphor:
            if i - phrase.last > _ANTECEDENT_REACH + 1 or (
                phrase.noun >= 0 and not phrase.asset and _deed_is_meant(p, k, i)
            ):
                return ()
            near = all(not p.verb[j] and not preposition(p.scene.tokens[j].normal) for j in range(phrase.last + 1, i))
            return chain_ending(p.scene, k) if near else ()
    return ()


def _deed_is_meant(p: Parse, k: int, i: int) -> bool:
    """Whether «الغارات الروسية التي» describes the strikes rather than the Russians: the name is an adjective."""
    return p.phrases[k].adjective


def first_free_after(p: Parse, i: int) -> int | None:
    """The first phrase after token `i` that nothing governs, before any other clause begins."""
    titled = p.word(i + 1) in words("ar")["role"]
    for k, phrase in enumerate(p.phrases):
        if phrase.first <= i:
            continue
        if (
            phrase.first - i > (_TITLE_REACH if titled else _REACH)
            or p.closed(i, phrase.first)
            or p.commas(i, phrase.first) % 2
        ):
            return None
        if p.free(phrase) and not phrase.asset:
            return None if _common_subject(p, i) else k
        if phrase.noun == i + 1 and _does(p, i, phrase.noun):
            return k  # «استهدفت الغارات الإسرائيلية»: whose strikes they are, hits
    return None


def _does(p: Parse, i: int, noun: int) -> bool:
    """Whether the noun right behind the verb at `i` can stand for its owner: it is their strikes that hit."""
    verb, reading = p.chosen[i], p.chosen[noun]
    if verb is None or reading is None or verb.pronoun:
        return False
    told = any(e.type in _DONE_BY_DEEDS for e in verb.entries) or p.lemma_in(i, "result")
    return told and any(e.event or e.type is RelationType.ASSAULT for e in reading.entries)


def _members(p: Parse, i: int) -> Subject | None:
    """Whose people they are that follow the verb as its subject: «شنه مسلحون ينتمون لحزب العمال»."""
    for j in range(i + 1, min(i + _MEMBERS, len(p.scene.tokens))):
        if p.hard[j] or p.comma(j):
            return None
        if p.word(j) in words("ar")["belong"]:
            for k, phrase in enumerate(p.phrases):
                if j < phrase.first <= j + 2 and phrase.prep in ("ل", "الي"):
                    return Subject(p.actors(k), phrase.last, "people of theirs")
    return None


def _common_before(p: Parse, i: int) -> bool:
    """Whether a common noun that names nobody opens the clause before its verb («أن الاتفاق يهدف إلى»)."""
    for j in range(i - 1, max(-1, i - _REACH), -1):
        if p.scene.inner[j] is not p.scene.inner[i] or p.verb[j]:
            return False
        if p.hard[j]:
            first = j + 1
            token = p.scene.tokens[first]
            named = p.covered[first] >= 0 or not token.is_word or p.relative[first]
            return first < i and not named and not preposition(token.normal)
    return False


def _common_subject(p: Parse, i: int, *, roles: bool = False) -> bool:
    """Whether a common noun that names nobody follows the verb at `i` as its subject («نفذ مسلحون»).

    With `roles` a title or the like counts as one, since nobody was found to bear it.
    """
    known = words("ar")
    if resumes(p, i + 1) and i + 2 < len(p.scene.tokens):
        word = p.scene.tokens[i + 2]
        return p.covered[i + 2] < 0 and word.is_word and not preposition(word.normal) and not p.verb[i + 2]
    if p.joined(i) and not roles:
        return False
    j = i + 1
    while j < len(p.scene.tokens) and (p.word(j) in known["adverb"] or resumes(p, j) or not p.scene.tokens[j].is_word):
        if p.text(j) in "،,:؛." or p.hard[j]:
            return False
        j += 1
    if j >= len(p.scene.tokens) or p.covered[j] >= 0 or p.verb[j] or p.hard[j] or p.relative[j]:
        return False
    token = p.scene.tokens[j]
    if p.word(j) in known["role"]:
        return roles and not token.normal.startswith("ال")
    if p.joined(i) or preposition(token.normal) or p.chosen[j] is not None or token.text[0].isdigit():
        return False
    # The accusative's alif marks an object: «اتخذت خطوات» is either, «اتخذت قرارا» has its subject elsewhere.
    return not (token.text.rstrip("ً").endswith("ا") and not token.normal.startswith("ال"))


def _before(p: Parse, i: int) -> int | None:
    """The free phrase before the verb at `i` in its clause; a parenthesis between commas is passed over."""
    end = i
    if p.comma(i - 1):
        opened = next((c for c in range(i - 2, max(-1, i - _PARENTHESIS), -1) if p.comma(c)), None)
        if opened is None:
            return None
        opener = p.scene.tokens[opened + 1].normal
        if not (p.relative[opened + 1] or preposition(opener) or p.word(opened + 1) in words("ar")["adverb"]):
            return None
        end = opened
    for k in range(len(p.phrases) - 1, -1, -1):
        phrase = p.phrases[k]
        if phrase.last >= end:
            continue
        if p.closed(phrase.last, end) or end - phrase.last > _REACH or p.commas(phrase.last, end):
            return None
        if p.scene.inner[phrase.start] is not p.scene.inner[i]:
            return None
        if p.free(phrase):
            return k
    return None


def carried(p: Parse, i: int, *, beyond: bool = True) -> tuple[str, ...]:
    """Who is meant by a dropped subject or a pronoun at token `i`.

    The subject of the verb before it on the same level of speech; else the free noun phrase before it; else who
    speaks; else, with `beyond`, the text's topic.
    """
    scene = p.scene
    statement = scene.inner[i]
    floor = content_start(scene, statement) if statement else 0
    free: tuple[str, ...] = ()
    for j in range(i - 1, floor - 1, -1):
        if scene.inner[j] is not statement:
            continue
        k = p.covered[j]
        if k >= 0 and not free and p.phrases[k].last == j and not p.phrases[k].anaphor:
            phrase = p.phrases[k]
            if acts(p, k):
                return real(phrase)
            if p.free(phrase):
                free = chain_ending(scene, k)
        if p.verb[j] and not p.lemmas_in(j, "impersonal"):
            if relative_before(p, j) is not None:
                continue
            found = subject(p, j)
            if found.actors and found.last < i:
                return found.actors
            if not found.known and not free:
                return ()
        if free and p.hard[j]:
            return free
    if free:
        return free
    if statement:
        return (statement.speaker_actor,) if statement.speaker_actor else ()
    for j in range(i - 1, -1, -1):
        cue = scene.cue[j]
        if cue is not None and cue.speaker_actor:
            return (cue.speaker_actor,)
    return p.discourse.topic if beyond else ()


def acts(p: Parse, k: int) -> bool:
    """Whether phrase `k` owns a noun of action («دور روسيا في دعم», «بدخول تركيا»)."""
    phrase = p.phrases[k]
    if phrase.noun < 0 and phrase.start == phrase.first:
        return False
    known = words("ar")["action"]
    heads = [phrase.noun] if phrase.noun >= 0 else list(range(phrase.first, phrase.start))
    return any(proclitics(p.scene.tokens[h].normal)[3].removeprefix("ال") in known for h in heads)


def possessor(p: Parse, i: int) -> tuple[str, ...]:
    """Who is meant by a possessive pronoun at token `i`: the name right before it, else the subject."""
    for phrase in p.phrases:
        if phrase.last == i - 1 and not phrase.anaphor and (p.joined(i) or p.free(phrase)):
            return real(phrase)
        if phrase.last == i - 2 and not phrase.anaphor and p.word(i - 1) in words("ar")["preposition"]:
            return real(phrase)  # «القوات العراقية في حربها»
    return carried(p, i)
