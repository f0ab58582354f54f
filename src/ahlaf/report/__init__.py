"""An answer in words, for the terminal, as JSON, and as a page of one file."""

from ahlaf.report.act_names import act_named
from ahlaf.report.camps import CampsRun, camps_to_html, camps_to_json, camps_to_text, self_ties_to_text
from ahlaf.report.camps_check import check_to_json, check_to_text, weaker_to_text
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.commitments import commitments_to_json, commitments_to_text, why_to_text
from ahlaf.report.comparison import comparison_to_json, comparison_to_terminal
from ahlaf.report.document import to_json
from ahlaf.report.drawing.timeline import timeline_to_svg
from ahlaf.report.explained import explain
from ahlaf.report.landscape import landscape_to_json, landscape_to_text
from ahlaf.report.near_best import near_best_to_json, near_best_to_text
from ahlaf.report.over_time import over_time_to_json, over_time_to_text
from ahlaf.report.page import to_page
from ahlaf.report.proposals import proposals_to_text
from ahlaf.report.terminal import to_terminal
from ahlaf.report.timeline import timeline_to_json, timeline_to_text

__all__ = [
    "LANGUAGES",
    "CampsRun",
    "Lang",
    "act_named",
    "camps_to_html",
    "camps_to_json",
    "camps_to_text",
    "check_to_json",
    "check_to_text",
    "commitments_to_json",
    "commitments_to_text",
    "comparison_to_json",
    "comparison_to_terminal",
    "explain",
    "landscape_to_json",
    "landscape_to_text",
    "near_best_to_json",
    "near_best_to_text",
    "over_time_to_json",
    "over_time_to_text",
    "proposals_to_text",
    "self_ties_to_text",
    "timeline_to_json",
    "timeline_to_svg",
    "timeline_to_text",
    "to_json",
    "to_page",
    "to_terminal",
    "weaker_to_text",
    "why_to_text",
]
