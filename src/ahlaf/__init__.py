"""Ahlaf: can these parties stand together against this threat, what stops them, and what would it take?"""

__version__ = "0.1.0"
