"""The certificate of what was found: it proves the bound, or says how much of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ahlaf.network import read_network
from ahlaf.solve.camps.certify import certificate_of, proven_bound
from ahlaf.solve.camps.find import solve_camps
from ahlaf.solve.camps.proof.check_certificate import check_certificate

# Two triangles of enemies that share an actor: each has its weakest tie frustrated for two camps, 0.5 and 2.
TRIANGLES = read_network("ا,ب,-0.5\nب,ت,-1\nا,ت,-1\nت,ث,-2\nث,ج,-3\nت,ج,-3\n")


@pytest.mark.parametrize(("k", "bound"), [(1, 10.5), (2, 2.5), (3, 0.0), (None, 0.0)])
def test_the_checker_takes_it(k: int | None, bound: float) -> None:
    solved = solve_camps(TRIANGLES, k=k)
    checked = check_certificate(TRIANGLES, certificate_of(solved))
    assert (checked.wrong, checked.optimal, checked.bound) == (None, True, bound)
    assert proven_bound(solved, certificate_of(solved)) == bound


def test_a_block_without_a_proof_counts_for_nothing() -> None:
    solved = solve_camps(TRIANGLES)
    first, second = solved.blocks
    bare = replace(solved, blocks=(first, replace(second, divided=replace(second.divided, proof=None))))
    certificate = certificate_of(bare)
    checked = check_certificate(TRIANGLES, certificate)
    assert (checked.wrong, checked.optimal) == (None, False)
    assert checked.bound == proven_bound(bare, certificate) == 0.5
