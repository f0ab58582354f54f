"""The balance of every member as a bar from zero, with the reach of its ties' intervals."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from ahlaf.model import Balance
from ahlaf.report.drawing.svg import at_side, element, label, picture
from ahlaf.report.ties import walks_out
from ahlaf.report.words import Words

_WIDTH, _MARGIN, _ROW, _TOP, _BOTTOM = 400.0, 14.0, 48.0, 24.0, 8.0
_SMALLEST_REACH = 0.5


def draw_balances(balances: tuple[Balance, ...], words: Words, *, name: str) -> Markup:
    """Draw a bar for each member's balance: left of the line better off outside, right of it inside."""
    reach = max(_SMALLEST_REACH, *(abs(value) for b in balances for value in (b.worst, b.central, b.best)))
    half = _WIDTH / 2 - _MARGIN
    height = _TOP + _ROW * len(balances) + _BOTTOM

    def across(value: float) -> float:
        return _WIDTH / 2 + value / reach * half

    drawn = [
        element("line", x1=_WIDTH / 2, y1=_TOP - 6, x2=_WIDTH / 2, y2=height - _BOTTOM, class_="axis"),
        at_side(_WIDTH / 2 - 8, 14, words.say("chart.better_outside"), words, side="left", class_="foe-text small"),
        at_side(_WIDTH / 2 + 8, 14, words.say("chart.better_inside"), words, side="right", class_="friend-text small"),
    ]
    for i, balance in enumerate(balances):
        drawn += _row(balance, _TOP + _ROW * i, across, words)
    return picture(
        drawn,
        name=name,
        title=words.say("chart.balances_title"),
        description=words.say("chart.balances_desc"),
        width=_WIDTH,
        height=height,
        class_="chart balances",
    )


def _row(balance: Balance, top: float, across: Callable[[float], float], words: Words) -> list[Markup]:
    zero, end = across(0), across(balance.central)
    kind = "foe" if walks_out(balance) else "friend"
    middle = top + 34
    start, far = (_MARGIN, _WIDTH - _MARGIN) if words.direction == "ltr" else (_WIDTH - _MARGIN, _MARGIN)
    return [
        label(start, top + 20, words.name(balance.actor), words, class_="halo"),
        label(far, top + 20, words.weight(balance.central), words, anchor="end", class_=f"halo {kind}-text strong"),
        element("rect", x=min(zero, end), y=middle - 6, width=abs(end - zero), height=12, class_=f"{kind}-fill"),
        element("line", x1=across(balance.worst), y1=middle, x2=across(balance.best), y2=middle, class_="reach"),
        *(
            element("line", x1=across(v), y1=middle - 4, x2=across(v), y2=middle + 4, class_="reach")
            for v in (balance.worst, balance.best)
        ),
    ]
