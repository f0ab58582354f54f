"""A noun phrase that means one or more actors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """One or more joined actors. `options` are the ways to take a word that stands for an actor, likeliest first.

    `head` to `last` are its tokens, `start` the first that names somebody. `prep` governs it ("" where nothing does);
    `noun` is the trigger it belongs to as owner or adjective, −1 for none.
    """

    head: int
    start: int
    last: int
    options: tuple[tuple[str, ...], ...]
    prep: str = ""
    noun: int = -1
    linked: bool = False
    adjective: bool = False
    asset: bool = False
    named: bool = True
    dual: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors it most likely means."""
        return self.options[0] if self.options else ()

    @property
    def free(self) -> bool:
        """Whether nothing governs it: it can be a subject or an object."""
        return not self.prep and self.noun < 0
