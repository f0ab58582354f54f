"""Camps along windows: small histories worked out by hand, and the published windows of world politics."""

from __future__ import annotations

from pathlib import Path

import pytest

from ahlaf.model import CampsOverTime, Crossing, Flow, ProofStatus
from ahlaf.network import SignedGraph, read_network, read_windows
from ahlaf.solve.camps.over_time import camps_over_time

COW = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks" / "cow-1946-1999-edges.csv"
needs_data = pytest.mark.skipif(not COW.exists(), reason="shared data not present")


def history(*windows: str, k: int | None = 2) -> CampsOverTime:
    networks: list[tuple[str, SignedGraph]] = [
        (str(number), read_network("".join(f"{row}\n" for row in rows.split()))) for number, rows in enumerate(windows)
    ]
    return camps_over_time(networks, k=k)


def test_nothing_crosses_where_only_the_order_of_actors_changes() -> None:
    found = history("A,B,1 C,D,1 A,C,-1 B,D,-1", "D,C,1 D,B,-1 C,A,-1 B,A,1")
    assert [window.lines for window in found.windows] == [(0, 1), (1, 0)]
    assert found.changes[0].crossings == ()
    assert found.changes[0].fewest
    assert found.changes[0].flows == (Flow(0, 0, 2), Flow(1, 1, 2))


def test_parts_of_a_network_do_not_cross_by_chance() -> None:
    # In the first window E and F are tied to the others; then they are a part of their own, whose sides are arbitrary.
    found = history("A,B,-1 E,F,-1 B,E,1", "A,B,-1 F,E,-1")
    assert found.changes[0].crossings == ()


def test_of_two_best_divisions_the_nearer_one_is_taken() -> None:
    # B is torn: a friend of A, and of C, who are enemies. First it stands with C for certain, then it may stay there.
    found = history("A,B,1 B,C,2 A,C,-2", "A,B,1 B,C,1 A,C,-2")
    assert found.changes[0].crossings == ()
    assert history("C,B,1 A,B,2 A,C,-2", "A,B,1 B,C,1 A,C,-2").changes[0].crossings == ()


def test_who_comes_leaves_and_crosses_over() -> None:
    found = history(
        "سوريا,مصر,2 مصر,العراق,-2 سوريا,العراق,-2 مصر,ليبيا,1", "سوريا,مصر,2 مصر,العراق,-1 مصر,تونس,-1 سوريا,العراق,4"
    )
    (change,) = found.changes
    assert change.came == ("تونس",)
    assert change.left == ("ليبيا",)
    assert change.crossings == (Crossing("العراق", 1, 0),)
    assert change.fewest
    assert found.windows[1].camps.frustration == 1.0
    assert (found.windows[1].weight, found.windows[1].share) == (8.0, 0.125)
    assert change.frustrated == (("العراق", "مصر"),)
    assert change.relieved == ()


def test_a_tie_that_is_relieved() -> None:
    found = history("A,B,-1 B,C,-2 A,C,-3", "A,B,-1 B,C,-2 A,C,1")
    assert (found.changes[0].frustrated, found.changes[0].relieved) == ((), (("A", "B"),))


def test_any_number_of_camps_split_merge_are_born_and_end() -> None:
    one = "A,B,1 B,C,1 C,D,1 D,A,1 E,F,1 A,E,-1"
    other = "A,B,1 C,D,1 A,C,-1 B,D,-1 E,F,1 A,E,-1 C,E,-1"
    split = history(one, other, k=None)
    assert split.windows[0].lines == (0, 1)
    assert sorted(line for line in split.windows[1].lines if line is not None) == [0, 1, 2]
    assert (split.changes[0].split, split.changes[0].born, split.changes[0].merged) == (((0, (0, 2)),), (2,), ())
    merged = history(other, one, k=None)
    (change,) = merged.changes
    assert (change.merged, change.ended, change.split) == (((0, (0, 1)),), (1,), ())


def test_who_stands_alone_is_of_no_line() -> None:
    found = history("A,B,1 A,C,-1 B,C,-1", "A,B,1 A,C,1 B,C,1", k=None)
    assert found.windows[0].lines == (0, None)
    assert found.changes[0].crossings == (Crossing("C", None, 0),)


def test_one_camp_and_at_most_three() -> None:
    one = history("A,B,-1", "A,B,1", k=1)
    assert ([window.lines for window in one.windows], one.changes[0].crossings) == ([(0,), (0,)], ())
    three = history("A,B,-1 B,C,-1 A,C,-1 A,D,1 B,E,1 C,F,1", "A,B,-1 B,C,-1 A,C,-1 A,D,1 B,E,1 C,F,1", k=3)
    assert three.changes[0].crossings == ()


def test_no_window_and_one() -> None:
    assert history() == CampsOverTime(2, (), ())
    assert history("A,B,1").changes == ()


@needs_data
def test_windows_of_world_politics_are_proven() -> None:
    windows = read_windows(COW, "window")
    assert len(windows) == 51
    found = camps_over_time(windows[:12])
    assert all(window.camps.certificate.status is ProofStatus.OPTIMAL for window in found.windows)
    assert all(change.fewest for change in found.changes)
    # Sweden is in no pact and in no dispute at first, and comes in with 1949-52.
    assert "SWE" in found.changes[2].came
