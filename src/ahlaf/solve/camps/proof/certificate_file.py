"""The file of a certificate: written and read, without loss, the same bytes for the same certificate.

It is a zip archive of NumPy arrays (.npz). `header` is text in UTF-8, JSON with `format`, `version`, `network`, `k`,
`unit` (as [1, 100] for a hundredth), `goal` and `proven`. `camps` and `numbers` are those of the certificate. The
proof is a list of steps in `steps` (NARROW, CLOSE, CLASH, BRANCH, SPLIT, FINER, ENCLOSE), each proof followed by those
that its last step rests on: of a branch `together` then `apart`, of a split its parts in order. What a step holds
stands in the other arrays, in the order of the steps; `lengths` has the length of each list there, in the order of
reading.

| step | reads |
|---|---|
| NARROW | `related_first`, `related_second`, `related_apart`; `rules`, `actors` (four a reduction), `apart`; duals |
| CLASH | the related pairs; duals |
| CLOSE | duals |
| BRANCH | two of `integers`: first and second actor |
| SPLIT | `goals`; then for each part `part_ties` |
| FINER | one of `integers`: the scale |
| ENCLOSE | one of `integers`: the unit; then semidefinite multipliers |

Duals are one of `integers`: the unit, or 0 where there are none; then lists from `sizes` (ties of each cut), `ties`,
`least` and `multipliers`. Semidefinite multipliers are lists from `diagonal`, `triangle_actors`, `triangle_signs`
(three a triangle) and `triangle_multipliers`.
"""

from __future__ import annotations

import io
import json
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import NetworkFileError, Place
from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.piece import Integers
from ahlaf.solve.camps.proof.certificate import CampsCertificate
from ahlaf.solve.camps.proof.proof import Branch, Clash, Close, Enclose, Finer, Narrow, Part, Proof, Split
from ahlaf.solve.camps.proof.reductions import WITNESSES, Reductions, Related
from ahlaf.solve.camps.proof.semidefinite import Semidefinite, Triangles

FORMAT = "ahlaf camps certificate"
VERSION = 1
NARROW, CLOSE, CLASH, BRANCH, SPLIT, FINER, ENCLOSE = range(1, 8)
LISTS = (
    *("related_first", "related_second", "related_apart", "rules", "actors", "apart"),
    *("sizes", "ties", "least", "multipliers", "goals", "part_ties", "integers", "steps", "lengths"),
    *("diagonal", "triangle_actors", "triangle_signs", "triangle_multipliers"),
)
EXPECTED = "a certificate that `ahlaf camps --certificate` has written"

Step = Finer | Narrow | Close | Enclose | Clash | Branch | Split


def write_certificate(path: Path, certificate: CampsCertificate) -> None:
    """Write a certificate to a file."""
    path.write_bytes(certificate_bytes(certificate))


def certificate_bytes(certificate: CampsCertificate) -> bytes:
    """Return the bytes of a certificate's file."""
    header = {
        "format": FORMAT,
        "version": VERSION,
        "network": certificate.network,
        "k": certificate.k,
        "unit": [certificate.unit.numerator, certificate.unit.denominator],
        "goal": certificate.goal,
        "proven": certificate.proof is not None,
    }
    writer = _Writer()
    if certificate.proof is not None:
        writer.proof(certificate.proof)
    arrays = {"camps": certificate.camps, "numbers": certificate.numbers, **writer.arrays()}
    packed: dict[str, NDArray[np.integer]] = {name: _smallest(array) for name, array in arrays.items()}
    packed["header"] = np.frombuffer(json.dumps(header, sort_keys=True).encode(), dtype=np.uint8)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in sorted(packed.items()):
            # A ZipInfo without a date has that which archives begin with: the bytes depend on the content only.
            entry = zipfile.ZipInfo(f"{name}.npy")
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
    return file.getvalue()


