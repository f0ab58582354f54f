"""Which stretches of a report are its article, and what the page says of title, date and publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from ahlaf.language import detect_language
from ahlaf.model import Article, Place, Report, ReportError, Span
from ahlaf.reading.align import align
from ahlaf.reading.boilerplate import article_lines, find_agency
from ahlaf.reading.dates.find import find_dates
from ahlaf.reading.frontmatter import find_front_matter
from ahlaf.reading.html import MainContent, Page, main_content
from ahlaf.reading.lines import Line, is_address, is_paragraph, line_date, split_lines
from ahlaf.reading.page_lines import headlines, linked_lines
from ahlaf.reading.titles import Title, find_title

_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
# A page whose article would be shorter than this, with no paragraph, is a shell: menus and buttons.
_FEWEST_WORDS = 12
# A dateline (place, date, agency) ends within so many words of the first paragraph.
_DATELINE_WORDS = 14
_DATELINE_END = re.compile(r"\s[-–—]+\s|\)\s*[-–—:]*")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines of a report sorted: `body` are numbers of lines, `title` the title where it stands in the text."""

    lines: tuple[Line, ...]
    body: tuple[int, ...]
    title: Title | None


def find_article(report: Report) -> Article:
    """Find the article in a report: its title once, its paragraphs, and all else as boilerplate.

    Every character that is no white space lies in exactly one of the title, the body and the boilerplate. In a page
    (HTML) trafilatura chooses the main content and its lines are found again in the page's text; cue lists and the
    shape of lines then do the rest, as for plain text. What was given with the report outranks what the page says.
    Raises ReportError where there is no article.
    """
    content = main_content(report.source) if isinstance(report, Page) else None
    if isinstance(report, Page) and content is None:
        raise _no_article(report, "the page holds no article")
    parts = _sort(report, content)
    body = tuple(parts.lines[i].span for i in parts.body)
    title = parts.title
    return Article(
        title=title.span if title else None,
        title_text=report.title or (title.text if title else None) or (content.title if content else None),
        date=report.date or _date(report, parts, content),
        publisher=report.publisher or (content.publisher if content else None) or _publisher(report, parts),
        body=body,
        boilerplate=tuple(_boilerplate(report.text, parts, title)),
        source_map=report.source_map if isinstance(report, Page) else (),
    )


def _no_article(report: Report, what: str) -> ReportError:
    return ReportError(
        what,
        place=Place(file=report.path or report.id),
        expected="a page or text with at least one line of running text",
        remedy="save the text of the article as .txt",
    )


def _sort(report: Report, content: MainContent | None) -> _Parts:
    block = find_front_matter(report.text)
    start = block.span.end if block else 0
    lines = split_lines(report.text, start)
    if not lines:
        raise _no_article(report, "the report has no text")
    named = content.title if content else None
    shown = headlines(report.text, report.headings, named) if isinstance(report, Page) else ()
    given = [title for title in (report.title, *shown, named) if title]
    blank = re.search(r"\n\s*\n", report.text[lines[0].span.end : lines[1].span.start]) if len(lines) > 1 else None
    title = find_title(lines, given, blank_after_first=blank is not None and content is None)
    titles = title.lines if title else frozenset[int]()
    if content is None:
        body = sorted(article_lines(lines, titles))
    else:
        chosen = sorted(align(content.paragraphs, tuple(line.text for line in lines)))
        body = _page_body(report, [lines[i] for i in chosen], frozenset(k for k, i in enumerate(chosen) if i in titles))
        body = [chosen[k] for k in body]
        if sum(len(lines[i].words) for i in body) < _FEWEST_WORDS and not any(is_paragraph(lines[i]) for i in body):
            raise _no_article(report, "the page holds no article")
    if not body:
        if content is not None or title is None:
            raise _no_article(report, "the report holds no line of an article")
        # A title is all there is: then it is what the report says.
        return _Parts(lines, (min(title.lines),), None)
    return _Parts(lines, tuple(body), title)


