"""What a search for the camps of a network gives back in Python: it shows itself as text, as a table, as JSON."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ahlaf.model import NearBest, ProofStatus
from ahlaf.network import GivenNetwork
from ahlaf.report.camps import CampsRun, camps_to_html, camps_to_json, camps_to_text
from ahlaf.report.catalogue import Lang
from ahlaf.solve.camps.certify import certificate_of
from ahlaf.solve.camps.find import Solved
from ahlaf.solve.camps.proof.certificate_file import write_certificate
from ahlaf.solve.camps.proof.check_certificate import CertificateCheck, check_certificate
from ahlaf.solve.stopping import watching

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True, eq=False)
class ResultCertificate:
    """How far the proof came: no division has less frustration than `bound`; `gap` = frustration − bound."""

    solved: Solved

    @property
    def status(self) -> ProofStatus:
        """Proven optimal, or stopped before that."""
        return self.solved.camps.certificate.status

    @property
    def proven(self) -> bool:
        """Whether no division has less frustration, to within `tolerance`."""
        return self.status is ProofStatus.OPTIMAL

    @property
    def bound(self) -> float:
        """The least that any division must pay, as far as is proven."""
        return self.solved.camps.certificate.bound

    @property
    def gap(self) -> float:
        """How far frustration and bound lie apart; 0 where proven and the weights are counted exactly."""
        return self.solved.camps.certificate.gap

    @property
    def tolerance(self) -> float:
        """Where proven, no division has a frustration lower by more than this; 0 for weights of up to nine decimals."""
        return self.solved.tolerance

    def save(self, path: Path | str) -> None:
        """Write the camps and their proof to a file; `ahlaf camps NETWORK --check FILE` checks it."""
        write_certificate(Path(path), certificate_of(self.solved))

    def check(self) -> CertificateCheck:
        """Count the frustration anew, and check every step of the proof with code that does not search."""
        return check_certificate(self.solved.graph, certificate_of(self.solved))

    def __repr__(self) -> str:
        return f"ResultCertificate(status={self.status.value!r}, bound={self.bound!r}, gap={self.gap!r})"


@dataclass(frozen=True, eq=False)
class CampsResult:
    """The camps of a network with the least frustration that was found, and how far that is proven.

    Actors go by the names that they were given by. `network` is what was divided, `solved` the division with its proof,
    `run` how the search went.
    """

    network: GivenNetwork
    solved: Solved
    run: CampsRun

    @cached_property
    def camps(self) -> tuple[tuple[Hashable, ...], ...]:
        """The members of each camp; camps are numbered from 0 in order of their first actors."""
        return tuple(tuple(self._name_of[node] for node in members) for members in self.solved.camps.camps)

    @cached_property
    def camp_of(self) -> Mapping[Hashable, int]:
        """The number of each actor's camp."""
        return MappingProxyType({name: number for number, members in enumerate(self.camps) for name in members})

    @property
    def frustration(self) -> float:
        """The summed |weight| of the ties that go against the camps."""
        return self.solved.camps.frustration

    @cached_property
    def frustrated(self) -> tuple[tuple[Hashable, Hashable, float], ...]:
        """The ties that go against the camps, with their weights."""
        return tuple(tie for tie in self._ties if self._goes_against(tie))

    @property
    def certificate(self) -> ResultCertificate:
        """How far the proof came."""
        return ResultCertificate(self.solved)

    def near_best(self, within: float | None = 0.0, *, most: int | None = None, time_limit: float = 60.0) -> NearBest:
        """Return the divisions whose frustration exceeds the least by at most `within`, and what they agree on.

        With `within` = None as far from the best one as it takes to list `most`. Actors go by their names as text.
        Raises QuestionError unless two or any number of camps were asked for.
        """
        from ahlaf.solve.camps.near.near_best import DEFAULT_MOST, near_best

        graph, k = self.solved.graph, self.solved.camps.k
        with watching():
            return near_best(graph, k=k, within=within, most=most or DEFAULT_MOST, time_limit=time_limit)

    def to_networkx(self) -> networkx.Graph:
        """Return the network as a NetworkX graph: nodes have their `camp`, edges a `weight` and `frustrated`."""
        import networkx

        graph = networkx.Graph()
        graph.add_nodes_from((name, {"camp": self.camp_of[name]}) for name in self.network.names)
        for tie in self._ties:
            graph.add_edge(tie[0], tie[1], weight=tie[2], frustrated=self._goes_against(tie))
        return graph

    def to_json(self) -> str:
        """Return the result as JSON, schema "ahlaf.camps/2"; names that are no text as Python writes them."""
        return camps_to_json(self.solved.graph, self.solved.camps, self.run).decode()

    def to_text(self, lang: Lang = "en") -> str:
        """Return the result in plain sentences, in English or Arabic."""
        return camps_to_text(self.solved.graph, self.solved.camps, self.run, lang=lang)

    def to_html(self, lang: Lang = "en") -> str:
        """Return the result as a piece of HTML, sentences and a table, written from right to left in Arabic."""
        return camps_to_html(self.solved.graph, self.solved.camps, self.run, lang=lang)

    def __str__(self) -> str:
        return self.to_text().rstrip("\n")

    def __repr__(self) -> str:
        proof = "proven" if self.certificate.proven else f"gap {self.certificate.gap:g}"
        return f"<CampsResult: {len(self.camps)} camps, frustration {self.frustration:g}, {proof}>"

    def _repr_html_(self) -> str:
        return self.to_html()

    @cached_property
    def _name_of(self) -> Mapping[str, Hashable]:
        return dict(zip(self.solved.graph.nodes, self.network.names, strict=True))

    @cached_property
    def _ties(self) -> tuple[tuple[Hashable, Hashable, float], ...]:
        names, graph = self.network.names, self.solved.graph
        ties = zip(graph.ends.tolist(), graph.weights.tolist(), strict=True)
        return tuple((names[a], names[b], weight) for (a, b), weight in ties)

    def _goes_against(self, tie: tuple[Hashable, Hashable, float]) -> bool:
        return (self.camp_of[tie[0]] == self.camp_of[tie[1]]) != (tie[2] > 0)
