"""Statements in English: content after its cue, before it and around it; pronouns, participles, sources."""

import pytest

from ahlaf.language import make_document
from ahlaf.model import Mention, Span, Statement, StatementKind
from ahlaf.reading.statements import find_statements

NAMES = {
    "Lavrov": "RUS", "Moscow": "RUS", "Ankara": "TUR", "Turkish": "TUR", "Riyadh": "SAU", "Tehran": "IRN",
    "Iran": "IRN",
    "Jordanian": "JOR", "Assad": "SYR", "Putin": "RUS",
}  # fmt: skip

PEOPLE = {"Lavrov": "Sergey Lavrov", "Assad": "Bashar al-Assad", "Putin": "Vladimir Putin"}


def read(text: str) -> list[Statement]:
    mentions = [
        Mention(Span(text.find(name), text.find(name) + len(name)), actor, PEOPLE.get(name))
        for name, actor in NAMES.items()
        if name in text
    ]
    return list(find_statements(make_document(text, "en"), mentions))


def test_that_clause() -> None:
    text = "The Jordanian foreign minister said that talks would go on."
    (found,) = read(text)
    assert found.cue.of(text) == "said"
    assert found.speaker is not None
    assert found.speaker.of(text) == "The Jordanian foreign minister"
    assert found.content.of(text) == "talks would go on"
    assert (found.speaker_actor, found.kind) == ("JOR", StatementKind.INDIRECT)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We will stay," Lavrov said.', "Lavrov"),
        ('"We will stay," said Foreign Minister Sergei Lavrov.', "Foreign Minister Sergei Lavrov"),
        ("“We will stay,” Lavrov told reporters on Tuesday.", "Lavrov"),
        ('Lavrov said: "We will stay."', "Lavrov"),
    ],
)
def test_quotation_before_or_after_the_cue(text: str, speaker: str) -> None:
    (found,) = read(text)
    assert found.speaker is not None
    assert found.speaker.of(text) == speaker
    assert found.content.of(text) == "We will stay"
    assert (found.kind, found.speaker_actor) == (StatementKind.DIRECT, "RUS")


def test_indirect_content_before_an_inverted_cue() -> None:
    text = "The border stays open, said the Turkish ministry."
    (found,) = read(text)
    assert (found.content.of(text), found.speaker_actor) == ("The border stays open", "TUR")


def test_pronoun_subject_has_no_speaker_but_an_actor() -> None:
    text = "Lavrov said that the plan was ready. He added that it needed time."
    second = read(text)[1]
    assert (second.speaker, second.speaker_actor, second.content.of(text)) == (None, "RUS", "it needed time")


def test_participle_ends_the_content_before_it() -> None:
    text = "Lavrov said the plan was ready, adding that it needed time."
    first, second = read(text)
    assert first.content.of(text) == "the plan was ready"
    assert (second.cue.of(text), second.content.of(text), second.speaker_actor) == ("adding", "it needed time", "RUS")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ankara accused Riyadh of breaking the truce.", "breaking the truce"),
        ("Ankara urged Riyadh to keep the truce.", "Riyadh to keep the truce"),
        ("Ankara urged them to keep the truce.", "keep the truce"),
        ("Ankara called on Riyadh to keep the truce.", "Riyadh to keep the truce"),
        ("Ankara warned Riyadh that the truce was fragile.", "the truce was fragile"),
        ("Ankara denied the charge.", "the charge"),
    ],
)
def test_verbs_with_an_object(text: str, content: str) -> None:
    (found,) = read(text)
    assert (found.content.of(text), found.speaker_actor) == (content, "TUR")


def test_addressee() -> None:
    text = "Putin told Assad that help was coming."
    (found,) = read(text)
    assert (found.speaker_actor, found.addressee_actor, found.content.of(text)) == ("RUS", "SYR", "help was coming")


def test_according_to_a_party_is_a_statement_and_to_an_outlet_a_report() -> None:
    text = "The convoy has left, according to the Turkish army."
    (found,) = read(text)
    assert (found.cue.of(text), found.content.of(text)) == ("according to", "The convoy has left")
    assert read("The convoy has left, according to Reuters.") == []


def test_outlet_is_the_reporter() -> None:
    (found,) = read('"We will stay," Lavrov told TASS in an interview.')
    assert found.reported_by == "TASS"


