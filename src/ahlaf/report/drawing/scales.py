"""Small scales: a probability, a step of a reconciliation, the weight of the threat."""

from __future__ import annotations

from markupsafe import Markup

from ahlaf.model import Estimate, Miracle, Step
from ahlaf.report.drawing.svg import element, label, picture
from ahlaf.report.sentences.packages import NOTCHES_TO_A_WHOLE_TIE
from ahlaf.report.words import Words

_WIDTH, _MARGIN = 400.0, 22.0
_SPAN = _WIDTH - 2 * _MARGIN


def draw_probability(estimate: Estimate, words: Words, *, name: str) -> Markup:
    """Draw a probability on a scale from 0 to 100 per cent, with the band of its sampling error."""
    line, share = 16.0, words.probability(estimate.value)
    low, high, at = (_MARGIN + _SPAN * value for value in (estimate.low, estimate.high, estimate.value))
    drawn = [
        element("rect", x=_MARGIN, y=line - 4, width=_SPAN, height=8, rx=4, class_="track"),
        element("rect", x=_MARGIN, y=line - 4, width=at - _MARGIN, height=8, rx=4, class_="accent-fill"),
        element("line", x1=low, y1=line, x2=max(high, low + 1), y2=line, class_="reach"),
        element("circle", cx=at, cy=line, r=7, class_="point"),
        *(
            label(_MARGIN + _SPAN * tick, line + 24, words.percent(tick), words, anchor="middle", class_="small")
            for tick in (0.0, 0.5, 1.0)
        ),
    ]
    title = words.say("chart.probability_title", share=share)
    description = words.say("label.probability")
    return picture(drawn, name=name, title=title, description=description, width=_WIDTH, height=46, class_="chart")


def draw_step(step: Step, words: Words, *, name: str) -> Markup:
    """Draw a step on the scale from −1 to +1, with every notch: a hollow point before, an arrow, a full point after."""
    line = 26.0

    def across(weight: float) -> float:
        return _MARGIN + _SPAN * (weight + 1) / 2

    before, after = across(step.before), across(step.after)
    ticks = range(-NOTCHES_TO_A_WHOLE_TIE, NOTCHES_TO_A_WHOLE_TIE + 1)
    drawn = [element("line", x1=_MARGIN, y1=line, x2=_MARGIN + _SPAN, y2=line, class_="axis")]
    for tick in ticks:
        x = across(tick / NOTCHES_TO_A_WHOLE_TIE)
        drawn.append(element("line", x1=x, y1=line - 4, x2=x, y2=line + 4, class_="axis"))
        if tick % NOTCHES_TO_A_WHOLE_TIE == 0:
            whole = words.whole(tick // NOTCHES_TO_A_WHOLE_TIE)
            drawn.append(label(x, line + 20, whole, words, anchor="middle", class_="small"))
    if after - before > 1:
        tip = after - 8
        drawn.append(element("line", x1=before, y1=line, x2=tip, y2=line, class_="move"))
        points = f"{tip - 2:.1f},{line - 6:.1f} {after - 1:.1f},{line:.1f} {tip - 2:.1f},{line + 6:.1f}"
        drawn.append(element("polygon", points=points, class_="move-tip"))
    drawn.append(element("circle", cx=before, cy=line, r=6, class_="hollow"))
    drawn.append(label(before, line - 12, words.weight(step.before), words, anchor="middle", class_="small strong"))
    if step.notches:
        drawn.append(label(after, line - 12, words.weight(step.after), words, anchor="middle", class_="small strong"))
    values = {"before": words.weight(step.before), "after": words.weight(step.after)}
    title = words.say("chart.notches_title", **values)
    description = words.say("chart.notches_desc", pair=words.between(step.pair))
    return picture(drawn, name=name, title=title, description=description, width=_WIDTH, height=52, class_="chart")


def draw_miracle(miracle: Miracle, words: Words, *, name: str) -> Markup | None:
    """Draw the weight of the threat now and as it would have to be; None where no weight is enough."""
    if miracle.factor is None:
        return None
    most = max(1.0, miracle.factor, miracle.worst or 0.0)
    rows = (("chart.now", 1.0, "track"), ("chart.needed", miracle.factor, "accent-fill"))
    drawn: list[Markup] = []
    for i, (key, value, kind) in enumerate(rows):
        top = 20.0 + 40 * i
        width = _SPAN * value / most
        text = f"{words.say(key)}: {words.say('phrase.times', factor=words.number(value))}"
        start = _MARGIN if words.direction == "ltr" else _WIDTH - _MARGIN
        drawn.append(label(start, top - 5, text, words, class_="small"))
        x = _MARGIN if words.direction == "ltr" else _WIDTH - _MARGIN - width
        drawn.append(element("rect", x=x, y=top, width=width, height=12, rx=2, class_=kind))
    if miracle.best is not None and miracle.worst is not None:
        ends = [_SPAN * value / most for value in (miracle.best, miracle.worst)]
        low, high = (_MARGIN + e if words.direction == "ltr" else _WIDTH - _MARGIN - e for e in ends)
        drawn.append(element("line", x1=low, y1=66, x2=high, y2=66, class_="reach"))
    title = words.say("chart.miracle_title")
    description = words.say("phrase.times", factor=words.number(miracle.factor))
    return picture(drawn, name=name, title=title, description=description, width=_WIDTH, height=80, class_="chart")
