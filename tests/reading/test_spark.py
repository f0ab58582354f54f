"""Reading over Spark gives the same lines as reading here; bad reports keep their places."""

from __future__ import annotations

import json
import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from ahlaf.model import InputError, ReportError
from ahlaf.reading import encode_paths
from ahlaf.reading.spark import encode_paths_on_spark

PRESENT = find_spec("pyspark") is not None and shutil.which("java") is not None
TEXTS = (
    "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو تدعم دمشق.",
    "Russia said on Monday it would help Syria.",
    "<p>اتهمت دمشق أنقرة بدعم الإرهاب.</p>",
)


def test_on_ci_spark_is_there() -> None:
    if not os.environ.get("CI"):
        pytest.skip("only CI must have pyspark and Java")
    assert PRESENT, "CI must install ahlaf[spark] and Java"


@pytest.mark.skipif(not PRESENT, reason="pyspark (ahlaf[spark]) or Java is not installed")
def test_the_same_lines_in_the_same_order(tmp_path: Path) -> None:
    records = [json.dumps({"id": str(n), "text": TEXTS[n % 2], "date": "2015-06-29"}) for n in range(200)]
    records[70] = '{"id": "no text"}'
    (tmp_path / "a.jsonl").write_text("\n".join(records), encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<html><body><article>{TEXTS[2] * 5}</article></body></html>", encoding="utf-8")
    here, there = list(encode_paths([tmp_path])), list(encode_paths_on_spark([tmp_path]))
    assert [str(found) for found in there] == [str(found) for found in here]
    assert isinstance(there[70], ReportError)


@pytest.mark.skipif(find_spec("pyspark") is not None, reason="pyspark is installed")
def test_without_pyspark_the_message_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    with pytest.raises(InputError, match="pyspark") as caught:
        list(encode_paths_on_spark([tmp_path]))
    assert "ahlaf[spark]" in str(caught.value)
