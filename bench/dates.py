"""Days in Arabic and English expressions of time, beside dateparser on the same list, in one run.

    python bench/dates.py

The list is `tests/reading/date_expressions.csv`. dateparser gives days only, so only expressions that mean one day are
put to it: it is right if either reading the whole expression or searching it for dates gives that day.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from gate.score import parts
from gate.sets.dates import FOLDER, LANGUAGES, Expression, expressions, read


def theirs(expression: Expression) -> set[date]:
    """Return the days that dateparser gives, by itself and in a search."""
    import dateparser
    from dateparser.search import search_dates

    base = datetime(expression.on.year, expression.on.month, expression.on.day)
    settings: Any = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY" if expression.lang == "ar" else "MDY"}
    whole = dateparser.parse(expression.text, languages=[expression.lang], settings=settings)
    searched = search_dates(expression.text, languages=[expression.lang], settings=settings) or []
    return {found.date() for found in [whole, *(found for _, found in searched)] if found}


def main() -> None:
    if importlib.util.find_spec("dateparser") is None:
        print("dateparser is not installed: pip install dateparser")
        return
    print(f"{'part':<10} {'language':<8} {'days':>5} {'ours':>6} {'dateparser':>10}   seconds of each")
    listed = expressions(FOLDER)
    for part, chosen in parts(len(listed)).items():
        for lang, language in LANGUAGES.items():
            days = [(e, e.days) for e in listed[chosen] if e.lang == lang and e.days and e.days[0] == e.days[1]]
            start = time.process_time()
            ours = sum(read(e) == [meant] for e, meant in days)
            between = time.process_time()
            others = sum(meant[0] in theirs(e) for e, meant in days)
            seconds = f"{between - start:.3f} {time.process_time() - between:.3f}"
            n = len(days)
            print(f"{part:<10} {language:<8} {n:>5} {ours / n:>6.3f} {others / n:>10.3f}   {seconds}")


if __name__ == "__main__":
    main()
