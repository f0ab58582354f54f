"""Inner loops compiled to machine code. Importing this loads the compiler, so only what large networks need does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numba

_Function = TypeVar("_Function", bound=Callable[..., object])


def compiled(function: _Function) -> _Function:
    """Compile a function of numbers and arrays at its first call, and keep it on disk for later runs if that can be.

    The same function and the same input give the same result on every run; there is no reordering of sums.
    """
    try:
        return cast(_Function, numba.njit(cache=True, nogil=True)(function))
    except RuntimeError:
        # There is no folder that can be written to.
        return cast(_Function, numba.njit(nogil=True)(function))
