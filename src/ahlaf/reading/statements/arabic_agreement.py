"""Agreement in Arabic: what the ending and the gender of a phrase after a verb say of it, subject or object."""

from __future__ import annotations

from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_PLURAL = frozenset({"demonym", "members", "customary name"})
_PEOPLE = frozenset({"demonym", "members"})


def is_spoken_to(flow: Flow, phrase: Phrase, form: Form) -> bool:
    """Say whether the only phrase after a verb («دعت الحوثيين إلى») is its object: the one spoken to.

    It is where it stands in the accusative, disagrees with the verb, or is a group that one speaks to
    («المجتمع الدولي»).
    """
    if phrase.empty:
        return False
    if flow.words[phrase.start] in function_words("ar")["addressed_group"] or _is_accusative(flow, phrase.start):
        return True
    feminine = gender(flow, phrase.start)
    return feminine is not None and not form.plural and feminine != form.feminine


def agree(one: Form, other: Form) -> bool:
    """Say whether two verbs may have one subject, by their gender; a plural says nothing."""
    return one.plural or other.plural or one.feminine == other.feminine


def _is_accusative(flow: Flow, i: int) -> bool:
    """Whether token `i` is a sound masculine plural or a dual in the accusative: الحوثيين، الجانبين."""
    word = flow.words[i]
    if not word.startswith("ال") or not word.endswith("ين") or word in function_words("ar")["title"]:
        return False
    mention = flow.mention_at(i)
    return mention is None or mention.rule in _PEOPLE


def is_several(flow: Flow, i: int) -> bool:
    """Say whether token `i` is a sound masculine plural or a dual: الانفصاليون، الجانبين."""
    word = flow.words[i]
    if not word.startswith("ال") or not word.endswith(("ون", "ين", "ان")) or word in function_words("ar")["title"]:
        return False
    mention = flow.mention_at(i)
    return (mention is None and word.endswith(("ون", "ين"))) or (mention is not None and mention.rule in _PLURAL)


def gender(flow: Flow, i: int) -> bool | None:
    """Say whether the noun at token `i` is feminine (true) or masculine (false), None where it does not show."""
    classes = function_words("ar")
    word = flow.words[i]
    if word in classes["masculine_name"]:
        return False
    if word in classes["title"]:
        return flow.tokens[i].text.endswith("ة")
    mention = flow.mention_at(i)
    if mention is None:
        return True if flow.tokens[i].text.endswith("ة") and flow.words[i].startswith("ال") else None
    place = mention.actor not in flow.groups and mention.person is None and mention.rule in ("name", "capital")
    return True if place else None
