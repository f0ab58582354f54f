"""Derives the forms of a reporting verb that reports use from the few that a person writes down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# The object pronouns that follow a verb of saying in reports: him, her, them (both numbers), me. «نا» is left out:
# after a past it is rather the subject (طلبنا).
_OBJECTS = ("ه", "ها", "هم", "هما", "ني")
_WEAK_ENDINGS = "ىايو"


@dataclass(frozen=True, slots=True)
class ArabicForm:
    """One written form: how it agrees, whether an object pronoun hangs on it, and its tense or "participle"."""

    text: str
    tense: str
    feminine: bool = False
    plural: bool = False
    suffix: bool = False


def arabic_forms(past: str, present: str, participle: str, *, with_objects: bool) -> Iterator[ArabicForm]:
    """Yield the third persons of both tenses, the first persons of the present, and the participle's accusatives.

    >>> [form.text for form in arabic_forms("دعا", "", "داعيا", with_objects=False)]
    ['دعا', 'دعت', 'دعوا', 'دعيا', 'دعتا', 'داعيا', 'داعية', 'داعين', 'داعيات', 'داعيين']
    """
    verbs = [*_past(past), *_present(present)]
    yield from verbs
    if with_objects:
        for form in verbs:
            base = _before_object(form.text)
            for pronoun in _OBJECTS:
                yield ArabicForm(base + pronoun, form.tense, form.feminine, form.plural, True)
    if participle:
        yield from _participle(participle)


def _past(past: str) -> Iterator[ArabicForm]:
    if not past:
        return
    weak = past[-1] in _WEAK_ENDINGS
    stem = past[:-1] if weak else past
    yield ArabicForm(past, "past")
    yield ArabicForm(stem + "ت", "past", feminine=True)
    yield ArabicForm(stem + "وا", "past", plural=True)
    yield ArabicForm(stem + ("يا" if weak else "ا"), "past", plural=True)
    yield ArabicForm(stem + "تا", "past", feminine=True, plural=True)


def _present(present: str) -> Iterator[ArabicForm]:
    if not present:
        return
    weak = present[-1] in _WEAK_ENDINGS
    stem = present[1:-1] if weak else present[1:]
    yield ArabicForm(present, "present")
    yield ArabicForm("ت" + present[1:], "present", feminine=True)
    yield ArabicForm("ي" + stem + "ون", "present", plural=True)
    yield ArabicForm("ي" + stem + "وا", "present", plural=True)
    yield ArabicForm("ي" + stem + ("يان" if weak else "ان"), "present", plural=True)


def _participle(accusative: str) -> Iterator[ArabicForm]:
    stem = accusative.removesuffix("ا")
    yield ArabicForm(accusative, "participle")
    yield ArabicForm(stem + "ة", "participle", feminine=True)
    yield ArabicForm(stem.removesuffix("ي") + "ين", "participle", plural=True)
    yield ArabicForm(stem + "ات", "participle", feminine=True, plural=True)
    yield ArabicForm(stem + "ين", "participle", plural=True)


def _before_object(form: str) -> str:
    """Return the form that an object pronoun follows: نفى → نفا, قالوا → قالو."""
    if form.endswith("وا"):
        return form[:-1]
    return form[:-1] + "ا" if form.endswith("ى") else form


def english_forms(forms: str) -> Iterator[tuple[str, str]]:
    """Yield each form of a verb given as "say says said saying" with its tense; particles follow after "+".

    Of five forms the fourth is the past participle, "perfect", which only stands with an auxiliary.
    Spellings of one form are parted by "/".

    >>> list(english_forms("point points pointed pointing + out"))[2]
    ('pointed out', 'past')
    """
    verb, _, particle = forms.partition("+")
    words = verb.split()
    tenses = ["base", "present", "past", "perfect", "participle"] if len(words) == 5 else _FOUR
    for written, tense in zip(words, tenses, strict=True):
        for word in written.split("/"):
            yield f"{word} {particle.strip()}".strip(), tense


_FOUR = ["base", "present", "past", "participle"]
