"""English relations: what a verb does to its object, and who governs it."""

from ahlaf.reading.relations.english.relations import english_relations

__all__ = ["english_relations"]
