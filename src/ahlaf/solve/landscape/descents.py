"""Where random divisions of many actors end, when one actor after another changes sides to lower the energy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.piece import Integers
from ahlaf.solve.stopping import expired

# So many starts go down side by side.
BATCH = 100


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """Different divisions in which starts ended, as rows of sides 0 and 1 (the first actor's is 0), and how many did.

    `samples` starts were followed in all.
    """

    sides: Integers
    counts: Integers
    samples: int


def sampled_ends(weights: Integers, samples: int, seed: int, deadline: float) -> Ends:
    """Follow random divisions down; each move is drawn among those that lower Σ w_ij over pairs on opposite sides.

    Weights are symmetric, shape (n, n). At least one batch is followed; a deadline ends with those that were.
    """
    random = np.random.default_rng(seed)
    ends: list[Integers] = []
    done = 0
    while done < samples and (done == 0 or not expired(deadline)):
        batch = min(BATCH, samples - done)
        ends.append(_followed(weights, batch, random))
        done += batch
    rows = np.concatenate(ends)
    rows ^= rows[:, :1]
    packed, first, counts = np.unique(
        np.packbits(rows.astype(np.bool_), axis=1), axis=0, return_index=True, return_counts=True
    )
    del packed
    return Ends(rows[first], counts.astype(np.int64), done)


def _followed(weights: Integers, batch: int, random: np.random.Generator) -> Integers:
    actors = len(weights)
    signs: Integers = 2 * random.integers(0, 2, (batch, actors)) - 1
    # What each actor wins by staying: Σ_j w_ij s_i s_j; a move that lowers the energy is one where it is below zero.
    pulls: Integers = signs * (signs @ weights)
    moving: Integers = np.arange(batch)
    while len(moving):
        chance = random.random((len(moving), actors))
        chance[pulls[moving] >= 0] = 2.0
        actor = chance.argmin(axis=1)
        improving = chance[np.arange(len(moving)), actor] < 2.0
        moving, actor = moving[improving], actor[improving]
        side = signs[moving, actor]
        pulls[moving] -= 2 * weights[actor] * signs[moving] * side[:, np.newaxis]
        pulls[moving, actor] *= -1
        signs[moving, actor] = -side
    return (1 - signs) // 2
