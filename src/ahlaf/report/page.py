"""An answer as a page: one file in both languages that loads nothing from elsewhere and works without scripts."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from markupsafe import Markup

from ahlaf.model import Answer, Case
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.edition import Edition
from ahlaf.report.filling import environment
from ahlaf.version import __version__


def to_page(case: Case, answer: Answer, *, lang: Lang) -> str:
    """Return the answer as one HTML file that holds both languages; `lang` is the one shown first.

    The page loads nothing (its content security policy forbids it), and the same answer gives the same bytes.
    """
    style, script = _asset("page.css"), _asset("page.js")
    return (
        environment()
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


def _asset(name: str) -> str:
    return (files("ahlaf.report") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return the hash by which the content security policy lets a style or script in."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
