"""Relations to ties: what the evidence adds up to for each pair, with its interval and its sentences."""

from ahlaf.ties.coded import CodedTie, coded_by, override, read_coded
from ahlaf.ties.evidence import EvidenceCount, collect_evidence
from ahlaf.ties.files import read_ties, write_ties
from ahlaf.ties.weigh import compute_ties

__all__ = [
    "CodedTie",
    "EvidenceCount",
    "coded_by",
    "collect_evidence",
    "compute_ties",
    "override",
    "read_coded",
    "read_ties",
    "write_ties",
]
