"""The network of parties: members on one arc of a circle, the others on the rest, every tie a line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from markupsafe import Markup, escape

from ahlaf.model import Camps, Case, Tie, TieOrigin
from ahlaf.network import SignedNetwork
from ahlaf.report.drawing.svg import at_side, element, label, picture
from ahlaf.report.ties import network_of, sign_uncertain
from ahlaf.report.words import Words

Point = tuple[float, float]

_WIDTH, _HEIGHT, _RADIUS, _NODE = 460.0, 364.0, 130.0, 9.0
_CENTRE = (_WIDTH / 2, _HEIGHT / 2)
# Ties weaker than this carry no mark of their sign: their lines are too thin to read it from.
_FAINT = 0.1
# More marks than this would hide the lines: the strongest ties have theirs, the others are in the matrix.
_MOST_MARKS = 28
_SWEEPS = 50
# Names are broken into two lines where they are longer than this, and centred where the party is above or below.
_LONGEST_NAME, _LINE, _UPRIGHT = 11, 17.0, 0.35


def draw_network(case: Case, camps: Camps | None, words: Words, *, name: str) -> Markup:
    """Draw all parties and ties: green with a plus for friendly, red with a minus for hostile, wider when stronger.

    Dashed lines are ties whose sign is uncertain, dotted ones are assumed; marks are round on computed ties and
    square on those coded by hand. The order around the circle keeps friends together (`circle_order`).
    """
    network = network_of(case)
    members = tuple(sorted(case.question.members))
    places = _places(circle_order(network, members, camps), len(members))
    ties = sorted(network.ties.values(), key=lambda tie: (abs(tie.weight), tie.pair))
    drawn = [_line(tie, places) for tie in ties]
    known = [tie for tie in ties if tie.origin is not TieOrigin.ASSUMED and abs(tie.weight) >= _FAINT]
    drawn += (_mark(tie, places) for tie in known[-_MOST_MARKS:])
    drawn += (_node(actor, places[actor], actor in members, words) for actor in sorted(places))
    return picture(
        drawn,
        name=name,
        title=words.say("chart.network_title"),
        description=words.say("chart.network_desc"),
        width=_WIDTH,
        height=_HEIGHT,
        class_="chart network",
    )


def circle_order(network: SignedNetwork, members: Sequence[str], camps: Camps | None) -> tuple[str, ...]:
    """Return the parties in the order in which they stand around the circle, members first.

    Within members and within the others, camps stay together where they are known; neighbours are then swapped as
    long as that brings friends closer and puts foes further apart. The same network always gives the same order.
    """
    camp = {actor: i for i, part in enumerate(camps.camps) for actor in part} if camps else {}
    others = [actor for actor in network.actors if actor not in members]
    inside = sorted(members, key=lambda actor: (camp.get(actor, 0), actor))
    order = [*inside, *sorted(others, key=lambda actor: (camp.get(actor, 0), actor))]
    best = _strain(order, network)
    for _ in range(_SWEEPS):
        improved = False
        for i, j in combinations(range(len(order)), 2):
            if (i < len(members)) != (j < len(members)):
                continue
            order[i], order[j] = order[j], order[i]
            strain = _strain(order, network)
            if strain < best - 1e-9:
                best, improved = strain, True
            else:
                order[i], order[j] = order[j], order[i]
        if not improved:
            break
    return tuple(order)


def _strain(order: Sequence[str], network: SignedNetwork) -> float:
    """Sum weight · distance around the circle over all pairs: low where friends are near and foes far."""
    n = len(order)
    return sum(network.tie(order[i], order[j]).weight * min(j - i, n - j + i) for i, j in combinations(range(n), 2))


def _places(order: Sequence[str], members: int) -> Mapping[str, Point]:
    """Put the parties around the circle, evenly, the middle of the members at the top."""
    n = len(order)
    start = -math.pi / 2 - (members - 1) * math.pi / n
    angles = {actor: start + 2 * math.pi * i / n for i, actor in enumerate(order)}
    return {
        actor: (_CENTRE[0] + _RADIUS * math.cos(angle), _CENTRE[1] + _RADIUS * math.sin(angle))
        for actor, angle in angles.items()
    }


def _line(tie: Tie, places: Mapping[str, Point]) -> Markup:
    (x1, y1), (x2, y2) = places[tie.a], places[tie.b]
    classes = ["edge", *_kinds(tie)]
    return element(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke_width=1 + 5 * abs(tie.weight),
        class_=" ".join(classes),
        data_a=tie.a,
        data_b=tie.b,
    )


def _kinds(tie: Tie) -> Iterable[str]:
    if tie.origin is TieOrigin.ASSUMED:
        yield "assumed"
        return
    yield "friend" if tie.weight >= 0 else "foe"
    if sign_uncertain(tie):
        yield "uncertain"
    if tie.red_line:
        yield "red-line"


def _mark(tie: Tie, places: Mapping[str, Point]) -> Markup:
    """Draw the sign of a tie on its line, off the middle so that marks of crossing lines part."""
    (x1, y1), (x2, y2) = places[tie.a], places[tie.b]
    share = 0.4 if sum(map(ord, tie.a + tie.b)) % 2 else 0.6
    x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
    kind = "friend" if tie.weight >= 0 else "foe"
    if tie.origin is TieOrigin.CODED:
        shape = element("rect", x=x - 6.5, y=y - 6.5, width=13, height=13, class_=f"mark {kind}")
    else:
        shape = element("circle", cx=x, cy=y, r=6.5, class_=f"mark {kind}")
    sign = [element("line", x1=x - 3.5, y1=y, x2=x + 3.5, y2=y, class_=f"sign {kind}")]
    if tie.weight >= 0:
        sign.append(element("line", x1=x, y1=y - 3.5, x2=x, y2=y + 3.5, class_=f"sign {kind}"))
    return element("g", shape, *sign, class_="sign-group", data_a=tie.a, data_b=tie.b)


def _lines(name: str) -> list[str]:
    """Break a long name at the blank nearest its middle."""
    blanks = [i for i, character in enumerate(name) if character == " "]
    if len(name) <= _LONGEST_NAME or not blanks:
        return [name]
    middle = min(blanks, key=lambda i: abs(i - len(name) / 2))
    return [name[:middle], name[middle + 1 :]]


def _node(actor: str, place: Point, member: bool, words: Words) -> Markup:
    x, y = place
    dx, dy = (x - _CENTRE[0]) / _RADIUS, (y - _CENTRE[1]) / _RADIUS
    tx, ty = x + dx * 17, y + dy * 18 + 4.5
    lines = _lines(words.name(actor))
    if abs(dx) < _UPRIGHT:
        top = ty + 6 if dy > 0 else ty - 4 - _LINE * (len(lines) - 1)
        name = [label(tx, top + _LINE * i, line, words, anchor="middle", class_="halo") for i, line in enumerate(lines)]
    else:
        side, top = "right" if dx > 0 else "left", ty - _LINE / 2 * (len(lines) - 1)
        name = [at_side(tx, top + _LINE * i, line, words, side=side, class_="halo") for i, line in enumerate(lines)]
    shape = element("circle", cx=x, cy=y, r=_NODE if member else _NODE - 2.5, class_="member" if member else "other")
    tip = element("title", escape(words.name(actor)))
    return element("g", tip, shape, *name, class_="node", data_actor=actor)
