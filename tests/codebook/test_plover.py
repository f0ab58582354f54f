"""The PLOVER codebook: every row, and the erratum that is mended."""

from __future__ import annotations

import re

from ahlaf.codebook import plover
from ahlaf.model import QuadClass, RelationType


def test_every_root_has_one_row() -> None:
    assert set(plover()) == set(RelationType)


def test_every_row_keeps_to_the_schema() -> None:
    for root in plover().values():
        assert -10 <= root.scale <= 10
        assert root.sign in {-1, 1}
        assert re.fullmatch(r"0[2-9]|1[0-9]|20", root.cameo)
        assert root.name_en
        assert re.search(r"[\u0621-\u064A]", root.name_ar)


def test_the_sign_agrees_with_the_scale_and_the_scorer() -> None:
    for root in plover().values():
        assert root.scale * root.sign >= 0, root
    hostile = {root.type for root in plover().values() if root.sign < 0}
    assert hostile == set(RelationType) - {
        RelationType.AGREE, RelationType.CONSULT, RelationType.SUPPORT, RelationType.COOPERATE, RelationType.AID,
        RelationType.CONCEDE, RelationType.RETREAT, RelationType.REQUEST,
    }  # fmt: skip


def test_accuse_is_negative_though_the_manual_prints_plus_three() -> None:
    assert plover()[RelationType.ACCUSE].scale == -3


def test_quad_classes() -> None:
    assert plover()[RelationType.ASSAULT].quad is QuadClass.MATERIAL_CONFLICT
    assert plover()[RelationType.AID].quad is QuadClass.MATERIAL_COOPERATION
    assert plover()[RelationType.REQUEST].quad is QuadClass.VERBAL_CONFLICT
