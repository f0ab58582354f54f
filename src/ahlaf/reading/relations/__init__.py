"""What actors do, say or would do to one another: relations, found from the construction of a sentence."""

from ahlaf.reading.relations.extract import find_relations

__all__ = ["find_relations"]
