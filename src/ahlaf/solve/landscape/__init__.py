"""The landscape of alignments: which of them hold, and what leads to each."""
