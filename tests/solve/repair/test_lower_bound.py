import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.lower_bound import PriceBound
from ahlaf.solve.repair.tracks import Tracks
from solve.examples import games, three
from solve.repair.by_hand import least, standing_packages


def test_it_is_exact_where_the_program_is() -> None:
    # C lacks one notch, on AC or on BC: 2.
    tracks = Tracks.of(three(-0.6))
    assert PriceBound(tracks)(np.ones(len(tracks.tracks))) == pytest.approx(2.0, abs=1e-5)


@given(games(least=2, most=3), st.lists(st.floats(0.5, 1.0), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_no_package_costs_less(game: CoalitionGame, discounts: list[float]) -> None:
    packages, tracks = standing_packages(game), Tracks.of(game)
    if not packages or not tracks.tracks:
        return
    factors = {track.pair: factor for track, factor in zip(tracks.tracks, discounts, strict=False)}
    bound = PriceBound(tracks)(np.array([factors[track.pair] for track in tracks.tracks]))
    assert bound <= least(game, packages, lambda pair: factors.get(pair, 1.0)) + 1e-9
