"""The checker takes every right proof, and finds a lie wherever it is put."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.kernel.kernel import Related, kernelise
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.check import InAny, ProofError, check_proof
from ahlaf.solve.camps.proof.check_colours import can_be_satisfied
from ahlaf.solve.camps.proof.proof import Branch, Clash, Close, Finer, Narrow, Part, Proof, Split
from ahlaf.solve.camps.proof.reductions import Reductions
from solve.camps.prover import close_nothing, cuts_of, greedy, least_of, prove
from solve.camps.small import piece_of, pieces


def enemies(nodes: int, weight: int = -1) -> Piece:
    """Everyone is everyone's enemy: the best are two halves."""
    return piece_of(nodes, [(a, b, weight) for a in range(nodes) for b in range(a)])


def closing(cuts: list[list[int]], multipliers: list[int], least: list[int] | None = None, unit: int = 1) -> Proof:
    return Proof((Close(Duals(cuts_of(cuts, least), np.array(multipliers, dtype=np.int64), unit)),))


def related_of(*pairs: tuple[int, int, bool]) -> Related:
    first, second, apart = zip(*pairs, strict=True)
    return Related(np.array(first), np.array(second), np.array(apart))


@settings(deadline=None, max_examples=100)
@given(pieces(8))
def test_what_is_proven_is_true_and_one_more_is_not(piece: Piece) -> None:
    least = least_of(piece)
    proof = prove(piece, least)
    check_proof(piece, least, proof)
    with pytest.raises(ProofError):
        check_proof(piece, least + 1, proof)


