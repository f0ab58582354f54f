"""Which rows of the reader's lexicons never fire on a set of reports?

    python bench/lexicon_use.py PATH... [--rows]

Reads the reports at PATH (whatever `ahlaf read` takes) and looks which row made each statement and relation, and who
was mentioned. Prints, for each lexicon, how many rows it has and how many never fired; with --rows also those rows,
one a line, with the line of the file. A row that never fires on large corpora of both languages is rare, or wrong.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain

from ahlaf.codebook import Row, package_table
from ahlaf.language import normal
from ahlaf.model import Reading, Report, ReportError
from ahlaf.reading import attempt_reports, read_report

_SPLIT = re.compile(r"[|;/]")
_CHUNK = 64


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A lexicon whose rows make things of one layer in one language; `columns` hold the words that name a row."""

    package: str
    file: str
    layer: str
    columns: tuple[str, ...]
    by_blanks: bool = False

    def rows(self) -> Iterator[Row]:
        """Yield its rows."""
        yield from package_table(self.package, f"data/{self.file}", self.columns)

    def keys(self, row: Row) -> Iterator[str]:
        """Yield every word by which things found may name the row."""
        for column in self.columns:
            for cell in _SPLIT.split(row[column]):
                yield from map(normal, cell.split() if self.by_blanks else [cell.strip()])


LEXICONS = (
    Lexicon("ahlaf.actors", "states.csv", "actor", ("id",)),
    Lexicon("ahlaf.actors", "groups.csv", "actor", ("id",)),
    Lexicon("ahlaf.actors", "persons.csv", "person", ("name_en",)),
    Lexicon("ahlaf.reading", "statement_cues_ar.csv", "statement ar", ("lemma",)),
    Lexicon("ahlaf.reading", "statement_phrases_ar.csv", "statement ar", ("form",)),
    Lexicon("ahlaf.reading", "statement_cues_en.csv", "statement en", ("lemma",)),
    Lexicon("ahlaf.reading", "statement_nouns_en.csv", "statement en", ("noun",)),
    Lexicon("ahlaf.reading", "statement_adjectives_en.csv", "statement en", ("adjectives",), by_blanks=True),
    Lexicon("ahlaf.reading", "statement_phrases_en.csv", "statement en", ("form",)),
    Lexicon("ahlaf.reading", "relation_families_ar.csv", "relation ar", ("verb", "nouns", "adjectives")),
    Lexicon("ahlaf.reading", "relation_verbs_en.csv", "relation en", ("verbs",)),
    Lexicon("ahlaf.reading", "relation_nouns_en.csv", "relation en", ("forms",)),
)


def fired(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield (layer, word that names the row) for everything found in a report."""
    lang = reading.report.lang
    for mention in reading.mentions:
        yield "actor", normal(mention.actor)
        if mention.person:
            yield "person", normal(mention.person)
    for statement in chain(reading.statements, reading.attitudes):
        yield f"statement {lang}", normal(statement.rule.partition(":")[0])
    for relation in reading.relations:
        yield f"relation {lang}", normal(relation.rule.partition(":")[0])


def _fired(reports: list[Report]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for report in reports:
        try:
            counts.update(fired(read_report(report)))
        except ReportError:
            continue
    return counts


def count(paths: list[str]) -> Counter[tuple[str, str]]:
    """How often each row fired on the reports at `paths`."""
    total: Counter[tuple[str, str]] = Counter()
    chunk: list[Report] = []
    with ProcessPoolExecutor(max_workers=len(os.sched_getaffinity(0))) as pool:
        waiting = []
        for found in attempt_reports(paths):
            if isinstance(found, Report):
                chunk.append(found)
            if len(chunk) == _CHUNK:
                waiting.append(pool.submit(_fired, chunk))
                chunk = []
        for done in (*waiting, pool.submit(_fired, chunk)):
            total.update(done.result())
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rows", action="store_true")
    given = parser.parse_args()
    seen = count(given.paths)
    for lexicon in LEXICONS:
        rows = list(lexicon.rows())
        never = [row for row in rows if not any((lexicon.layer, key) in seen for key in lexicon.keys(row))]
        print(f"{lexicon.file:<28} {len(rows):5} rows, {len(never):5} never fired")
        for row in never if given.rows else ():
            print(f"  {lexicon.file}:{row.line}: {row[lexicon.columns[0]]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
