"""Did you mean: the known names that are nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

# A name further away than this share of its length is no suggestion.
_FURTHEST = 0.4


def nearest(word: str, names: Iterable[tuple[str, str]], limit: int) -> tuple[str, ...]:
    """Return up to `limit` answers whose names are nearest to `word` by edit distance, nearest first.

    `names` are pairs (name in normal form, answer). Distance: Damerau's, with neighbours swapped as one edit
    (Damerau 1964), up to 0.4 of the length of `word`; a name that begins with `word` is one edit away at most.
    """
    allowed = max(1, int(len(word) * _FURTHEST))
    letters = frozenset(word)
    best: dict[str, int] = {}
    for name, answer in names:
        if len(word) > 2 and name.startswith(word):
            distance = 1
        elif abs(len(name) - len(word)) > allowed or len(letters.difference(name)) > allowed:
            continue
        else:
            distance = edit_distance(word, name, best.get(answer, allowed + 1) - 1)
        if distance < best.get(answer, allowed + 1):
            best[answer] = distance
    return tuple(sorted(best, key=lambda answer: (best[answer], answer))[:limit])


def edit_distance(a: str, b: str, limit: int) -> int:
    """Return how many insertions, deletions, changes and swaps lead from `a` to `b`; limit + 1 if more than `limit`.

    >>> edit_distance("syira", "syria", 3)
    1
    """
    if limit < 0:
        return 0
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        following = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        if min(following) > limit and (not row or min(row) > limit):
            return limit + 1
        before, row = row, following
    return min(row[-1], limit + 1)