def read_certificate(path: Path) -> CampsCertificate:
    """Read a certificate; raises NetworkFileError where the file is none. It is not checked: see check_certificate."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NetworkFileError(f"cannot read it: {error.strerror}", place=Place(file=str(path))) from error
    try:
        return certificate_from(data)
    except (ValueError, KeyError, TypeError, IndexError, EOFError, ZeroDivisionError, zipfile.BadZipFile) as error:
        raise NetworkFileError(
            "the file is no certificate, or it is damaged", place=Place(file=str(path)), expected=EXPECTED
        ) from error


def certificate_from(data: bytes) -> CampsCertificate:
    """Return the certificate that a file's bytes hold; raises ValueError or KeyError and the like where it is none."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    header = json.loads(arrays.pop("header").tobytes())
    if header["format"] != FORMAT or header["version"] != VERSION:
        raise ValueError(f"not a certificate of version {VERSION}")
    lists = {name: _integers(array) for name, array in arrays.items()}
    k, goal = header["k"], header["goal"]
    if not isinstance(goal, int) or not (k is None or isinstance(k, int)):
        raise ValueError("the header is not as it should be")
    proof = _Reader(lists).proof() if header["proven"] else None
    numerator, denominator = header["unit"]
    unit = Fraction(numerator, denominator)
    return CampsCertificate(str(header["network"]), k, lists["camps"], unit, lists["numbers"], goal, proof)


def _smallest(array: Integers) -> NDArray[np.integer]:
    """Return the numbers in the smallest type that holds them all."""
    low, high = int(array.min(initial=0)), int(array.max(initial=0))
    kinds = (np.int8, np.int16, np.int32)
    fitting = (kind for kind in kinds if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max)
    return array.astype(next(fitting, np.int64))


def _integers(array: NDArray[np.generic]) -> Integers:
    if array.ndim != 1 or array.dtype.kind != "i":
        raise ValueError("a list is no list of whole numbers")
    return array.astype(np.int64)


class _Writer:
    """Takes a proof apart into lists of whole numbers."""

    def __init__(self) -> None:
        self.lists: dict[str, list[Integers]] = {name: [] for name in LISTS}

    def arrays(self) -> dict[str, Integers]:
        none = np.zeros(0, dtype=np.int64)
        return {name: np.concatenate([none, *parts]) for name, parts in self.lists.items()}

    def proof(self, proof: Proof) -> None:
        """Write a proof, then those that it rests on; without recursion, for branchings can be deep."""
        open_ = [proof]
        while open_:
            steps = open_.pop().steps
            for step in steps:
                self._step(step)
            if isinstance(steps[-1], Branch):
                open_ += [steps[-1].apart, steps[-1].together]
            elif isinstance(steps[-1], Split):
                open_ += [part.proof for part in reversed(steps[-1].parts)]

    def _step(self, step: Step) -> None:
        match step:
            case Narrow():
                self._number("steps", NARROW)
                self._related(step.related)
                self._list("rules", step.steps.rules)
                self._list("actors", step.steps.actors.ravel())
                self._list("apart", step.steps.apart.astype(np.int64))
                self._duals(step.duals)
            case Close():
                self._number("steps", CLOSE)
                self._duals(step.duals)
            case Enclose():
                self._number("steps", ENCLOSE)
                self._semidefinite(step.duals)
            case Clash():
                self._number("steps", CLASH)
                self._related(step.related)
                self._duals(step.duals)
            case Branch():
                self._number("steps", BRANCH)
                self._number("integers", step.first)
                self._number("integers", step.second)
            case Finer():
                self._number("steps", FINER)
                self._number("integers", step.scale)
            case Split():
                self._number("steps", SPLIT)
                self._list("goals", np.array([part.goal for part in step.parts], dtype=np.int64))
                for part in step.parts:
                    self._list("part_ties", part.ties)

    def _related(self, related: Related) -> None:
        self._list("related_first", related.first)
        self._list("related_second", related.second)
        self._list("related_apart", related.apart.astype(np.int64))

    def _duals(self, duals: Duals | None) -> None:
        self._number("integers", 0 if duals is None else duals.unit)
        if duals is not None:
            self._list("sizes", np.diff(duals.cuts.starts))
            self._list("ties", duals.cuts.ties)
            self._list("least", duals.cuts.least)
            self._list("multipliers", duals.multipliers)

    def _semidefinite(self, duals: Semidefinite) -> None:
        self._number("integers", duals.unit)
        self._list("diagonal", duals.diagonal)
        self._list("triangle_actors", duals.triangles.actors.ravel())
        self._list("triangle_signs", duals.triangles.signs.ravel())
        self._list("triangle_multipliers", duals.multipliers)

    def _number(self, name: str, number: int) -> None:
        self.lists[name].append(np.array([number], dtype=np.int64))

    def _list(self, name: str, numbers: Integers) -> None:
        self._number("lengths", len(numbers))
        self.lists[name].append(numbers)