def _page_body(report: Report, chosen: Sequence[Line], titles: frozenset[int]) -> list[int]:
    """The lines of a page's main content that are the article's; a headline in other words over it is none of them."""
    if not isinstance(report, Page):
        return sorted(article_lines(chosen, titles))
    heads = {i for i, line in enumerate(chosen) if any(heading.covers(line.span) for heading in report.headings)}
    first = next((i for i, line in enumerate(chosen) if is_paragraph(line) and i not in titles | heads), len(chosen))
    above = titles | {i for i in heads if i < first}
    return sorted(article_lines(chosen, above, linked=linked_lines(chosen, report.links), main=True))


def _boilerplate(text: str, parts: _Parts, title: Title | None) -> Iterator[Span]:
    """The lines that are no body, less the title."""
    if text[: parts.lines[0].span.start].strip():
        block = text[: parts.lines[0].span.start]
        yield Span(len(block) - len(block.lstrip()), len(block.rstrip()))
    body = frozenset(parts.body)
    for i, line in enumerate(parts.lines):
        if i in body:
            continue
        if title is None or not line.span.covers(title.span):
            yield line.span
            continue
        for piece in (Span(line.span.start, title.span.start), Span(title.span.end, line.span.end)):
            held = piece.of(text)
            if held.strip():
                begin = piece.start + len(held) - len(held.lstrip())
                yield Span(begin, begin + len(held.strip()))


# ── date and publisher ────────────────────────────────────────────────────────────────────────────────────────────


def _date(report: Report, parts: _Parts, content: MainContent | None) -> date | None:
    """The day of publication: a dateline, a date line by the title, the page's metadata, the address."""
    return (
        _dateline_date(parts)
        or _line_date(parts)
        or (content.date if content else None)
        or _url_date(report.url or (content.url if content else None))
    )


def _dateline_date(parts: _Parts) -> date | None:
    """The date in the dateline of the first paragraph: «القاهرة 29 يونيو 2015 (رويترز) -»."""
    text = parts.lines[parts.body[0]].text
    opening = " ".join(text.split()[:_DATELINE_WORDS])
    lang = detect_language(opening) or "en"
    for found in find_dates(opening, lang=lang, anchor=None):
        if found.day is None:
            continue
        ends = _DATELINE_END.match(opening, found.span.end) or _DATELINE_END.search(opening, found.span.end)
        if ends is not None or not is_paragraph(parts.lines[parts.body[0]]):
            return found.day
    return None


def _line_date(parts: _Parts) -> date | None:
    """The date line nearest to the article: above its first paragraph, from there upwards, then below its last."""
    above = [i for i in range(parts.body[0]) if parts.title is None or i > min(parts.title.lines)]
    below = range(parts.body[-1] + 1, len(parts.lines))
    for i in [*reversed(above), *below]:
        day = line_date(parts.lines[i]) or _cued_date(parts.lines[i])
        if day is not None:
            return day
    return None


def _cued_date(line: Line) -> date | None:
    """The date behind "Published:" or «تاريخ النشر:»."""
    if ":" not in line.text or is_paragraph(line):
        return None
    behind = split_lines(line.text.split(":", 1)[1])
    return line_date(behind[0]) if behind else None


def _url_date(url: str | None) -> date | None:
    match = _URL_DATE.search(url or "")
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _publisher(report: Report, parts: _Parts) -> str | None:
    """The site's name above its address at the foot, the host of an address, or the agency of the byline."""
    tail = parts.lines[parts.body[-1] + 1 :]
    site = _site_name(tail) or (_host(report.url) if report.url else None)
    if site:
        return site
    opening = parts.lines[max(0, parts.body[0] - 2) : parts.body[0]]
    for words in [*(line.words for line in opening), parts.lines[parts.body[0]].words[:_DATELINE_WORDS]]:
        agency = find_agency(words)
        if agency is not None:
            return agency.publisher
    return None


def _site_name(tail: Sequence[Line]) -> str | None:
    for i, line in enumerate(tail):
        if is_address(line) and "@" not in line.text and not line.text.startswith("#"):
            above = tail[i - 1] if i else None
            named = above is not None and not is_address(above) and not is_paragraph(above) and len(above.words) <= 4
            return above.text if above is not None and named else _host(line.text)
    return None


def _host(address: str) -> str | None:
    host = urlsplit(address if "//" in address else f"//{address}").hostname
    return host.removeprefix("www.") if host else None
