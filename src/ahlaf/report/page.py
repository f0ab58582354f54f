"""An answer as a page: one file in both languages that loads nothing from elsewhere and works without scripts."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ahlaf import __version__
from ahlaf.model import Answer, Case
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.edition import Edition
from ahlaf.report.markup import direction_of, file_name, marked, web_address


def to_page(case: Case, answer: Answer, *, lang: Lang) -> str:
    """Return the answer as one HTML file that holds both languages; `lang` is the one shown first.

    The page loads nothing (its content security policy forbids it), and the same answer gives the same bytes.
    """
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            lang=lang,
            editions=[Edition.of(case, answer, language) for language in LANGUAGES],
            style=Markup(style),
            script=Markup(script),
            style_hash=_digest(style),
            script_hash=_digest(script),
            version=__version__,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ahlaf.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(marked=marked, direction=direction_of, web=web_address, file_name=file_name)
    return environment


def _asset(name: str) -> str:
    return (files("ahlaf.report") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return the hash by which the content security policy lets a style or script in."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
