"""Mentions: which actors a text names, and in which words."""

from ahlaf.reading.mentions.find import find_mentions

__all__ = ["find_mentions"]
