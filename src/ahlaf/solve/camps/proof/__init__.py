"""Proofs as steps, their file, and a checker that trusts neither."""
