"""Readings as JSON Lines, and back."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import (
    Article,
    CaseError,
    Mention,
    Place,
    QuadClass,
    Reading,
    Realis,
    Relation,
    RelationType,
    Report,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
)
from ahlaf.reading import SCHEMA, decode, encode, iter_readings

HERE = Place(file="r.jsonl", row=1)
TEXT = "قالت موسكو إنها تدعم دمشق."
SCHEMA_FILE = json.loads((files("ahlaf.reading") / "reading.schema.json").read_text(encoding="utf-8"))

words = st.text(alphabet="قال مسa\"\\\n\t'é😀", max_size=6)
maybe = st.none() | words
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(*sorted(pair)))
days = st.none() | st.dates()
reports = st.builds(
    Report, id=words, text=st.just(TEXT), lang=st.sampled_from(["ar", "en", None]), date=days, url=maybe, title=maybe,
    publisher=maybe, path=maybe,
)  # fmt: skip
articles = st.builds(
    Article, title=st.none() | spans, title_text=maybe, date=days, publisher=maybe,
    body=st.lists(spans, max_size=3).map(tuple), boilerplate=st.lists(spans, max_size=3).map(tuple),
    source_map=st.lists(st.tuples(*[st.integers(0, 9)] * 3), max_size=3).map(tuple),
)  # fmt: skip
mentions = st.builds(Mention, span=spans, actor=words, person=maybe, rule=words)
statements = st.builds(
    Statement, cue=spans, speaker=st.none() | spans, speaker_actor=maybe, person=maybe, addressee_actor=maybe,
    content=spans, kind=st.sampled_from(StatementKind), reported_by=maybe, rule=words,
    act=st.sampled_from(SpeechAct),
)  # fmt: skip
relations = st.builds(
    Relation, source=words, target=words, type=st.sampled_from(RelationType), realis=st.sampled_from(Realis),
    trigger=spans, claimed_by=maybe, sentence=spans, cameo=st.just("04"), quad=st.sampled_from(QuadClass),
    condition=st.none() | spans, date=days, rule=words,
)  # fmt: skip
readings = st.builds(
    Reading, report=reports, article=articles, mentions=st.lists(mentions, max_size=2).map(tuple),
    statements=st.lists(statements, max_size=2).map(tuple), relations=st.lists(relations, max_size=2).map(tuple),
    attitudes=st.lists(statements, max_size=2).map(tuple),
)  # fmt: skip


@given(readings)
def test_there_and_back(reading: Reading) -> None:
    line = encode(reading)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    back = decode(line, place=HERE)
    assert back == reading
    assert encode(back) == line
    assert all(type(span) is Span for span in back.article.body)
    jsonschema.validate(json.loads(line), SCHEMA_FILE)


def reading() -> Reading:
    relation = Relation(
        "RUS", "SYR", RelationType.SUPPORT, Realis.ACTUAL, Span(16, 20), "RUS", Span(0, 26), "05",
        QuadClass.VERBAL_COOPERATION, rule="verb",
    )  # fmt: skip
    statement = Statement(
        Span(0, 4), Span(5, 10), "RUS", None, None, Span(11, 25), StatementKind.INDIRECT, None, "verb"
    )
    return Reading(
        Report("a", TEXT, "ar", date(2015, 6, 29), None, "عنوان", None, "a.txt"),
        Article(None, "عنوان", date(2015, 6, 29), None, (Span(0, 26),), ()),
        (Mention(Span(5, 10), "RUS"),),
        (statement,),
        (relation,),
    )


def test_the_form_of_the_guide() -> None:
    held = json.loads(encode(reading()))
    assert held["schema"] == SCHEMA == "ahlaf.reading/1"
    assert (held["id"], held["text"], held["date"]) == ("a", TEXT, "2015-06-29")
    assert held["mentions"] == [{"span": [5, 10], "actor": "RUS", "person": None, "rule": ""}]
    assert held["statements"][0]["cue"] == [0, 4]
    assert held["statements"][0]["kind"] == "indirect"
    assert {k: held["relations"][0][k] for k in ("source", "target", "type", "realis", "trigger", "claimed_by")} == {
        "source": "RUS", "target": "SYR", "type": "SUPPORT", "realis": "actual", "trigger": [16, 20],
        "claimed_by": "RUS",
    }  # fmt: skip


def test_keys_come_in_the_order_of_the_schema() -> None:
    held = json.loads(encode(reading()))
    assert list(held) == list(SCHEMA_FILE["properties"])
    for key, name in (("mentions", "mention"), ("statements", "statement"), ("relations", "relation")):
        assert list(held[key][0]) == list(SCHEMA_FILE["$defs"][name]["properties"])
    assert list(held["article"]) == list(SCHEMA_FILE["$defs"]["article"]["properties"])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("ahlaf.reading/1", "ahlaf.reading/2", "ahlaf.reading/2"),
        ('"type":"SUPPORT"', '"type":"LIKE"', "$.relations[0].type"),
        ('"text":', '"txt":', "text"),
        ('"trigger":[16,20]', '"trigger":[16,999]', "outside the text"),
        ('"trigger":[16,20]', '"trigger":[20,16]', "relation.trigger"),
        ('"trigger":[16,20]', '"trigger":[16]', "trigger"),
        ('"body":[[0,26]]', '"body":[[0,99]]', "article.body"),
        ('"date":"2015-06-29"', '"date":"yesterday"', "date"),
        ('{"schema"', '{schema', "broken JSON"),
    ],
)  # fmt: skip
def test_a_line_that_breaks_the_form(old: str, new: str, says: str) -> None:
    line = encode(reading()).decode()
    assert old in line
    with pytest.raises(CaseError) as caught:
        decode(line.replace(old, new), place=HERE)
    assert says in str(caught.value)
    assert "r.jsonl, row 1" in str(caught.value)


def test_iter_readings(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(encode(reading()) + b"\n" + encode(reading()))
    assert list(iter_readings(path)) == [reading(), reading()]
    path.write_bytes(encode(reading()) + b"\xff\xfe\n")
    with pytest.raises(CaseError, match="broken JSON") as caught:
        list(iter_readings(path))
    assert caught.value.place == Place(file=str(path), row=2)
    with pytest.raises(CaseError, match="cannot be read"):
        list(iter_readings(tmp_path / "none.jsonl"))
