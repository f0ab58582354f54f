"""An answer in words, for the terminal, as JSON, and as a page of one file."""

from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.document import to_json
from ahlaf.report.page import to_page
from ahlaf.report.terminal import to_terminal

__all__ = ["LANGUAGES", "Lang", "to_json", "to_page", "to_terminal"]
