"""The loader of Archigos."""

from datetime import date
from pathlib import Path

import pytest

from ahlaf.actors import gazetteer, load_archigos
from ahlaf.model import InputError

SHARED = Path(__file__).resolve().parents[3] / "shared"
HEADER = "obsid,gwcode,leadid,leader,startdate,enddate\n"


def test_leaders_come_with_their_state_and_terms(tmp_path: Path) -> None:
    file = tmp_path / "leaders.csv"
    file.write_text(
        HEADER
        + "A-1,365.0,x,Ruler,2001-01-02,2004-05-06\n"
        + "A-2,365.0,y,Ruler,2008-01-01,2010-01-01\n"
        + "B-1,245.0,z,Old,1848-01-01,1864-01-01\n",
        encoding="utf-8",
    )
    (leader,) = load_archigos(file)
    assert leader.short == ("Ruler",)
    assert [(term.actor, term.start) for term in leader.terms] == [
        ("RUS", date(2001, 1, 2)),
        ("RUS", date(2008, 1, 1)),
    ]
    assert gazetteer().with_persons([leader]).resolve("Ruler", on=date(2009, 1, 1)).actor == "RUS"


@pytest.mark.parametrize(
    ("text", "part"),
    [("obsid,leader\n", "gwcode"), (HEADER + "A-1,two,x,Ruler,2001-01-02,2004-05-06\n", "row 2")],
)
def test_a_file_that_is_not_archigos_is_refused_with_its_place(tmp_path: Path, text: str, part: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=part):
        load_archigos(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot open"):
        load_archigos(tmp_path / "none.csv")


@pytest.mark.skipif(not (SHARED / "data" / "actors").exists(), reason="shared data not present")
def test_the_whole_of_archigos_loads() -> None:
    leaders = load_archigos(SHARED / "data" / "actors" / "archigos_leaders.csv")
    assert len(leaders) > 2000
    larger = gazetteer().with_persons(leaders)
    assert larger.resolve("Brezhnev", on=date(1970, 1, 1)).actor == "RUS"
