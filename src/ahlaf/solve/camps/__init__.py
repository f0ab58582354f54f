"""Camps: who stands with whom in a whole network, with proof; what is near as good; how it changed."""
