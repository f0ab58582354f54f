"""The page in a browser: nothing runs over the edge of a phone, and the switch works without a script."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ahlaf.model import Answer, Case
from ahlaf.report import LANGUAGES, Lang, to_page

PHONE = 375
BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=4000",
    "--allow-file-access-from-files",
    "--window-size=1000,900",
    "--dump-dom",
)
# The window of a headless browser may not shrink to a phone's, so the page is measured inside a frame of that width.
WRAPPER = """<!DOCTYPE html><title>waiting</title>
<iframe src="page.html{fragment}" style="width:{width}px;height:800px;border:0"></iframe>
<script>
onload = () => {{
  const inner = document.querySelector("iframe").contentDocument;
  const shown = [...inner.querySelectorAll("main")].filter((main) => main.offsetHeight > 0).map((main) => main.lang);
  for (const part of inner.querySelectorAll("details")) part.open = true;
  document.title = "measured " + inner.documentElement.scrollWidth + " " + shown.join(",");
}};
</script>"""

pytestmark = pytest.mark.skipif(
    BROWSER is None and not os.environ.get("CI"), reason="no chromium on this machine (in CI it must be there)"
)


def _measure(folder: Path, page: str, width: int, fragment: str = "") -> tuple[int, str]:
    """Return the width that the page takes in a frame, and the languages that are to be seen."""
    assert BROWSER, "chromium is missing"
    (folder / "page.html").write_text(page, encoding="utf-8")
    wrapper = folder / "wrapper.html"
    wrapper.write_text(WRAPPER.format(width=width, fragment=fragment), encoding="utf-8")
    command = [BROWSER, *FLAGS, f"--user-data-dir={folder / 'profile'}", wrapper.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)
    found = re.search(r"<title>measured (\d+) ([a-z,]*)</title>", done.stdout)
    assert found, done.stdout[:500]
    return int(found[1]), found[2]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [PHONE, 360])
def test_a_phone_needs_no_scrolling_sideways(
    lang: Lang, width: int, case: Case, answer: Answer, tmp_path: Path
) -> None:
    wide, shown = _measure(tmp_path, to_page(case, answer, lang=lang), width)
    assert wide <= width
    assert shown == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_language_is_shown_without_any_script(lang: Lang, case: Case, answer: Answer, tmp_path: Path) -> None:
    page = re.sub(r"<script>.*?</script>", "", to_page(case, answer, lang=lang), flags=re.DOTALL)
    _, shown = _measure(tmp_path, page, 1000)
    assert shown == lang


def test_a_link_into_the_other_language_turns_to_it(case: Case, answer: Answer, tmp_path: Path) -> None:
    _, shown = _measure(tmp_path, to_page(case, answer, lang="en"), 1000, "#ar-tie-3")
    assert shown == "ar"
