"""Every result as plain sentences, one topic a module, in English and in Arabic."""

from ahlaf.report.sentences.all import Sentences, sentences

__all__ = ["Sentences", "sentences"]