@settings(deadline=None, max_examples=15)
@given(st.integers(6, 8), st.integers(0, 1000))
def test_dense_pieces_need_cases(nodes: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    rows = [(a, b, int(random.choice([-2, -1, -1, 1]))) for a in range(nodes) for b in range(a)]
    piece = piece_of(nodes, rows)
    least = least_of(piece)
    checked = check_proof(piece, least, prove(piece, least))
    assert checked.cuts + checked.reductions > 0
    with pytest.raises(ProofError):
        check_proof(piece, least + 1, prove(piece, least))


def test_six_enemies_are_proven_by_cases() -> None:
    """Two halves of three pay 6; triangles alone prove 20 · 1/4 = 5."""
    proof = prove(enemies(6), 6)
    assert isinstance(proof.steps[-1], Branch)
    checked = check_proof(enemies(6), 6, proof)
    assert checked.cases >= 2
    assert checked.reductions > 0


def test_a_branch_without_one_case_proves_nothing() -> None:
    proof = prove(enemies(6), 6)
    branch = proof.steps[-1]
    assert isinstance(branch, Branch)
    for wrong in (
        replace(branch, together=branch.apart),
        replace(branch, apart=branch.together),
        replace(branch, first=2, second=4),
        replace(branch, second=9),
    ):
        with pytest.raises(ProofError):
            check_proof(enemies(6), 6, Proof((*proof.steps[:-1], wrong)))


TRIANGLE = [0, 1, 2]


def test_a_hostile_triangle_costs_its_lightest_tie() -> None:
    piece = piece_of(3, [(0, 1, -2), (1, 2, -3), (0, 2, -4)])
    check_proof(piece, 2, closing([TRIANGLE], [2]))
    check_proof(piece, 2, closing([TRIANGLE], [5], unit=3))
    with pytest.raises(ProofError, match=r"the bound is 2, short of 3"):
        check_proof(piece, 3, closing([TRIANGLE], [2]))
    with pytest.raises(ProofError, match="short of 2"):
        check_proof(piece, 2, closing([TRIANGLE], [1], unit=3))


@pytest.mark.parametrize(
    ("cut", "least", "multiplier", "unit", "why"),
    [
        ([0, 1], 1, 1, 1, "can all be satisfied"),
        ([0, 1, 3], 1, 1, 1, "can all be satisfied"),
        ([0, 1, 2], 2, 1, 1, "a division in which it costs 1"),
        ([0, 1, 2], 1, -1, 1, "negative"),
        ([0, 1, 2], 1, 2**62, 1, "too large"),
        ([0, 1, 2], 1, 1, 0, "units"),
        ([0, 1, 2], 1, 1, 2**61, "units"),
        ([0, 1, 7], 1, 1, 1, "does not exist"),
        ([0, 1, 2, 2], 1, 1, 1, "twice"),
    ],
)
def test_cuts_that_are_none_are_found(cut: list[int], least: int, multiplier: int, unit: int, why: str) -> None:
    piece = piece_of(4, [(0, 1, -1), (0, 2, -1), (1, 2, -1), (2, 3, 1)])
    with pytest.raises(ProofError, match=why):
        check_proof(piece, 1, closing([cut], [multiplier], [least], unit))


def test_friendly_triangles_and_even_ones_cost_nothing() -> None:
    for signs in ((1, 1, 1), (-1, -1, 1)):
        piece = piece_of(3, [(0, 1, signs[0]), (1, 2, signs[1]), (0, 2, signs[2])])
        with pytest.raises(ProofError, match="can all be satisfied"):
            check_proof(piece, 1, closing([TRIANGLE], [1]))


def test_denser_cuts_are_tried_in_every_division() -> None:
    """Five enemies pay 4 whatever they do, not 5; thirteen are too many to try."""
    check_proof(enemies(5), 4, closing([list(range(10))], [1], [4]))
    with pytest.raises(ProofError, match="it costs 4"):
        check_proof(enemies(5), 4, closing([list(range(10))], [1], [5]))
    with pytest.raises(ProofError, match="13 actors"):
        check_proof(enemies(13), 1, closing([list(range(78))], [1], [2]))


def test_any_number_of_camps_has_cuts_with_one_hostile_tie() -> None:
    enemy = piece_of(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    check_proof(enemy, 1, closing([TRIANGLE], [1]), InAny())
    with pytest.raises(ProofError, match="can all be satisfied"):
        check_proof(enemies(3), 1, closing([TRIANGLE], [1]), InAny())
    with pytest.raises(ProofError, match="two camps only"):
        check_proof(enemy, 1, prove(enemy, 1), InAny())
    wheel = piece_of(4, [(0, 1, 1), (0, 2, 1), (0, 3, 1), (1, 2, -1), (2, 3, -1), (1, 3, -1)])
    check_proof(wheel, 2, closing([list(range(6))], [1], [2]), InAny())
    with pytest.raises(ProofError, match="it costs 2"):
        check_proof(wheel, 3, closing([list(range(6))], [1], [3]), InAny())


def test_more_enemies_than_camps_cost_one() -> None:
    """Four enemies need four camps, five joined in a ring need three; friends count as one."""
    check_proof(enemies(4), 1, closing([list(range(6))], [1]), InAny(3))
    with pytest.raises(ProofError, match="can all be satisfied"):
        check_proof(enemies(4), 1, closing([list(range(6))], [1]), InAny(4))
    ring = piece_of(6, [(0, 1, -1), (1, 2, -1), (2, 3, -1), (3, 4, -1), (4, 5, -1), (0, 5, 1)])
    check_proof(ring, 1, closing([list(range(6))], [1]), InAny(2))
    with pytest.raises(ProofError, match="can all be satisfied"):
        check_proof(ring, 1, closing([list(range(5))], [1]), InAny(2))
    with pytest.raises(ProofError, match="can all be satisfied"):
        check_proof(enemies(3), 1, closing([TRIANGLE], [1]), InAny(3))


@settings(deadline=None, max_examples=150)
@given(pieces(6), st.integers(1, 4))
def test_whether_all_ties_can_be_satisfied_is_found_as_by_trying_all_divisions(piece: Piece, most: int) -> None:
    labels = InAny(most).divisions(piece.nodes)
    apart = labels[:, piece.ends[:, 0]] != labels[:, piece.ends[:, 1]]
    named = [(a, b, weight < 0) for (a, b), weight in zip(piece.ends.tolist(), piece.weights.tolist(), strict=True)]
    assert can_be_satisfied(named, most) == (apart == (piece.weights < 0)).all(axis=1).any()


def test_parts_share_no_tie_and_add_up() -> None:
    piece = piece_of(5, [(0, 1, -1), (0, 2, -1), (1, 2, -1), (2, 3, -2), (3, 4, -2), (2, 4, -2)])
    one = Part(np.array([0, 1, 2]), 1, closing([TRIANGLE], [1]))
    two = Part(np.array([3, 4, 5]), 2, closing([TRIANGLE], [2]))
    check_proof(piece, 3, Proof((Split((one, two)),)))
    for parts, why in (
        ((one, one), "share a tie"),
        ((one,), "add up to 1, short of 3"),
        ((one, replace(two, goal=3)), "part 1: step 0: the bound is 2, short of 3"),
        ((one, replace(two, ties=np.array([3, 4, 9]))), "ascending"),
        ((one, replace(two, ties=np.array([4, 3, 5]))), "ascending"),
    ):
        with pytest.raises(ProofError, match=why):
            check_proof(piece, 3, Proof((Split(parts),)))


def test_fixed_relations_need_a_bound_that_decides() -> None:
    """A hostile triangle of 2, 3 and 4: with 2 on it, leaving the ties of 3 or 4 frustrated costs 2 + 1 or 2 + 2."""
    piece = piece_of(3, [(0, 1, -2), (0, 2, -3), (1, 2, -4)])
    duals = Duals(cuts_of([TRIANGLE]), np.array([2]), 1)

    def narrowed(*pairs: tuple[int, int, bool], using: Duals | None = duals) -> Proof:
        kernel = kernelise(piece, related_of(*pairs))
        return Proof((Narrow.to(kernel, using), close_nothing()))

    check_proof(piece, 2, narrowed((0, 2, True), (1, 2, True)))
    with pytest.raises(ProofError, match="nothing says why"):
        check_proof(piece, 2, narrowed((0, 2, True), using=None))
    with pytest.raises(ProofError, match="actors 0 and 2 may stand otherwise for 2"):
        check_proof(piece, 3, narrowed((0, 2, False)))
    lighter = replace(duals, multipliers=np.array([0]))
    with pytest.raises(ProofError, match="actors 0 and 1 may stand otherwise for 0"):
        check_proof(piece, 2, narrowed((0, 1, False), using=lighter))
    far = piece_of(4, [(0, 1, -2), (0, 2, -3), (1, 2, -4), (2, 3, 1)])
    kernel = kernelise(far, related_of((0, 3, True)))
    with pytest.raises(ProofError, match="no tie"):
        check_proof(far, 2, Proof((Narrow.to(kernel, Duals(cuts_of([TRIANGLE]), np.array([2]), 1)), close_nothing())))


def test_ties_taken_as_frustrated_need_a_negative_reduced_cost() -> None:
    """Two hostile triangles on one tie of 1, other ties of 2: leaving that tie alone frustrated is best."""
    piece = piece_of(4, [(0, 1, -1), (0, 2, -2), (1, 2, -2), (0, 3, -2), (1, 3, -2)])
    ties = {tuple(pair): at for at, pair in enumerate(piece.ends.tolist())}
    cuts = cuts_of([[ties[0, 1], ties[0, 2], ties[1, 2]], [ties[0, 1], ties[0, 3], ties[1, 3]]])
    duals = Duals(cuts, np.array([1, 1]), 1)
    assert duals.reduced(piece)[ties[0, 1]] == -1
    kernel = kernelise(piece, related_of((0, 1, False)))
    check_proof(piece, 1, Proof((Narrow.to(kernel, duals), close_nothing())))
    with pytest.raises(ProofError):
        check_proof(piece, 2, Proof((Narrow.to(kernel, duals), close_nothing())))
    wrong = kernelise(piece, related_of((0, 1, True)))
    with pytest.raises(ProofError, match="may stand otherwise for 1"):
        check_proof(piece, 2, Proof((Narrow.to(wrong, duals), close_nothing())))


def test_a_clash_is_one() -> None:
    piece = piece_of(3, [(0, 1, -2), (0, 2, -3), (1, 2, -4)])
    duals = Duals(cuts_of([TRIANGLE]), np.array([2]), 1)
    all_apart = related_of((0, 1, True), (1, 2, True), (0, 2, True))
    check_proof(piece, 2, Proof((Clash(all_apart, duals),)))
    with pytest.raises(ProofError, match="can all hold"):
        check_proof(piece, 2, Proof((Clash(related_of((0, 2, True), (1, 2, True)), duals),)))
    with pytest.raises(ProofError, match="may stand otherwise"):
        check_proof(piece, 3, Proof((Clash(all_apart, duals),)))


def test_reductions_that_are_not_allowed_are_found() -> None:
    piece = enemies(5, -2)
    tail = piece_of(6, [*((a, b, -2) for a in range(5) for b in range(a)), (4, 5, 1)])
    kernel = kernelise(tail)
    fine = Narrow.to(kernel)
    rest = Close(greedy(kernel.piece))
    goal = 8
    check_proof(tail, goal, Proof((fine, rest)))
    heavy = fine.steps
    for steps, why in (
        (replace(heavy, apart=~heavy.apart), "reduction 0: its actors do not stand"),
        (Reductions.heavy(np.array([0]), np.array([1]), np.array([True])), "lighter than the others"),
        (Reductions.heavy(np.array([5]), np.array([3]), np.array([False])), "lighter than the others"),
        (Reductions.heavy(np.array([5, 5]), np.array([4, 4]), np.array([False, False])), "one already"),
        (Reductions.heavy(np.array([5]), np.array([8]), np.array([False])), "no actor 8"),
        (replace(heavy, rules=heavy.rules + 70), "no rule 71"),
        (Reductions(np.array([2]), np.array([[0, 1, 2, 3]]), np.array([False])), "just these three"),
        (Reductions(np.array([3]), np.array([[0, 1, 2, -1]]), np.array([True])), "better frustrated"),
        (Reductions(np.array([3]), np.array([[0, 5, 2, -1]]), np.array([False])), "three actors"),
        (Reductions(np.array([3]), np.array([[0, 1, 1, -1]]), np.array([True])), "three actors"),
        (Reductions(np.array([3]), np.array([[0, 1, 2, -1]]), np.array([False])), "do not stand"),
    ):
        with pytest.raises(ProofError, match=why):
            check_proof(tail, goal, Proof((replace(fine, steps=steps), rest)))
    odd = piece_of(4, [(0, 1, -1), (0, 2, -1), (0, 3, -1), (1, 2, -1), (1, 3, -1), (2, 3, -1)])
    star = Reductions(np.array([2]), np.array([[0, 1, 2, 3]]), np.array([False]))
    with pytest.raises(ProofError, match="cannot be replaced"):
        check_proof(odd, 2, Proof((Narrow(Related.none(), star), close_nothing())))
    with pytest.raises(ProofError, match="short of 8"):
        check_proof(piece, 8, Proof((Narrow(Related.none(), Reductions.none()), close_nothing())))


@settings(deadline=None, max_examples=150)
@given(pieces(7), st.data())
def test_no_changed_number_makes_a_false_goal_true(piece: Piece, data: st.DataObject) -> None:
    """Proofs for one more than the optimum, with one number of a step changed: each is refused."""
    least = least_of(piece)
    proof = prove(piece, least)
    _, narrow, *ends = proof.steps
    assert isinstance(narrow, Narrow)
    number = data.draw(st.integers(-1, 8))
    steps = narrow.steps
    if len(steps):
        actors, rules = steps.actors.copy(), steps.rules.copy()
        row = data.draw(st.integers(0, len(steps) - 1))
        actors[row, data.draw(st.integers(0, 3))] = number
        rules[row] = data.draw(st.integers(1, 3))
        steps = Reductions(rules, actors, steps.apart ^ data.draw(st.booleans()))
    if isinstance(ends[-1], Close) and len(ends[-1].duals.multipliers):
        duals = ends[-1].duals
        multipliers, ties = duals.multipliers.copy(), duals.cuts.ties.copy()
        multipliers[data.draw(st.integers(0, len(multipliers) - 1))] += number
        ties[data.draw(st.integers(0, len(ties) - 1))] = abs(number)
        ends[-1] = Close(Duals(replace(duals.cuts, ties=ties), multipliers, duals.unit))
    with pytest.raises(ProofError):
        check_proof(piece, least + 1, Proof((Finer(4), replace(narrow, steps=steps), *ends)))


def test_smaller_units_leave_the_sums_what_they_are() -> None:
    piece = piece_of(3, [(0, 1, -2), (0, 2, -3), (1, 2, -4)])
    check_proof(piece, 2, Proof((Finer(6), *closing([TRIANGLE], [11]).steps)))
    with pytest.raises(ProofError, match="the bound is 6, short of 12"):
        check_proof(piece, 2, Proof((Finer(6), *closing([TRIANGLE], [6]).steps)))
    for scale in (0, -2, 2**49):
        with pytest.raises(ProofError, match="multiplied"):
            check_proof(piece, 2, Proof((Finer(scale), *closing([TRIANGLE], [12]).steps)))


def test_a_proof_has_one_end() -> None:
    piece = enemies(3)
    for steps in ((), (close_nothing(), close_nothing()), (Narrow(Related.none(), Reductions.none()),)):
        with pytest.raises(ProofError):
            check_proof(piece, 0, Proof(steps))
