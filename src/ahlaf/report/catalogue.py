"""The words of a report, in data files: messages with placeholders, plural forms, likelihoods and deeds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, get_args

from ahlaf.codebook import package_table

Lang = Literal["en", "ar"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)

# A message is one text, or one text for each plural category of the language (CLDR: zero, one, two, few, many, other).
Message = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What a probability below `below` is called in either language."""

    below: float
    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class Deed:
    """How a deed is said, with {party} and, where `with_object`, {object}; `en_many` is for several parties."""

    name: str
    with_object: bool
    en: str
    en_many: str
    ar: str


@cache
def messages(lang: Lang) -> Mapping[str, Message]:
    """Return every message of a language by its key, "section.name"."""
    text = (files("ahlaf.report") / f"messages_{lang}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return MappingProxyType({f"{section}.{name}": m for section, table in tables.items() for name, m in table.items()})


@cache
def likelihoods() -> tuple[Likelihood, ...]:
    """Return the words for probabilities in rising order (source: the header of `likelihood.csv`)."""
    rows = package_table("ahlaf.report", "likelihood.csv", ("below", "en", "ar"))
    return tuple(Likelihood(row.number("below", 0, 2), row["en"], row["ar"]) for row in rows)


@cache
def deeds() -> Mapping[tuple[str, bool], Deed]:
    """Return how every listed deed is said, by its name and whether an object goes with it."""
    rows = package_table("ahlaf.report", "deeds.csv", ("deed", "object", "en", "en_many", "ar"))
    listed = (Deed(row["deed"], row.flag("object"), row["en"], row["en_many"], row["ar"]) for row in rows)
    return MappingProxyType({(deed.name, deed.with_object): deed for deed in listed})


@cache
def names_with_article() -> frozenset[str]:
    """Return the English names that take "the" within a sentence (source: the header of `articles.csv`)."""
    return frozenset(row["name"] for row in package_table("ahlaf.report", "articles.csv", ("name",)))