class _Reader:
    """Puts a proof together from lists of whole numbers."""

    def __init__(self, lists: dict[str, Integers]) -> None:
        self.lists = lists
        self.at = dict.fromkeys(LISTS, 0)

    def proof(self) -> Proof:
        """Return the proof: read all steps in order, then give each proof, from the last on, those it rests on."""
        read: list[tuple[list[Step], int]] = []
        missing = 1
        while missing:
            missing -= 1
            steps: list[Step] = []
            while isinstance(step := self._step(), Finer | Narrow):
                steps.append(step)
            steps.append(step)
            rests_on = 2 if isinstance(step, Branch) else len(step.parts) if isinstance(step, Split) else 0
            missing += rests_on
            read.append((steps, rests_on))
        ready: list[Proof] = []
        for steps, rests_on in reversed(read):
            under = [ready.pop() for _ in range(rests_on)]
            ready.append(Proof((*steps[:-1], _resting(steps[-1], under))))
        if any(self.at[name] != len(self.lists[name]) for name in LISTS):
            _damaged()
        return ready.pop()

    def _step(self) -> Step:
        kind = self._number("steps")
        if kind == NARROW:
            related = self._related()
            rules, actors = self._list("rules"), self._list("actors").reshape(-1, WITNESSES)
            apart = self._list("apart").astype(np.bool_)
            if not len(rules) == len(actors) == len(apart):
                _damaged()
            return Narrow(related, Reductions(rules, actors, apart), self._duals())
        if kind == CLOSE:
            return Close(self._duals() or _damaged())
        if kind == ENCLOSE:
            return Enclose(self._semidefinite())
        if kind == CLASH:
            return Clash(self._related(), self._duals())
        if kind == BRANCH:
            return Branch(self._number("integers"), self._number("integers"), Proof(()), Proof(()))
        if kind == FINER:
            return Finer(self._number("integers"))
        if kind == SPLIT:
            goals = self._list("goals").tolist()
            return Split(tuple(Part(self._list("part_ties"), goal, Proof(())) for goal in goals))
        return _damaged()

    def _related(self) -> Related:
        first, second = self._list("related_first"), self._list("related_second")
        apart = self._list("related_apart").astype(np.bool_)
        if not len(first) == len(second) == len(apart):
            _damaged()
        return Related(first, second, apart)

    def _duals(self) -> Duals | None:
        unit = self._number("integers")
        if unit == 0:
            return None
        sizes, ties = self._list("sizes"), self._list("ties")
        starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
        return Duals(Cuts(starts, ties, self._list("least")), self._list("multipliers"), unit)

    def _semidefinite(self) -> Semidefinite:
        unit, diagonal = self._number("integers"), self._list("diagonal")
        triangles = Triangles(self._list("triangle_actors").reshape(-1, 3), self._list("triangle_signs").reshape(-1, 3))
        return Semidefinite(diagonal, triangles, self._list("triangle_multipliers"), unit)

    def _number(self, name: str) -> int:
        self.at[name] += 1
        return int(self.lists[name][self.at[name] - 1])

    def _list(self, name: str) -> Integers:
        begin, length = self.at[name], self._number("lengths")
        if length < 0 or begin + length > len(self.lists[name]):
            _damaged()
        self.at[name] = begin + length
        return self.lists[name][begin : begin + length]


def _resting(step: Step, under: list[Proof]) -> Step:
    """Return a last step with the proofs that it rests on."""
    if isinstance(step, Branch):
        return Branch(step.first, step.second, *under)
    if isinstance(step, Split):
        return Split(tuple(Part(part.ties, part.goal, proof) for part, proof in zip(step.parts, under, strict=True)))
    return step


def _damaged() -> NoReturn:
    raise ValueError("the lists of the proof do not fit together")
