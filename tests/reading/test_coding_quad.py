"""The estimate of quad classes: what it looks at, and that its weights fit the code."""

from __future__ import annotations

import math

import pytest

from ahlaf.reading.coding import QuadModel, estimate_quads
from ahlaf.reading.coding.quad_features import BUCKETS, features


@pytest.mark.parametrize("text", ["", "a", "يدين المجلس الهجوم بشدة.", "The Council condemns the attack."])
def test_features_are_buckets_with_finite_values(text: str) -> None:
    found = features(text)
    assert all(0 <= bucket < BUCKETS and math.isfinite(value) for bucket, value in found.items())


def test_spelling_variants_look_the_same() -> None:
    assert features("إدانة") == features("ادانه")


@pytest.mark.parametrize(
    ("text", "lang", "quad"),
    [
        ("قُتل ثلاثة جنود في الهجوم الذي شنه المتمردون على القرية.", "ar", 1),
        ("Three soldiers were killed in the attack that rebels launched on the village.", "en", 1),
        ("وتقدم البعثة المساعدة والدعم التقني في مجال بناء القدرات.", "ar", 2),
        ("The mission provides technical assistance and support for capacity-building.", "en", 2),
    ],
)
def test_plain_cases(text: str, lang: str, quad: int) -> None:
    (found,) = estimate_quads([text], lang)
    assert (found.quad, found.model) == (quad, QuadModel.LINEAR)
    assert 0.2 <= found.probability <= 1


def test_many_at_once_are_the_same_as_one_by_one() -> None:
    texts = ["Rebels attacked.", "They met.", ""]
    assert estimate_quads(texts, "en") == [one for text in texts for one in estimate_quads([text], "en")]
    assert estimate_quads([], "en") == []
