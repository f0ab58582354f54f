"""Writing so that no output is ever half written."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ahlaf.model import InputError, Place


@contextmanager
def writing(path: str | None) -> Iterator[BinaryIO]:
    """Give a binary stream for `path`, which appears whole when all went well and not at all otherwise.

    None or "-" is standard output. Raises InputError where the folder is missing or cannot be written to.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    if not target.parent.is_dir():
        raise InputError(
            "the folder of the output file does not exist",
            place=Place(file=path),
            remedy=f"create it first: mkdir -p {target.parent}",
        )
    if target.is_dir():
        raise InputError("the output file is a folder", place=Place(file=path), expected="the name of a file")
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise InputError(f"cannot write here: {error.strerror}", place=Place(file=path)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
