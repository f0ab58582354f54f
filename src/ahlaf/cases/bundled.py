"""What ships with Ahlaf: the bundled case, and the case to fill in."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from ahlaf.model import InputError, Place

DEMO = "moscow-2015"
TEMPLATE = "template"


def set_out(name: str, folder: Path, *, fresh: bool) -> Path:
    """Copy the bundled case `name` into `folder` and return it; files that are already there are left alone.

    With `fresh`, a folder that holds anything is an InputError.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError("this is a file, no folder", place=Place(file=str(folder)), expected="a new folder's name")
    if fresh and folder.is_dir() and any(folder.iterdir()):
        raise InputError(
            "the folder is not empty",
            place=Place(file=str(folder)),
            expected="a new or empty folder",
            remedy="choose another name",
        )
    with as_file(files("ahlaf.cases") / name) as source:
        for path in sorted(source.rglob("*")):
            target = folder / path.relative_to(source)
            if path.is_dir() or "__pycache__" in path.parts or target.exists():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder
