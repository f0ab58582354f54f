"""Which lines of a page its article stands in."""

from __future__ import annotations

# From so many characters on a paragraph is found by itself.
_LONG = 40


def align(paragraphs: tuple[str, ...], lines: tuple[str, ...]) -> frozenset[int]:
    """Return the numbers of the `lines` of a page that its article's `paragraphs` stand in.

    Both are compared without white space. Long paragraphs are found first; a short one only between the places
    of its neighbours, since its words may well stand in a menu too.
    """
    squeezed = [_squeeze(line) for line in lines]
    wanted = [_squeeze(paragraph) for paragraph in paragraphs]
    places: dict[int, range] = {}
    cursor = 0
    for number, paragraph in enumerate(wanted):
        if len(paragraph) >= _LONG:
            found = _find(paragraph, squeezed, cursor, len(squeezed))
            if found:
                places[number] = found
                cursor = found.stop
    chosen = {line for found in places.values() for line in found}
    for number, paragraph in enumerate(wanted):
        if number not in places and paragraph:
            low = max((places[k].stop for k in places if k < number), default=0)
            high = min((places[k].start for k in places if k > number), default=len(squeezed))
            found = _find(paragraph, squeezed, low, high)
            if found:
                places[number] = found
                chosen |= set(found)
    return frozenset(chosen)


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _find(paragraph: str, lines: list[str], low: int, high: int) -> range | None:
    """The first line, or run of lines, of lines[low:high] that the paragraph fills or stands in."""
    for start in range(low, high):
        line = lines[start]
        if not line:
            continue
        if paragraph in line:
            return range(start, start + 1)
        if paragraph.startswith(line):
            stop, at = start, 0
            while stop < high and lines[stop] and paragraph.startswith(lines[stop], at):
                at += len(lines[stop])
                stop += 1
            if at == len(paragraph):
                return range(start, stop)
    return None
