"""Takes the picture of the answer that the README shows: `make picture`. Needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ahlaf.cases import DEMO, load_case, set_out
from ahlaf.report import to_page
from ahlaf.solve import answer

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
SIZES = {"answer.png": ("en", "1000,1040"), "answer.ar.png": ("ar", "1000,1040")}
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> int:
    """Write one picture a language; 1 where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no chromium to take the picture with: apt install chromium", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        case = load_case(set_out(DEMO, Path(folder) / DEMO, fresh=True)).case
        result = answer(case.question, case.parties, case.ties, case.commitments)
        for name, (lang, size) in SIZES.items():
            page = Path(folder) / f"{lang}.html"
            page.write_text(to_page(case, result, lang="ar" if lang == "ar" else "en"), encoding="utf-8")
            options = [f"--user-data-dir={folder}/profile", f"--screenshot={IMAGES / name}", f"--window-size={size}"]
            subprocess.run([chromium, *QUIET, *options, page.as_uri()], check=True, capture_output=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
