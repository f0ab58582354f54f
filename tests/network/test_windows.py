"""Networks by windows of time: which column names the window, and what is said where it cannot be told."""

from __future__ import annotations

import pytest

from ahlaf.model import NetworkFileError
from ahlaf.network import SignedGraph, read_windows


def ties(graph: SignedGraph) -> dict[tuple[str, str], float]:
    pairs = zip(graph.ends.tolist(), graph.weights.tolist(), strict=True)
    return {(graph.nodes[a], graph.nodes[b]): weight for (a, b), weight in pairs}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("window,a,b,sign\n1936,SYR,TUR,1\n1937,TUR,SYR,-1\n1936,SYR,IRQ,-2\n", "window"),
        ("window,a,b,sign\n1936,SYR,TUR,1\n1937,TUR,SYR,-1\n1936,SYR,IRQ,-2\n", "1"),
        ("1936,SYR,TUR,1\n1937,TUR,SYR,-1\n1936,SYR,IRQ,-2\n", "1"),
        ("SYR,TUR,1,1936\nTUR,SYR,-1,1937\nSYR,IRQ,-2,1936\n", "4"),
        ("weight\tYEAR\tsource\ttarget\n1\t1936\tSYR\tTUR\n-1\t1937\tTUR\tSYR\n-2\t1936\tSYR\tIRQ\n", "year"),
    ],
)
def test_any_column_may_name_the_window(text: str, column: str) -> None:
    (first, one), (second, other) = read_windows(text, column)
    assert (first, second) == ("1936", "1937")
    assert ties(one) == {("SYR", "TUR"): 1.0, ("SYR", "IRQ"): -2.0}
    assert ties(other) == {("TUR", "SYR"): -1.0}


def test_signs_and_arabic_titles() -> None:
    text = "الفترة,المصدر,الهدف,الوزن\n1936,سوريا,تركيا,٫5\n1936,سوريا,تركيا,3\n"
    ((name, graph),) = read_windows(text, "الفترة", signs=True)
    assert (name, ties(graph)) == ("1936", {("سوريا", "تركيا"): 1.0})


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("\n", "1", "no tie"),
        ("window,a,b,sign\n", "window", "no tie under it"),
        ("window,a,b,sign\n1,A,B,1\n", "year", "there is no column 'year'"),
        ("1,A,B,1\n", "5", "a number from 1 to 4"),
        ("1,A,B,1\n,A,B,1\n", "1", "row 2, column 1: the row names no window"),
        ("1,A,B,1\n2,A,B,x\n", "1", "row 2, column weight: 'x' is no weight"),
        ("1,A,B,1\n2,A,B\n", "1", "row 2"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(text: str, column: str, says: str) -> None:
    with pytest.raises(NetworkFileError) as caught:
        read_windows(text, column)
    assert says in str(caught.value)
