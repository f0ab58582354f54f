"""The article of a web page: its body, beside that of trafilatura alone on the same pages.

Two sets of pages. Three saved pages of Arabic news: the share whose body is found to the letter, line by line, and
whose day of publication is right; one body came with its page, the other was settled by reading it. And, where
AHLAF_ARTICLES names a copy of it, the benchmark of Zyte (github.com/scrapinghub/article-extraction-benchmark, 181
pages): its own measure, F1 over runs of four words, from the means of precision and recall over the pages. Pages are
halved by the order of their ids. The rows of trafilatura alone are measured in the same run, with its defaults.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gate.score import WHOLE, Score, f1, parts, ratio

NEEDS = "data/text/arabic-pages/*.html"
NAME = "article_body"
TARGET = 0.960
BENCHMARK = os.environ.get("AHLAF_ARTICLES")
_RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Body:
    """What a body should be: how many lines, and the SHA-256 of them, joined by line ends."""

    lines: int
    digest: str
    day: str


# The page of cnn is the same article as np_arabic, whose text stands beside it. The pull quote and the byline over
# assabah's article are no part of it.
_CNN = "a4b04100955501cd80822334c3ca5851151cb47180342784a79669ef043bd6c9"
ARABIC = {
    "assabah": Body(23, "a91013f72dfaa4704ac874475ec5c2747fb0b47994084680a169847470806f27", "2019-02-08"),
    "cnn": Body(7, _CNN, "2013-08-04"),
    "np_arabic": Body(7, _CNN, "2013-08-28"),
}


def measure(shared: Path) -> list[Score]:
    """Read the Arabic pages, and the benchmark where it is."""
    rows = list(_arabic(sorted(shared.glob(NEEDS))))
    if BENCHMARK and (folder := Path(BENCHMARK)).is_dir():
        rows += _benchmark(folder)
    return rows


def _arabic(pages: Iterable[Path]) -> Iterator[Score]:
    from ahlaf.reading import find_article, iter_reports

    bodies = days = count = 0
    for report in iter_reports([str(page) for page in pages]):
        wanted = ARABIC.get(report.id)
        if wanted is None:
            continue
        article = find_article(report)
        lines = [span.of(report.text) for span in article.body]
        bodies += Body(len(lines), digest(lines), str(article.date)) == wanted
        days += str(article.date) == wanted.day
        count += 1
    yield Score(NAME, WHOLE, "Arabic pages, body exact", ratio(bodies, count), count=count, target=1.0)
    yield Score(NAME, WHOLE, "Arabic pages, day", ratio(days, count), count=count, target=1.0)


def digest(lines: Iterable[str]) -> str:
    """Return what stands for lines that may not be shipped."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _benchmark(folder: Path) -> Iterator[Score]:
    gold = {k: v.get("articleBody", "") for k, v in json.loads((folder / "ground-truth.json").read_text()).items()}
    ids = sorted(gold)
    sources = {
        i: gzip.decompress((folder / "html" / f"{i}.html.gz").read_bytes()).decode("utf-8", "replace") for i in ids
    }
    for part, chosen in parts(len(ids)).items():
        for row, read in (("body F1", ours), ("trafilatura alone, body F1", alone)):
            shares = [overlap(gold[i], read(sources[i])) for i in ids[chosen]]
            precision = ratio(sum(p for p, _ in shares), len(shares))
            recall = ratio(sum(r for _, r in shares), len(shares))
            target = TARGET if read is ours else None
            yield Score(NAME, part, row, f1(precision, recall), precision, recall, len(shares), target)


def ours(source: str) -> str:
    """Return the body that we find in a page, "" if none."""
    from ahlaf.model import ReportError
    from ahlaf.reading import find_article, make_page

    page = make_page("page", source)
    try:
        return "\n".join(span.of(page.text) for span in find_article(page).body)
    except ReportError:
        return ""


def alone(source: str) -> str:
    """Return what trafilatura by itself holds to be the article."""
    import trafilatura

    return trafilatura.extract(source) or ""


def overlap(gold: str, found: str) -> tuple[float, float]:
    """Return the precision and recall of runs of four words."""
    a, b = _runs(gold), _runs(found)
    shared = sum((a & b).values())
    return ratio(shared, b.total()) if b else float(not a), ratio(shared, a.total()) if a else float(not b)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    runs = (tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))
    return Counter(run for run in runs if run)
