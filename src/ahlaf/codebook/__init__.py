"""Codebooks: what each PLOVER root weighs, and how CAMEO and quad class go along with it."""

from ahlaf.codebook.plover import Root, plover

__all__ = ["Root", "plover"]
