"""The picture of how cost grows: seconds over ties, both on logarithmic scales, as SVG."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 110, 30, 60
COLOURS = ("#1f2937", "#0f766e", "#b45309", "#1d4ed8", "#be123c")
# Stages that took less are drawn at the foot of the picture.
LEAST_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Line:
    """Seconds at each size."""

    name: str
    seconds: tuple[float, ...]


def plot(ties: tuple[int, ...], lines: list[Line]) -> str:
    """Draw the lines, and a dashed one for what grows just as the ties do, from where the first line begins."""
    floor = LEAST_SECONDS
    ceiling = 10.0 ** math.ceil(math.log10(max(second for line in lines for second in line.seconds)))

    def across(size: float) -> float:
        share = math.log(size / ties[0]) / math.log(ties[-1] / ties[0]) if len(ties) > 1 else 0.5
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def up(seconds: float) -> float:
        share = math.log(max(seconds, floor) / floor) / math.log(ceiling / floor)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    power = floor
    while power <= ceiling * 1.001:
        y = up(power)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e5e7eb"/>')
        parts.append(text(LEFT - 8, y + 4, f"{power:g} s", "end"))
        power *= 10.0
    for size in ties:
        parts.append(f'<path d="M{across(size):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#f3f4f6"/>')
        parts.append(text(across(size), HEIGHT - BOTTOM + 20, f"{size:,}", "middle"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 16, "ties", "middle"))
    straight = ((size, lines[0].seconds[0] * size / ties[0]) for size in (ties[0], ties[-1]))
    parts.append(path(((across(size), up(seconds)) for size, seconds in straight), "#9ca3af", dashed=True))
    labels = spread([up(line.seconds[-1]) for line in lines])
    for line, colour, label in zip(lines, COLOURS, labels, strict=False):
        points = [(across(size), up(seconds)) for size, seconds in zip(ties, line.seconds, strict=True)]
        parts.append(path(points, colour, dashed=False))
        parts.extend(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
        parts.append(text(WIDTH - RIGHT + 10, label + 4, line.name, "start", colour))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="13" role="img">\n<title>Processor seconds over ties; dashed: in proportion to the ties</title>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def spread(heights: list[float]) -> list[float]:
    """Move labels that would overlap apart, downwards."""
    placed = list(heights)
    above = -math.inf
    for at in sorted(range(len(heights)), key=lambda at: heights[at]):
        placed[at] = above = max(heights[at], above + 16)
    return placed


def path(points: Iterable[tuple[float, float]], colour: str, *, dashed: bool) -> str:
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dashes = ' stroke-dasharray="5 5"' if dashed else ""
    return f'<path d="M{drawn}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'


def text(x: float, y: float, words: str, anchor: str, colour: str = "#374151") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
