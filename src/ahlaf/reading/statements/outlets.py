"""News outlets: who passed on what others said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ahlaf.language import normal
from ahlaf.reading.statements.flow import MARKS, Flow
from ahlaf.reading.statements.tables import read_table
from ahlaf.reading.statements.words import function_words

_DATELINE_REACH = 6
_PHRASE_REACH = 8
_DASHES = frozenset("-–—:/")
_STOPS = frozenset(",،.:")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet at tokens [start, end), by its short name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    nouns: dict[str, frozenset[str]]


@cache
def _table(lang: str) -> _Table:
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, english, arabic in read_table("statement_outlets.csv", ("id", "en", "ar")):
        for form in (arabic if lang == "ar" else english).split("|"):
            words = tuple(normal(word) for word in form.replace(".", " . ").split())
            if words:
                names.setdefault(words[0], []).append((words, name))
    rows = read_table("statement_outlet_words.csv", ("lang", "word", "needs"))
    nouns = {
        normal(word): frozenset(normal(need) for need in needs.split("|") if need)
        for row_lang, word, needs in rows
        if row_lang == lang
    }
    return _Table({word: tuple(sorted(forms, key=lambda f: -len(f[0]))) for word, forms in names.items()}, nouns)


def find_outlets(flow: Flow, lang: str) -> tuple[Outlet, ...]:
    """Return the outlets named in the document, in order: known names, and «وكالة» and its like with what follows."""
    table = _table(lang)
    found: list[Outlet] = []
    until = 0
    for i, word in enumerate(flow.words):
        if i < until:
            continue
        outlet = None
        bare = word[1:] if lang == "ar" and word[0] in "وفبل" and word[1:] in table.nouns else word
        if flow.mention_of[i] >= 0:
            continue
        if bare in table.nouns:
            outlet = _announced(flow, i, table, table.nouns[bare])
        elif word in table.names:
            outlet = _named(flow, i, table, lang)
        if outlet is not None:
            found.append(outlet)
            until = outlet.end
    return tuple(found)


def _named(flow: Flow, i: int, table: _Table, lang: str) -> Outlet | None:
    """A known name by itself; a single Arabic word only in marks or in a dateline, for most are common words."""
    for words, name in table.names[flow.words[i]]:
        end = i + len(words)
        if flow.words[i:end] != words:
            continue
        marked = i > 0 and flow.words[i - 1] in MARKS
        dateline = i - flow.sentence_start(i) < _DATELINE_REACH and end < len(flow) and flow.words[end] in _DASHES
        before = flow.words[i - 1] if i else ""
        source = lang == "ar" and before in function_words(lang)["source_before"]
        proper = source or (lang == "en" and flow.tokens[i].text[0].isupper())
        if (len(words) > 1 and lang == "ar") or marked or (dateline and i == 0) or proper:
            return Outlet(i, end, name)
    return None


def _announced(flow: Flow, i: int, table: _Table, needs: frozenset[str]) -> Outlet | None:
    """An outlet that its common noun announces: its known name within the phrase, else the quoted one as written."""
    limit = min(flow.sentence_end(i), i + _PHRASE_REACH)
    classes = function_words(flow.lang)
    bounds = classes["preposition"] | classes.get("complementiser", frozenset())
    for j in range(i, limit):
        for words, name in table.names.get(flow.words[j], ()):
            if flow.words[j : j + len(words)] == words:
                return Outlet(i, j + len(words), name)
        if flow.words[j] in _STOPS or (j > i and flow.words[j] in bounds):
            break
        closed = flow.quotation_closed_by(j)
        if closed is not None and closed[1] > closed[0] + 1 and closed[1] - closed[0] < 6:
            inner = flow.span(closed[0] + 1, closed[1])
            known = table.names.get(flow.words[j + 1], ())
            name = next((n for w, n in known if flow.words[j + 1 : j + 1 + len(w)] == w), inner.of(flow.text))
            return Outlet(i, closed[1] + 1, name)
    if flow.lang == "ar" and i + 1 < limit and not flow.tokens[i + 1].is_word and flow.words[i + 1] not in _STOPS:
        # Its name follows in marks that do not pair: قناة ‘إن تي في”.
        return Outlet(i, i + 1, flow.span(i, i + 1).of(flow.text))
    source = flow.lang == "ar" and i > 0 and flow.words[i - 1] in classes["source_before"]
    if needs and not source and needs.isdisjoint(flow.words[i + 1 : i + 6]):
        return None
    end = i + 1
    while end < limit and (flow.words[end].startswith("ال") or flow.words[end] in needs):
        end += 1
    return Outlet(i, end, flow.span(i, end).of(flow.text))


def dateline(flow: Flow, outlets: tuple[Outlet, ...]) -> str | None:
    """Return the outlet of the document's dateline («واس - الرياض:»), if it has one."""
    if not outlets or outlets[0].start >= _DATELINE_REACH or outlets[0].end >= len(flow):
        return None
    return outlets[0].name if flow.words[outlets[0].end] in _DASHES and outlets[0].start == 0 else None
