"""Writing so that no output is ever half written."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from ahlaf.model import InputError, Place

if TYPE_CHECKING:
    from ahlaf.reading import DoneLines

# Output that waits for the end of a run is kept in memory up to this many bytes, and beyond that in a file.
_IN_MEMORY = 64 * 1024 * 1024


@contextmanager
def writing(path: str | None) -> Iterator[BinaryIO]:
    """Give a binary stream for `path`, which appears whole when all went well and not at all otherwise.

    None or "-" is standard output. Raises InputError where the folder is missing or cannot be written to.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = _target(path)
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


@contextmanager
def waiting() -> Iterator[BinaryIO]:
    """Give a binary stream whose lines go to standard output when all went well, since they cannot be taken back."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as held:
        yield cast("BinaryIO", held)
        held.seek(0)
        shutil.copyfileobj(held, sys.stdout.buffer)
        sys.stdout.buffer.flush()


@contextmanager
def resuming(path: str, *, fresh: bool = False) -> Iterator[tuple[BinaryIO, DoneLines]]:
    """Give a binary stream for the file at `path`, and the lines that earlier runs have made for it.

    The file appears whole when all went well. Else what was written stays beside it, as `path`.partial, for the next
    run to take up, also after a kill. With `fresh` earlier lines are not looked at.
    """
    from ahlaf.reading import DoneLines

    target = _target(path)
    partial, following = (target.with_name(f"{target.name}{end}") for end in (".partial", ".partial.next"))
    _keep_longer(following, partial)
    try:
        stream = following.open("wb")
    except OSError as error:
        raise InputError(f"cannot write here: {error.strerror}", place=Place(file=path)) from error
    try:
        with stream, DoneLines([] if fresh else [partial, target]) as done:
            yield stream, done
        following.replace(target)
        partial.unlink(missing_ok=True)
    finally:
        _keep_longer(following, partial)


def _keep_longer(following: Path, partial: Path) -> None:
    """Of two beginnings of the same output keep the longer as `partial`; an empty one is no beginning."""
    if not following.exists():
        return
    size = following.stat().st_size
    if size > (partial.stat().st_size if partial.exists() else 0):
        following.replace(partial)
    else:
        following.unlink()


def _target(path: str) -> Path:
    """The file to write, once it is sure that it can stand there."""
    target = Path(path)
    if not target.parent.is_dir():
        raise InputError(
            "the folder of the output file does not exist",
            place=Place(file=path),
            remedy=f"create it first: mkdir -p {target.parent}",
        )
    if target.is_dir():
        raise InputError("the output file is a folder", place=Place(file=path), expected="the name of a file")
    return target


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
