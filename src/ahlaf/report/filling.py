"""How templates are filled in: what comes from outside is escaped, and nothing that is missing passes for empty."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from ahlaf.report.markup import direction_of, file_name, marked, web_address


@cache
def environment() -> Environment:
    """Return the one environment of all templates."""
    filled = Environment(
        loader=PackageLoader("ahlaf.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filled.filters.update(marked=marked, direction=direction_of, web=web_address, file_name=file_name)
    return filled