@pytest.mark.parametrize(
    "text",
    [
        "Moscow would say nothing.",
        "The United States sent a ship.",
        "Ankara did not say that it would leave.",
        "The so-called truce is over.",
    ],
)
def test_words_that_only_look_like_cues(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Moscow is saying that the base stays open.", "Moscow", "the base stays open"),
        ("Lavrov went on to say that the base stays open.", "Lavrov", "the base stays open"),
        ("Lavrov appeared to suggest the base stays open.", "Lavrov", "the base stays open"),
        ("Lavrov kept saying the base stays open.", "Lavrov", "the base stays open"),
        ("Lavrov said after the meeting he would stay.", "Lavrov", "he would stay"),
        ("Lavrov, who announced that he would stay, left.", "Lavrov", "he would stay"),
        ("The base, Lavrov said, stays open for now.", "Lavrov", "The base, Lavrov said, stays open for now"),
        ("The base stays open, Lavrov said in a speech on Friday.", "Lavrov", "The base stays open"),
        ("Lavrov called the plan a mistake.", "Lavrov", "the plan a mistake"),
        ("Lavrov described the plan as a mistake.", "Lavrov", "the plan as a mistake"),
        ("Ankara likened the plan to a trap.", "Ankara", "the plan to a trap"),
        ("Ankara criticised Riyadh for closing the port.", "Ankara", "Riyadh for closing the port"),
        ("Moscow's ministry tweeted: “We will stay.”", "Moscow's ministry", "We will stay"),
        ("A survey of voters found that most people agree.", "A survey of voters", "most people agree"),
        ("Most people agree, according to a survey of voters.", "a survey of voters", "Most people agree"),
        ("''We will stay,'' Lavrov said.", "Lavrov", "We will stay"),
        ("“Why stay?” Lavrov asked.", "Lavrov", "Why stay"),
        ("Lavrov: We will stay\nLavrov spoke on Sunday in the town.", "Lavrov", "We will stay"),
        ("The talks began.\n\nLAVROV: We will stay. It is late.", "LAVROV", "We will stay. It is late"),
    ],
)
def test_orders_and_forms(text: str, speaker: str, content: str) -> None:
    found = read(text)[0]
    assert found.speaker is not None
    got = found.content.of(text).rstrip("?!”")
    assert (found.speaker.of(text), got) == (speaker, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Lavrov surprised Ankara by saying that he would stay.", "saying", "he would stay"),
        ("Lavrov spoke for an hour, calling the plan a mistake.", "calling", "the plan a mistake"),
        ("Riyadh was accused of breaking the truce.", "accused", "breaking the truce"),
        ("Ankara was told that the port would close.", "told", "the port would close"),
        ("He's claiming that the port is closed.", "claiming", "the port is closed"),
    ],
)
def test_participles_passives_and_contractions(text: str, cue: str, content: str) -> None:
    found = next(s for s in read(text) if s.cue.of(text) == cue)
    assert found.content.of(text) == content


def test_a_quotation_taken_up_again_ends_where_another_cue_begins() -> None:
    text = "“We will stay,” Lavrov said. “It is late,” he added."
    assert [s.content.of(text) for s in read(text)] == ["We will stay", "It is late"]


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = "“We will stay,” Lavrov said. “It is late. Go home.”"
    (found,) = read(text)
    assert found.content.of(text) == "We will stay,” Lavrov said. “It is late. Go home"


def test_an_opening_phrase_ends_its_own_content() -> None:
    text = "Despite its call for a truce, Ankara sent a ship."
    (found,) = read(text)
    assert found.content.of(text) == "a truce"


def test_the_one_spoken_to_stands_before_the_content() -> None:
    text = "Ankara assured Riyadh on Sunday that the port was open."
    (found,) = read(text)
    assert (found.addressee_actor, found.content.of(text)) == ("SAU", "the port was open")


@pytest.mark.parametrize(
    ("text", "cue", "actor"),
    [
        ("Lavrov said talks began in Riyadh. The plan came from Tehran, he added.", "added", "RUS"),
        ("The Jordanian ministry said talks began. Lavrov said they failed. It added that more were planned.",
         "added", "JOR"),
        ("The Jordanian ministry said Lavrov had told Assad to wait, adding that it was late.", "adding", "JOR"),
        ("Lavrov said talks began. The Jordanian ministry said they failed. He added that he was ill.", "added", "RUS"),
        ("“It is late,” Foreign Minister Lavrov said. The minister added that he was ill.",
         "added", "RUS"),
    ],
)  # fmt: skip
def test_a_pronoun_goes_back_to_a_speaker_that_fits(text: str, cue: str, actor: str) -> None:
    found = next(s for s in read(text) if s.cue.of(text) == cue)
    assert found.speaker_actor == actor


def test_critics_of_an_actor_do_not_speak_for_it() -> None:
    (found,) = read("Moscow critics say the plan will fail.")
    assert (found.speaker is None, found.speaker_actor) == (False, None)


def test_the_preposition_of_a_date_is_no_particle() -> None:
    text = "Ankara called on Friday for a truce."
    (found,) = read(text)
    assert (found.cue.of(text), found.content.of(text)) == ("called", "a truce")


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("On 21 June the Jordanian court ordered an inquiry.", "the Jordanian court", "an inquiry"),
        ("The Jordanian court on Friday ordered an inquiry.", "The Jordanian court", "an inquiry"),
        ("Ankara declared a state of siege and closed the port.", "Ankara", "a state of siege"),
    ],
)
def test_days_are_no_part_of_a_speaker(text: str, speaker: str, content: str) -> None:
    (found,) = read(text)
    assert found.speaker is not None
    assert (found.speaker.of(text), found.content.of(text)) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    ["The arrest of 26 alleged members was easy.", "Ankara fell following mass protests against the law."],
)
def test_participles_and_nouns_before_nouns(text: str) -> None:
    assert read(text) == []
