"""The signed network at a date, and signed graphs read from files."""

from ahlaf.network.edgelist import read_network
from ahlaf.network.given import GivenNetwork, network_of
from ahlaf.network.graph import SignedGraph, signed_graph
from ahlaf.network.signed import SignedNetwork
from ahlaf.network.sizes import read_sizes
from ahlaf.network.windows import read_windows

__all__ = [
    "GivenNetwork",
    "SignedGraph",
    "SignedNetwork",
    "network_of",
    "read_network",
    "read_sizes",
    "read_windows",
    "signed_graph",
]
