"""Relations of Arabic text by ranking: every trigger weighs all the parties that could be its two ends."""

from ahlaf.reading.relations.arabic.relations import arabic_relations

__all__ = ["arabic_relations"]
