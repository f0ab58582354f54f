"""Statements: who said what, to whom, and who reported it."""

from ahlaf.reading.statements.find import find_attributions, find_statements

__all__ = ["find_attributions", "find_statements"]
