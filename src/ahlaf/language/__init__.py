"""What every layer above needs to know of writing: normal forms, tokens, sentences, quotation marks, in two scripts."""

from ahlaf.language.document import Document, Quotation, Sentence, Token, detect_language, make_document
from ahlaf.language.normal import normal

__all__ = ["Document", "Quotation", "Sentence", "Token", "detect_language", "make_document", "normal"]
