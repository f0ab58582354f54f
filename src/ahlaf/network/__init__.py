"""The signed network at a date."""

from ahlaf.network.signed import SignedNetwork, pair_of, unknown_tie

__all__ = ["SignedNetwork", "pair_of", "unknown_tie"]
