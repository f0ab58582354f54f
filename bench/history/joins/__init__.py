"""Who joins? The parts of the test against treaties; `who_joins.py` runs it."""
