"""What looks wrong in rules that can be read."""

from __future__ import annotations

import pytest

from ahlaf.solve.commitments.findings import rule_findings
from ahlaf.solve.commitments.rules import parse_commitments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SYR joins if SAU halt_funding\nSAU halts_funding", [
            ("unpromised", 1, "SAU halt_funding", "SAU halts_funding")
        ]),
        ("SYR joins if SUA halts_funding\nSAU halts_funding", [("unpromised", 1, "SUA halts_funding", None)]),
        ("RUS backs SYR\nSYR joins if RUS backs", [("unpromised", 2, "RUS backs", "RUS backs SYR")]),
        ("سوريا تنضم إذا السعودية توقف_تمويل\nالسعودية توقف_التمويل", [
            ("unpromised", 1, "السعودية توقف_تمويل", "السعودية توقف_التمويل")
        ]),
        ("A acts if B acts\nC acts unless B acts", [("unpromised", 1, "B acts", None)]),
        ("A acts if B acts and C acts\nA acts if C acts and B acts\nB acts\nC acts", [("twice", 2, "A acts", None)]),
        ("A acts\nA acts if B acts\nB acts", [("needless", 2, "A acts", None)]),
        ("A acts if A acts", [("waits_for_itself", 1, "A acts", None)]),
        ("A acts if at least 1 of (A acts, B acts)\nB acts", []),
        ("A acts unless A acts", [("unless_itself", 1, "A acts", None)]),
        ("A acts if B acts unless B acts\nB acts", [("never_applies", 1, "B acts", None)]),
        ("A acts unless B acts\nB acts unless A acts", []),
    ],
)  # fmt: skip
def test_each_trouble_with_its_line_and_what_may_be_meant(
    text: str, expected: list[tuple[str, int, str, str | None]]
) -> None:
    found = rule_findings(parse_commitments(text))
    assert [
        (str(one.trouble), one.rule.line, str(one.act), str(one.nearest) if one.nearest else None) for one in found
    ] == expected
