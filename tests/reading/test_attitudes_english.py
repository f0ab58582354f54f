"""English attitudes and the wider attributions: what they are, whose they are, where their content stands."""

from __future__ import annotations

import pytest

from ahlaf.language import make_document
from ahlaf.model import Mention, Span, SpeechAct, Statement
from ahlaf.reading.statements import find_attributions, find_statements

NAMES = {
    "Ankara": "TUR", "Turkey": "TUR", "Moscow": "RUS", "Lavrov": "RUS", "Riyadh": "SAU", "Tehran": "IRN", "Iran": "IRN",
    "Doha": "QAT", "Cairo": "EGY",
}  # fmt: skip


def read(text: str) -> list[Statement]:
    mentions = [
        Mention(Span(text.find(name), text.find(name) + len(name)), actor)
        for name, actor in NAMES.items()
        if name in text
    ]
    return list(find_attributions(make_document(text, "en"), mentions))


@pytest.mark.parametrize(
    ("text", "act", "cue", "content"),
    [
        ("Ankara believes that the deal will hold.", "belief", "believes", "the deal will hold"),
        ("Ankara thinks the deal will hold.", "belief", "thinks", "the deal will hold"),
        ("Cairo knows how the talks ended.", "belief", "knows", "how the talks ended"),
        ("Riyadh sees the port as a threat.", "belief", "sees", "the port as a threat"),
        ("Ankara wants to reopen the border.", "will", "wants", "reopen the border"),
        ("Moscow refused to leave the port.", "will", "refused", "leave the port"),
        ("Moscow decided after long talks not to leave the port.", "will", "decided", "not to leave the port"),
        ("Doha backed the plan on Sunday.", "stance", "backed", "the plan"),
        ("Doha rejected the plan when it was first read.", "stance", "rejected", "the plan"),
        ("Ankara discussed the border with its neighbours.", "talk", "discussed", "the border with its neighbours"),
        ("Ankara questioned whether the count was fair.", "topic", "questioned", "whether the count was fair"),
        ("Ankara did not say whether it would come.", "unsaid", "say", "whether it would come"),
        ("Moscow may announce that the base will close.", "unsaid", "announce", "the base will close"),
    ],
)
def test_verbs(text: str, act: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert (found.act.value, found.cue.of(text), found.content.of(text)) == (act, cue, content)


@pytest.mark.parametrize(
    ("text", "act", "cue", "content"),
    [
        ("Ankara is confident that the truce will hold.", "belief", "confident", "the truce will hold"),
        ("Riyadh remains opposed to the plan.", "stance", "opposed", "the plan"),
        ("Doha is willing to pay.", "will", "willing", "pay"),
        ("Cairo was not sure whether it could pay.", "belief", "sure", "whether it could pay"),
    ],
)
def test_adjectives(text: str, act: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert (found.act.value, found.cue.of(text), found.content.of(text)) == (act, cue, content)
    assert found.speaker is not None


@pytest.mark.parametrize(
    ("text", "act", "cue", "content", "actor"),
    [
        ("Nobody believed Moscow's claim that the bridge stood.", "saying", "claim", "the bridge stood", "RUS"),
        ("Tehran's refusal to sign came late.", "will", "refusal", "sign came late", "IRN"),
        ("The paper recalled a call by Riyadh for a truce.", "saying", "call", "a truce", "SAU"),
        ("Doha made the claim that the ship had sailed.", "saying", "claim", "the ship had sailed", "QAT"),
        ("Riyadh has doubts about the treaty.", "belief", "doubts", "the treaty", "SAU"),
    ],
)
def test_nouns_belong_to_their_owner(text: str, act: str, cue: str, content: str, actor: str) -> None:
    found = next(s for s in read(text) if s.cue.of(text) == cue)
    assert (found.act.value, found.content.of(text), found.speaker_actor) == (act, content, actor)


def test_a_noun_before_a_relative_clause_tells_nothing() -> None:
    assert read("The claims that were filed in court were old.") == []


def test_passive_with_its_agent() -> None:
    text = "The plan was backed by Ankara."
    (found,) = read(text)
    assert (found.content.of(text), found.speaker_actor, found.act) == ("The plan", "TUR", SpeechAct.STANCE)


def test_passive_without_one_has_no_speaker() -> None:
    text = "Lavrov is expected to visit the port."
    (found,) = read(text)
    assert (found.speaker, found.speaker_actor, found.content.of(text)) == (None, None, "visit the port")
    text = "It was announced that the port would close."
    (found,) = read(text)
    assert (found.speaker, found.content.of(text), found.act) == (None, "the port would close", SpeechAct.SAYING)


def test_attitudes_are_no_statements() -> None:
    text = "Ankara wants to reopen the border. Moscow said it agreed."
    document = make_document(text, "en")
    assert [s.cue.of(text) for s in find_statements(document, [])] == ["said"]


def test_an_attitude_within_a_content_is_part_of_it() -> None:
    text = "Lavrov said Ankara wants to reopen the border."
    assert [s.cue.of(text) for s in read(text)] == ["said"]


def test_a_nested_saying_with_a_speaker_of_its_own_is_listed() -> None:
    text = "Lavrov said Ankara had announced that the border was closed."
    assert [(s.cue.of(text), s.speaker_actor) for s in read(text)] == [("said", "RUS"), ("announced", "TUR")]


@pytest.mark.parametrize(
    "text",
    [
        "The federal rules on charities changed.",
        "Health worries have grown.",
        "The river states border the sea.",
        "A court of appeals sat in the town.",
        "The people accused of theft went home.",
        "The cost is high, compared with last year.",
    ],
)
def test_nouns_that_look_like_verbs(text: str) -> None:
    assert read(text) == []


def test_a_plural_or_that_makes_a_verb_of_a_noun() -> None:
    text = "Polls show that most people agree."
    (found,) = read(text)
    assert (found.cue.of(text), found.content.of(text)) == ("show", "most people agree")
    text = "Critics fear a new war."
    (found,) = read(text)
    assert (found.cue.of(text), found.act) == ("fear", SpeechAct.STANCE)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The port, as Lavrov noted, is closed.", "noted", "The port, as Lavrov noted, is closed"),
        ("As Lavrov noted, the port is closed.", "noted", "the port is closed"),
        ("The port is closed, as Lavrov noted.", "noted", "The port is closed"),
        ("The port is said to be closed.", "said", "be closed"),
        ("The men are believed to be in Cairo.", "believed", "be in Cairo"),
    ],
)
def test_clauses_with_as_and_passives_with_to(text: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert (found.cue.of(text), found.content.of(text)) == (cue, content)


def test_an_opening_participle_tells_what_was_asked() -> None:
    text = "Asked about the port, Lavrov said nothing had changed."
    found = read(text)
    assert [(s.cue.of(text), s.content.of(text)) for s in found] == [
        ("Asked", "the port"),
        ("said", "nothing had changed"),
    ]
    assert (found[0].speaker, found[0].speaker_actor) == (None, None)


def test_what_one_is() -> None:
    text = "Ankara has long been a staunch opponent of the plan."
    (found,) = read(text)
    assert (found.cue.of(text), found.content.of(text), found.speaker_actor) == ("opponent", "the plan", "TUR")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Lavrov added:\n\nThe port is closed. It is late.", "added", "The port is closed. It is late"),
        ("Lavrov warned, as he had before, that the port was closed.", "warned", "the port was closed"),
        ("Ankara accused Tehran, which sat beside it, of breaking the truce.", "accused", "breaking the truce"),
    ],
)
def test_asides_and_new_lines(text: str, cue: str, content: str) -> None:
    found = read(text)[0]
    assert (found.cue.of(text), found.content.of(text)) == (cue, content)


def test_what_makes_somebody_feel_is_the_content() -> None:
    text = "The new law angered Moscow."
    (found,) = read(text)
    assert (found.content.of(text), found.speaker_actor, found.act) == ("The new law", "RUS", SpeechAct.STANCE)
    assert read("He had bought troubled firms in Cairo.") == []
