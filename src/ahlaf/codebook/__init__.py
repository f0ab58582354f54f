"""Codebooks: what each PLOVER root weighs, how CAMEO and quad class go along with it, and how tables are read."""

from ahlaf.codebook.dated import Dated, begun, require_order, standing
from ahlaf.codebook.plover import Root, plover
from ahlaf.codebook.table import SINCE, Row, package_table, read_table

__all__ = [
    "SINCE",
    "Dated",
    "Root",
    "Row",
    "begun",
    "package_table",
    "plover",
    "read_table",
    "require_order",
    "standing",
]
