"""Makes the JSON schema of an answer from the records that it is made of."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from ahlaf.report.document import SCHEMA, Document

# JSON has no infinity: these keys are null where nothing bounds them, as when no package exists.
_MAY_BE_INFINITE = {"Certificate": ("bound", "gap")}


def answer_schema() -> str:
    """Return the schema: every key of every record is required, and no other is allowed."""
    (reference,), records = msgspec.json.schema_components([Document], ref_template="#/$defs/{name}")
    for name, record in records.items():
        _strict(record)
        for key in _MAY_BE_INFINITE.get(name, ()):
            record["properties"][key] = {"type": ["number", "null"]}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "An answer of Ahlaf",
        "description": "What `ahlaf ask --json` writes. Pairs of actors are in alphabetical order; numbers are as "
        "computed, not rounded.",
        **reference,
        "$defs": records,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _strict(record: dict[str, Any]) -> None:
    record.pop("title", None)
    if "description" in record:
        record["description"] = " ".join(record["description"].split())
    if record.get("type") != "object" or "properties" not in record:
        return
    for value in record["properties"].values():
        value.pop("default", None)
    record["required"] = list(record["properties"])
    record["additionalProperties"] = False
