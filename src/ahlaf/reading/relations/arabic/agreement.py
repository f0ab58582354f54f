"""Whether a pronoun can mean a party: gender and number."""

from __future__ import annotations

from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.word_classes import word_classes

_FEMININE = ("ه", "ات")
_MANY = ("ون", "ين", "يين")
_STATE = ("يا", "ان")


def disagrees(layout: Layout, party: Party, pronoun: str) -> bool:
    """Whether the pronoun clearly cannot mean the party: «ها» no man, «ه» no land or army, «هم» no one man."""
    if not party.named or pronoun not in ("ه", "ها", "هم") or len(party.actors) > 1:
        return False
    mention = layout.scene.named[party.start]
    head = layout.words[party.head].rest
    person = mention is not None and mention.person is not None
    thing = head in word_classes()["asset"]
    office = not thing and "title" in layout.words[party.head].classes and not head.endswith((*_FEMININE, *_MANY))
    if pronoun == "ها":
        return person or (office and party.head < party.start)
    bare = party.head == party.start and not person
    if pronoun == "هم":
        return (person and party.last > party.head) or (bare and _land(layout, party))
    return not person and not office and ((bare and _land(layout, party)) or head.endswith(_FEMININE))


def _land(layout: Layout, party: Party) -> bool:
    """Whether the party is the bare name of a state or its seat, of feminine gender."""
    token = layout.scene.tokens[party.start].normal
    adjective = token.endswith(("ي", "يون", "يين"))
    return not adjective and token not in word_classes()["masculine_state"] and token.endswith((*_STATE, "ه", "ا"))
