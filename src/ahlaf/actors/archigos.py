"""Archigos: the leaders of all states with the days on which they entered and left office."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ahlaf.actors.gazetteer import gazetteer
from ahlaf.actors.persons import Person, Term
from ahlaf.model import InputError, Place

_COLUMNS = ("obsid", "gwcode", "leader", "startdate", "enddate")


def load_archigos(path: Path | str) -> tuple[Person, ...]:
    """Return the leaders of an Archigos file as persons, each with the terms in which they led their state.

    The file has at least the columns obsid, gwcode, leader, startdate, enddate. A leader is named by surname in
    English only, so the name counts only after a fuller one has been given. Leaders of states that are gone
    (Bavaria, Tibet) are left out. Raises InputError where the file or a row breaks this form.
    Source: Goemans, Gleditsch & Chiozza (2009), "Introducing Archigos: A Dataset of Political Leaders".
    """
    terms: dict[tuple[str, str], list[Term]] = {}
    for name, term in _leaders(Path(path)):
        terms.setdefault((name, term.actor), []).append(term)
    return tuple(
        Person(f"{name} ({actor})", (), (name,), False, tuple(sorted(served, key=lambda t: t.start or date.min)))
        for (name, actor), served in terms.items()
    )


def _leaders(path: Path) -> Iterator[tuple[str, Term]]:
    states = gazetteer().state_numbers
    try:
        file = path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise InputError(
            f"cannot open the Archigos file: {error.strerror}", place=Place(file=str(path)), remedy="check the path"
        ) from error
    with file:
        reader = csv.DictReader(file)
        missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise InputError(
                f"no column {', '.join(missing)}",
                place=Place(file=str(path), row=1),
                expected=f"an Archigos table with the columns {', '.join(_COLUMNS)}",
                remedy="export Archigos as comma-separated text with its header",
            )
        for number, row in enumerate(reader, 2):
            try:
                state = states.get(int(float(row["gwcode"])))
                start, end = (date.fromisoformat(row[column][:10]) for column in ("startdate", "enddate"))
            except (TypeError, ValueError) as error:
                raise InputError(
                    f"not an Archigos row: {error}",
                    place=Place(file=str(path), row=number),
                    expected="a number in gwcode and dates as 2011-01-31 in startdate and enddate",
                    remedy="mend or leave out the row",
                ) from error
            if state is not None:
                yield row["leader"], Term(state, "leader", start, end)
