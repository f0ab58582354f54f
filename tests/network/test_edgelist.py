"""Reading networks: what the formats allow, and what is said of what they do not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import NetworkFileError, Tie
from ahlaf.network import SignedGraph, SignedNetwork, read_network, signed_graph
from ahlaf.network.edgelist import column_names

NETWORKS = Path(__file__).resolve().parents[3] / "shared" / "data" / "networks"


def ties(graph: SignedGraph) -> dict[tuple[str, str], float]:
    return {
        (graph.nodes[a], graph.nodes[b]): float(weight)
        for (a, b), weight in zip(graph.ends, graph.weights, strict=True)
    }


@pytest.mark.parametrize(
    "text",
    [
        "SYR,RUS,1\nSYR,TUR,-2\n",
        "SYR\tRUS\t1\nSYR\tTUR\t-2\n",
        "SYR RUS 1\n  SYR   TUR   -2  \n",
        "source,target,weight\nSYR,RUS,1\nSYR,TUR,-2\n",
        "\ufeffsource target sign\r\nSYR RUS 1\r\nSYR TUR -2\r\n",
        "# made by hand\n% sym signed\n\nSYR,RUS,1\n# in between\nSYR,TUR,-2\n",
        "SYR,RUS,+\nSYR,TUR,−2\n",
        "SYR,RUS,١\nSYR,TUR,-٢\n",
        "weight,note,target,source\n1,x,RUS,SYR\n-2,y,TUR,SYR\n",
        "a,b,weight,low,high,red_line,note,source\nSYR,RUS,1,0,1,,,x\nSYR,TUR,-2,-3,0,,,y\n",
    ],
)
def test_every_form_of_edge_list_reads_the_same(text: str) -> None:
    assert ties(read_network(text)) == {("SYR", "RUS"): 1.0, ("SYR", "TUR"): -2.0}


def test_names_may_be_arabic_hold_spaces_and_stand_in_quotation_marks() -> None:
    graph = read_network('المصدر,الهدف,الوزن\nالسعودية,"كوريا، الجنوبية",0.5\nSaudi Arabia,السعودية,-0.5\n')
    assert graph.nodes == ("السعودية", "كوريا، الجنوبية", "Saudi Arabia")
    assert graph.weights.tolist() == [0.5, -0.5]


def test_both_directions_and_repeats_are_summed_and_a_zero_sum_is_no_tie() -> None:
    graph = read_network("A,B,2\nB,A,3\nA,C,0.1\nC,A,0.2\nA,C,-0.3\nD,D,5\n")
    assert ties(graph) == {("A", "B"): 5.0}
    assert graph.nodes == ("A", "B", "C", "D")
    assert graph.self_ties == 1


def test_signs_counts_each_row_once_and_each_pair_by_the_sign_of_its_sum() -> None:
    rows = "A,B,10\nB,A,-1\nA,B,-2\nA,C,7\nC,A,-9\nB,C,5\nB,C,3\n"
    assert ties(read_network(rows)) == {("A", "B"): 7.0, ("A", "C"): -2.0, ("B", "C"): 8.0}
    assert ties(read_network(rows, signs=True)) == {("A", "B"): -1.0, ("B", "C"): 1.0}


def test_a_max_cut_file_wants_positive_edges_apart() -> None:
    graph = read_network("% a comment\n4 3\n1 2 5\n2 3 -2\n3 1 1.0\n")
    assert graph.is_maxcut
    assert graph.nodes == ("1", "2", "3", "4")
    assert ties(graph) == {("1", "2"): -5.0, ("1", "3"): -1.0, ("2", "3"): 2.0}
    assert graph.positive_total == 6.0


@pytest.mark.parametrize(
    ("text", "row", "column", "word"),
    [
        ("A,B,1\nA,C,many\n", 2, "weight", "'many'"),
        ("A,B,1\nA,C,nan\n", 2, "weight", "'nan'"),
        ("A,B,1\n\nA,C\n", 3, None, "2 of the columns"),
        ("A,B,1\n,C,1\n", 2, "source", "empty"),
        ("A,B,1\nC, ,1\n", 2, "target", "empty"),
        ("Saudi Arabia Iran -1\n", 1, "weight", "'Iran'"),
        ("2 1\n1 3 1\n", 2, "j", "'3'"),
        ("2 1\n0 1 1\n", 2, "i", "'0'"),
        ("2 1\n1 2 x\n", 2, "weight", "'x'"),
        ("2 2\n1 2 1\n", 1, None, "promises 2 edges, and 1 follow"),
        ("2 1\n1 2\n", 2, None, "2 columns"),
        ("# nothing\n\n", None, None, "no tie"),
        ("source,target,weight\n", None, None, "header"),
    ],
)
def test_an_error_says_where_and_what(text: str, row: int | None, column: str | None, word: str) -> None:
    with pytest.raises(NetworkFileError) as caught:
        read_network(text)
    place = caught.value.place
    assert place is not None
    assert (place.row, place.column) == (row, column)
    assert word in caught.value.what
    assert caught.value.expected


def test_a_file_is_read_by_its_path_and_named_in_errors(tmp_path: Path) -> None:
    path = tmp_path / "ties.csv"
    path.write_text("A,B,1\n", encoding="utf-8")
    assert read_network(path).nodes == read_network(str(path)).nodes == ("A", "B")
    path.write_bytes(b"\xff\xfe\x00A")
    with pytest.raises(NetworkFileError, match=r"ties\.csv.*UTF-8"):
        read_network(path)
    with pytest.raises(NetworkFileError, match="cannot read it"):
        read_network(tmp_path / "missing.csv")
    with pytest.raises(NetworkFileError, match="cannot read it"):
        read_network(tmp_path)


def test_the_graph_of_a_network_leaves_zero_ties_out() -> None:
    network = SignedNetwork.of(["TUR", "SYR", "RUS"], [Tie("SYR", "TUR", -0.8, -1.0, -0.4)])
    graph = signed_graph(network)
    assert graph.nodes == ("RUS", "SYR", "TUR")
    assert ties(graph) == {("SYR", "TUR"): -0.8}


def test_every_row_of_the_column_names_has_its_form() -> None:
    rows = column_names()
    assert {role for role, _, _ in rows} == {"first", "second", "weight"}
    assert all(name == name.casefold().strip() and name for _, _, name in rows)
    assert len({name for _, _, name in rows}) == len(rows)
    for group in {group for role, group, _ in rows if role != "weight"}:
        assert sorted(role for role, of, _ in rows if of == group) == ["first", "second"]


@given(
    st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE"), st.integers(-3, 3)), min_size=1, max_size=20)
)
def test_direction_and_order_of_rows_do_not_matter(rows: list[tuple[str, str, int]]) -> None:
    text = "".join(f"{a},{b},{weight}\n" for a, b, weight in rows)
    turned = "".join(f"{b},{a},{weight}\n" for a, b, weight in reversed(rows))
    one, other = read_network(text), read_network(turned)
    assert {frozenset(pair): weight for pair, weight in ties(one).items()} == {
        frozenset(pair): weight for pair, weight in ties(other).items()
    }
    assert (one.ends[:, 0] < one.ends[:, 1]).all()
    assert (one.weights != 0).all()
    assert np.array_equal(one.ends, np.unique(one.ends, axis=0)) if len(one.ends) else True


@pytest.mark.skipif(not NETWORKS.exists(), reason="shared data not present")
@pytest.mark.parametrize(
    ("name", "nodes", "edges", "is_maxcut"),
    [
        ("nds-highlandtribes.csv", 16, 58, False),
        ("liji-slovene_parties.txt", 10, 45, False),
        ("nds-congress.csv", 219, 521, False),
        ("gset-G1.txt", 800, 19176, True),
        ("sms-be120.3.5.mc", 121, 2248, True),
    ],
)
def test_published_networks_have_their_published_sizes(name: str, nodes: int, edges: int, is_maxcut: bool) -> None:
    graph = read_network(NETWORKS / name)
    assert (len(graph.nodes), len(graph.weights), graph.is_maxcut) == (nodes, edges, is_maxcut)
