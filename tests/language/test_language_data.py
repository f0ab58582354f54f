"""The word lists of the language layer keep their form."""

from __future__ import annotations

from ahlaf.codebook import package_table
from ahlaf.language import normal
from ahlaf.language.languages import function_words
from ahlaf.language.sentences import Follower, abbreviations


def test_abbreviations() -> None:
    rows = list(package_table("ahlaf.language", "abbreviations.csv", ("lang", "abbreviation", "before")))
    for row in rows:
        assert row["lang"] in {"ar", "en"}
        assert row["abbreviation"]
        assert not row["abbreviation"].endswith(".")
        Follower(row["before"])
    assert len({normal(row["abbreviation"]) for row in rows}) == len(abbreviations())


def test_function_words() -> None:
    rows = list(package_table("ahlaf.language", "function_words.csv", ("lang", "script", "words")))
    assert {"ar", "en"} <= {row["lang"] for row in rows}
    for row in rows:
        assert row["script"] in {"arabic", "latin"}
        assert len(row["words"].split()) >= 15
    assert all(word == normal(word) for words in function_words().values() for word in words)
