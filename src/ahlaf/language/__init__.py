"""What every layer above needs to know of writing: normal forms, tokens, sentences, quotation marks, in two scripts."""

from ahlaf.language.document import Document, make_document
from ahlaf.language.languages import count_function_words, detect_language, function_words, identify_language
from ahlaf.language.normal import normal
from ahlaf.language.quotations import Quotation, find_quotations
from ahlaf.language.sentences import Sentence, split_sentences
from ahlaf.language.tokens import Token, tokenize

__all__ = [
    "Document",
    "Quotation",
    "Sentence",
    "Token",
    "count_function_words",
    "detect_language",
    "find_quotations",
    "function_words",
    "identify_language",
    "make_document",
    "normal",
    "split_sentences",
    "tokenize",
]
