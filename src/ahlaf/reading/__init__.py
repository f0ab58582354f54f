"""Reading: from files to articles, mentions, statements and relations, and to JSON Lines and back."""

from ahlaf.reading.article import find_article
from ahlaf.reading.bulk import EncodedReading, encode_paths, read_paths
from ahlaf.reading.dates.find import FoundDate, find_dates
from ahlaf.reading.done import DoneLines
from ahlaf.reading.html import Page, make_page
from ahlaf.reading.intake import attempt_reports, iter_reports
from ahlaf.reading.output import SCHEMA, decode, encode, iter_readings
from ahlaf.reading.read import read_report
from ahlaf.reading.sources import reports_in
from ahlaf.reading.written import read_or_take

__all__ = [
    "SCHEMA",
    "DoneLines",
    "EncodedReading",
    "FoundDate",
    "Page",
    "attempt_reports",
    "decode",
    "encode",
    "encode_paths",
    "find_article",
    "find_dates",
    "iter_readings",
    "iter_reports",
    "make_page",
    "read_or_take",
    "read_paths",
    "read_report",
    "reports_in",
]
