"""Cases on disk: a question with everything that is needed to answer it."""

from ahlaf.cases.ask import asked, case_folder, open_case
from ahlaf.cases.bundled import DEMO, TEMPLATE, set_out
from ahlaf.cases.load import CaseFiles, Loaded, load_case, read_case
from ahlaf.cases.timeline import timeline

__all__ = [
    "DEMO",
    "TEMPLATE",
    "CaseFiles",
    "Loaded",
    "asked",
    "case_folder",
    "load_case",
    "open_case",
    "read_case",
    "set_out",
    "timeline",
]
