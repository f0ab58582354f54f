"""Checks a proof that every division of a piece costs at least a goal, trusting nothing but the piece.

It follows the steps in the words of `proof`, with exact whole numbers and code of its own: nothing that searches,
reduces or bounds while solving is used here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Booleans, Piece
from ahlaf.solve.camps.proof.check_bound import CheckedBound, InAny, InTwo, Kind
from ahlaf.solve.camps.proof.check_replay import ProofError, Replay
from ahlaf.solve.camps.proof.check_semidefinite import check_semidefinite
from ahlaf.solve.camps.proof.proof import (
    Branch,
    Clash,
    Close,
    Enclose,
    Finer,
    Narrow,
    Part,
    Proof,
    Split,
    finer_of,
    part_of,
)
from ahlaf.solve.camps.proof.reductions import Related

__all__ = ["Checked", "InAny", "InTwo", "ProofError", "check_proof"]

# A relation of two actors that holds in the case at hand: first, second, apart.
Case = tuple[int, int, bool]


@dataclass(slots=True)
class Checked:
    """How much was checked: reductions of kernels, relations fixed by a bound, cuts and triangles paid for, cases."""

    reductions: int = 0
    fixed: int = 0
    cuts: int = 0
    triangles: int = 0
    cases: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class _Claim:
    """A statement that is to be checked, with the place of its proof in words."""

    piece: Piece
    goal: int
    proof: Proof
    case: Case | None
    place: str


def check_proof(piece: Piece, goal: int, proof: Proof, kind: Kind | None = None) -> Checked:
    """Check that a proof shows that every division of the piece (into two camps, or `kind`) costs at least the goal.

    Raises ProofError that says what is wrong and where; otherwise returns how much was checked.
    """
    checker = _Checker(kind or InTwo())
    checker.open.append(_Claim(piece, goal, proof, None, ""))
    while checker.open:
        claim = checker.open.pop()
        try:
            checker.check(claim)
        except ProofError as error:
            raise ProofError(f"{claim.place}{error}") from None
    return checker.checked


class _Checker:
    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.checked = Checked()
        self.open: list[_Claim] = []

    def check(self, claim: _Claim) -> None:
        """Check the steps of one proof, and put the claims that it rests on with those that are still open."""
        piece, goal, case = claim.piece, claim.goal, claim.case
        for at, step in enumerate(claim.proof.steps):
            place = f"step {at}: "
            try:
                if isinstance(step, Finer):
                    piece, goal = self._finer(piece, step), goal * step.scale
                    continue
                if isinstance(step, Narrow):
                    piece, paid = self._narrow(piece, goal, step, case)
                    goal, case = goal - paid, None
                    continue
                if at != len(claim.proof.steps) - 1:
                    raise ProofError("only the last step may be an end, cases or parts")
                self._end(piece, goal, step, case, claim.place + place)
            except ProofError as error:
                raise ProofError(f"{place}{error}") from None
            return
        raise ProofError("the proof has no end")

    def _end(
        self, piece: Piece, goal: int, step: Close | Enclose | Clash | Branch | Split, case: Case | None, place: str
    ) -> None:
        if isinstance(step, Close):
            bound = self._bound(piece, step)
            self._reaches(bound.least(bound.numerator), goal)
        elif isinstance(step, Split):
            self._split(piece, goal, step, place)
        else:
            self._only_in_two()
            if isinstance(step, Enclose):
                self._reaches(self._enclosed(piece, step), goal)
            elif isinstance(step, Clash):
                self._justify(piece, goal, step, case)
                if Replay(piece).relate(step.related):
                    raise ProofError("the pairs can all hold")
            else:
                self._branch(piece, goal, step, place)

    def _finer(self, piece: Piece, step: Finer) -> Piece:
        if step.scale < 1 or int(piece.sizes.sum()) * step.scale >= LARGEST_TOTAL:
            raise ProofError(f"weights cannot be multiplied by {step.scale}")
        return finer_of(piece, step.scale)

    def _narrow(self, piece: Piece, goal: int, step: Narrow, case: Case | None) -> tuple[Piece, int]:
        self._only_in_two()
        self._justify(piece, goal, step, case)
        replay = Replay(piece)
        if not replay.relate(step.related):
            raise ProofError("the related pairs cannot all hold")
        replay.take(step.steps)
        self.checked.reductions += len(step.steps)
        return replay.piece(), replay.paid

    def _justify(self, piece: Piece, goal: int, step: Narrow | Clash, case: Case | None) -> None:
        """Check that in every division of the case that is cheaper than the goal all related pairs hold."""
        left = [pair for pair in _pairs(step.related) if pair not in _both_ways(case)]
        if not left:
            return
        if step.duals is None:
            raise ProofError(f"nothing says why the actors {left[0][0]} and {left[0][1]} are related")
        bound = self._bound(piece, step)
        tie_at = {(a, b): at for at, (a, b) in enumerate(piece.ends.tolist())}
        for first, second, apart in left:
            tie = tie_at.get((min(first, second), max(first, second)))
            if tie is None:
                raise ProofError(f"the actors {first} and {second} are related, and have no tie that a bound decides")
            reduced = int(bound.reduced[tie])
            satisfied = apart == bool(piece.weights[tie] < 0)
            # The tie pays min(0, reduced) in the bound; in a division that goes the other way it is or is not paid.
            otherwise = bound.numerator - min(0, reduced) + (reduced if satisfied else 0)
            if bound.least(otherwise) < goal:
                raise ProofError(f"the actors {first} and {second} may stand otherwise for {bound.least(otherwise)}")
        self.checked.fixed += len(left)

    def _bound(self, piece: Piece, step: Narrow | Close | Clash) -> CheckedBound:
        assert step.duals is not None
        bound = CheckedBound.of(piece, step.duals, self.kind)
        self.checked.cuts += int(np.count_nonzero(step.duals.multipliers))
        return bound

    def _enclosed(self, piece: Piece, step: Enclose) -> int:
        """Return the bound of a semidefinite program, rounded up to the next value that a division can cost."""
        bound = CheckedBound.of(piece, Duals.none(4 * int(step.duals.unit)), self.kind)
        self.checked.triangles += int(np.count_nonzero(step.duals.multipliers))
        return bound.least(check_semidefinite(piece, step.duals))

    @staticmethod
    def _reaches(bound: int, goal: int) -> None:
        if bound < goal:
            raise ProofError(f"the bound is {bound}, short of {goal}")

    def _branch(self, piece: Piece, goal: int, step: Branch, place: str) -> None:
        if not (0 <= step.first < piece.nodes and 0 <= step.second < piece.nodes):
            raise ProofError("the cases are about an actor that does not exist")
        self.checked.cases += 1
        for proof, apart, name in ((step.together, False, "together"), (step.apart, True, "apart")):
            case = (step.first, step.second, apart)
            self.open.append(_Claim(piece, goal, proof, case, f"{place}{name}: "))

    def _split(self, piece: Piece, goal: int, step: Split, place: str) -> None:
        taken = np.zeros(piece.ties, dtype=np.bool_)
        for number, part in enumerate(step.parts):
            self._take(taken, part)
            self.open.append(
                _Claim(part_of(piece, part.ties)[1], part.goal, part.proof, None, f"{place}part {number}: ")
            )
        total = sum(part.goal for part in step.parts)
        if total < goal:
            raise ProofError(f"the goals of the parts add up to {total}, short of {goal}")

    @staticmethod
    def _take(taken: Booleans, part: Part) -> None:
        ties = part.ties
        if len(ties) and (ties[0] < 0 or ties[-1] >= len(taken) or (np.diff(ties) < 1).any()):
            raise ProofError("the ties of a part are not positions in ascending order")
        if taken[ties].any():
            raise ProofError("two parts share a tie")
        taken[ties] = True

    def _only_in_two(self) -> None:
        if not isinstance(self.kind, InTwo):
            raise ProofError("this step holds for two camps only")


def _pairs(related: Related) -> list[Case]:
    return list(zip(related.first.tolist(), related.second.tolist(), related.apart.tolist(), strict=True))


def _both_ways(case: Case | None) -> tuple[Case, ...]:
    return () if case is None else (case, (case[1], case[0], case[2]))
