"""The signed network at a date, and signed graphs read from files."""

from ahlaf.model import pair_of
from ahlaf.network.edgelist import read_network
from ahlaf.network.graph import SignedGraph, signed_graph
from ahlaf.network.signed import SignedNetwork
from ahlaf.ties.weigh import unknown_tie

__all__ = ["SignedGraph", "SignedNetwork", "pair_of", "read_network", "signed_graph", "unknown_tie"]
