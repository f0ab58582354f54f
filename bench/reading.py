"""How fast and in how much memory are reports read?

    python bench/reading.py [--data DIR] [--reports N] [--whole]

DIR holds archives of SaudiNewsNet (JSON lists of articles with `content`, `title`, `date_extracted`). Speed is words
(between blanks) per CPU-second on one core, over N articles spread evenly through the archives; the peer in the same
run is Python's own tokenizer of the standard library at work on the same text (`re.findall` of words, counted), so the
ratio says how many times as long a thorough reading takes as a look at every word. Memory is the peak of a run of the
command over N and over 4 N articles: it must not grow with them. With --whole all articles are read over all cores.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ahlaf.model import Place, Report, ReportError
from ahlaf.reading import encode, read_report
from ahlaf.reading.records import parse_date

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "text" / "saudinewsnet"
REPORTS = 400
TOTAL = 31_030


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run of the command took: wall seconds, and the peak memory of all its processes together."""

    seconds: float
    megabytes: float


def articles(folder: Path, *, every: int = 1) -> Iterator[Report]:
    """Every so many articles of the archives, by their names."""
    number = 0
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                for row, held in enumerate(json.loads(archive.read(name))):
                    if held["content"].strip() and number % every == 0:
                        day = parse_date(held["date_extracted"], Place(file=name, row=row))
                        yield Report(f"{path.stem}-{row}", held["content"], "ar", day, held["url"], held["title"])
                    number += 1


def words_per_second(reports: list[Report]) -> tuple[float, float]:
    """Words per CPU-second of our reader and of a bare count of words."""
    words = sum(len(report.text.split()) for report in reports)
    read_report(reports[0])  # word lists are loaded once, and that is not what is timed
    start = time.process_time()
    for report in reports:
        try:
            encode(read_report(report))
        except ReportError:
            continue  # a caption without an article
    ours = time.process_time() - start
    start = time.process_time()
    counted: Counter[str] = Counter()
    for report in reports:
        counted.update(re.findall(r"\w+", report.text))
    return words / ours, words / (time.process_time() - start)


def run(reports: list[Report], jobs: int) -> Spent:
    """Run the command on the reports in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        with file.open("w", encoding="utf-8") as stream:
            for r in reports:
                record = {"id": r.id, "text": r.text, "lang": r.lang, "date": str(r.date), "title": r.title}
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        command = [sys.executable, "-m", "ahlaf.cli.main", "read", str(file), "--keep-going", "--jobs", str(jobs)]
        start = time.monotonic()
        child = subprocess.Popen([*command, "-o", str(Path(folder) / "out.jsonl")], stderr=subprocess.DEVNULL)
        peak = 0.0
        while child.poll() is None:
            peak = max(peak, _tree_megabytes(child.pid))
            time.sleep(0.05)
        wall = time.monotonic() - start
    return Spent(wall, peak)


def _tree_megabytes(pid: int) -> float:
    """Resident memory of a process and its children, from /proc; shared pages count once for each."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(_tree_megabytes(int(child)) for child in children)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    if not any(given.data.glob("*.zip")):
        print(f"no archives of articles at {given.data}: nothing measured", file=sys.stderr)
        return 0
    sample = list(articles(given.data, every=max(1, TOTAL // given.reports)))
    ours, peer = words_per_second(sample)
    print(f"{len(sample)} articles, one core: {ours:,.0f} words per CPU-second; counting words {peer:,.0f}", end="")
    print(f"; a reading takes {peer / ours:.0f} times as long as a count")
    few, many = sample, list(articles(given.data, every=max(1, TOTAL // (4 * given.reports))))
    for reports in (few, many):
        print(f"{len(reports)} articles, 2 processes: peak {run(reports, 2).megabytes:.0f} MiB")
    if given.whole:
        everything = list(articles(given.data))
        words = sum(len(report.text.split()) for report in everything)
        cores = len(os.sched_getaffinity(0))
        spent = run(everything, cores)
        print(f"{len(everything)} articles, {words:,} words, {cores} cores: {spent.seconds:.0f} s", end="")
        print(f", peak {spent.megabytes:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
