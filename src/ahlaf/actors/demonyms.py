"""The forms of a demonym: روسي, الروسية, الروسيين, the Russians."""

from __future__ import annotations

from collections.abc import Iterator

# Endings on the masculine singular in ي, which is itself the first: (ending, whether the form is a plural).
_ENDINGS = (
    ("", False),
    ("ة", False),
    ("ا", False),
    ("تين", False),
    ("تان", False),
    ("ان", False),
    ("ون", True),
    ("ين", True),
    ("ات", True),
)
_NO_PLURAL = ("ese", "ish", "ch", "ss", "sh")


def arabic_forms(nisba: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms of a masculine singular nisba with and without article, and whether each is a plural.

    A nisba of two words bends in both: كوري جنوبي, الكورية الجنوبية.

    >>> ("الروسية", False) in set(arabic_forms("روسي"))
    True
    """
    words = nisba.split(" ")
    for ending, plural in _ENDINGS:
        bent = [word + ending if word.endswith("ي") else word for word in words]
        yield " ".join(bent), plural
        yield " ".join("ال" + word if word.endswith("ي" + ending) else word for word in bent), plural


def english_forms(demonym: str) -> Iterator[tuple[str, bool]]:
    """Yield an English demonym and its plural where it takes an s.

    >>> list(english_forms("Iraqi"))
    [('Iraqi', False), ('Iraqis', True)]
    """
    yield demonym, False
    if not demonym.endswith(_NO_PLURAL):
        yield demonym + "s", True
