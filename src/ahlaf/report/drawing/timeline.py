"""How an answer moved, as a picture of its own: the probability by day, turns of the verdict, and red lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from babel.dates import format_date
from markupsafe import Markup, escape

from ahlaf.model import Case, Stage, Timeline
from ahlaf.report.catalogue import Lang
from ahlaf.report.drawing.svg import element, label
from ahlaf.report.words import Words

_WIDTH, _HEIGHT = 640.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 52.0, 52.0, 46.0, 58.0
_INK, _SOFT, _LINE, _FOE, _BAR = "#1d2733", "#5b6672", "#2d4a7d", "#a3341a", "#f9e7e1"

Across = Callable[[date], float]


def timeline_to_svg(case: Case, found: Timeline, *, lang: Lang) -> str:
    """Draw a timeline as a whole SVG file; in Arabic time runs from right to left."""
    words = Words.of(case, lang)
    start, end = found.stages[0].first, found.stages[-1].last
    span = max((end - start).days, 1)

    def across(day: date) -> float:
        share = (day - start).days / span
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (share if words.direction == "ltr" else 1 - share)

    drawn = [
        element("rect", width=_WIDTH, height=_HEIGHT, fill="#fff"),
        *_barred(found.stages, across),
        *_scale(words),
        *_months(start, end, across, words),
        *_curve(found.stages, across),
        *_key(words, any(stage.standing.red_lines for stage in found.stages)),
    ]
    picture = element(
        "svg",
        element("title", escape(words.say("timeline.chart")), id="timeline-title"),
        element("desc", escape(words.say("timeline.chart_desc")), id="timeline-desc"),
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH:g} {_HEIGHT:g}",
        role="img",
        aria_labelledby="timeline-title timeline-desc",
        font_family="sans-serif",
        font_size=13.0,
        lang=lang,
    )
    return f"{picture}\n"


def _level(share: float) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - share)


def _barred(stages: Sequence[Stage], across: Across) -> list[Markup]:
    """Shade the days on which a red line stood."""
    drawn = []
    for stage in stages:
        if stage.standing.red_lines:
            ends = sorted((across(_barred_from(stage)), across(stage.last + timedelta(1))))
            x, wide = ends[0], ends[1] - ends[0]
            drawn.append(element("rect", x=x, y=_TOP, width=wide, height=_HEIGHT - _TOP - _BOTTOM, fill=_BAR))
    return drawn


def _barred_from(stage: Stage) -> date:
    """Return the first day of a stage on which its red lines stood: where all came in within it, that of the first."""
    came = [arrival for arrival in stage.arrivals if arrival.pair in stage.standing.red_lines]
    all_new = {arrival.pair for arrival in came} >= set(stage.standing.red_lines)
    return min(arrival.day for arrival in came) if all_new else stage.first


def _scale(words: Words) -> list[Markup]:
    start, anchor = (_LEFT - 8, "end") if words.direction == "ltr" else (_WIDTH - _RIGHT + 8, "end")
    drawn = []
    for share in (0.0, 0.5, 1.0):
        y = _level(share)
        drawn.append(element("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, stroke="#d6dbe1"))
        drawn.append(
            element(
                "text",
                escape(words.percent(share)),
                x=start,
                y=y + 4,
                text_anchor=anchor,
                fill=_SOFT,
                direction=words.direction,
            )
        )
    return drawn


def _months(start: date, end: date, across: Across, words: Words) -> list[Markup]:
    """Write the name of every month under its first day."""
    locale = "ar" if words.lang == "ar" else "en_GB"
    firsts = [start, *(date(y, m, 1) for y in range(start.year, end.year + 1) for m in range(1, 13))]
    drawn = []
    last = None
    for day in firsts:
        if not start <= day <= end or (last and (day - last).days < 20):
            continue
        last = day
        x, y = across(day), _HEIGHT - _BOTTOM
        drawn.append(element("line", x1=x, x2=x, y1=y, y2=y + 5, stroke=_SOFT))
        name = format_date(day, "MMM", locale=locale)
        drawn.append(element("text", escape(name), x=x, y=y + 20, text_anchor="middle", fill=_SOFT))
    return drawn


def _curve(stages: Sequence[Stage], across: Across) -> list[Markup]:
    """Draw the probability red lines aside, and a point where the verdict turned; hollow where a red line stands."""
    points = [(across(stage.last), _level(stage.standing.probability.value)) for stage in stages]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    drawn = [element("polyline", points=line, fill="none", stroke=_LINE, stroke_width=2.0)]
    for (x, y), stage in zip(points, stages, strict=True):
        if stage.turned:
            fill = "#fff" if stage.standing.red_lines else _FOE
            drawn.append(element("circle", cx=x, cy=y, r=5.0, fill=fill, stroke=_FOE, stroke_width=2.0))
    return drawn


def _key(words: Words, barred: bool) -> list[Markup]:
    """Say what line, points and shade mean, above and below the picture."""
    rtl = words.direction == "rtl"
    edge = _WIDTH - _RIGHT if rtl else _LEFT
    step = -1.0 if rtl else 1.0
    above, below = _TOP - 20, _HEIGHT - 14
    drawn = [
        element("line", x1=edge, x2=edge + 22 * step, y1=above - 4, y2=above - 4, stroke=_LINE, stroke_width=2.0),
        label(edge + 30 * step, above, words.say("timeline.share"), words),
        element("circle", cx=edge + 6 * step, cy=below - 4, r=5.0, fill=_FOE, stroke=_FOE),
        label(edge + 18 * step, below, words.say("timeline.turn"), words),
    ]
    if barred:
        x = edge + 200 * step
        drawn.append(element("rect", x=min(x, x + 20 * step), y=below - 14, width=20.0, height=14.0, fill=_BAR))
        drawn.append(label(x + 28 * step, below, words.say("timeline.barred_mark"), words))
    return drawn
