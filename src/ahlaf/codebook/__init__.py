"""Codebooks: what each PLOVER root weighs, how CAMEO and quad class go along with it, and how tables are read."""

from ahlaf.codebook.plover import Root, plover
from ahlaf.codebook.table import Row, package_table, read_table

__all__ = ["Root", "Row", "package_table", "plover", "read_table"]
