"""What `ahlaf camps` does once it knows what is wanted: divide, follow over time, list what is near, check."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from ahlaf.cli.options import Lang, proof_code
from ahlaf.cli.output import writing
from ahlaf.cli.standing import watched
from ahlaf.model.errors import EXIT_FINDING, EXIT_NO_PROOF, EXIT_OK
from ahlaf.network import SignedGraph, read_network, read_windows
from ahlaf.report import CampsRun, camps_to_json, camps_to_text, self_ties_to_text, weaker_to_text
from ahlaf.solve.camps.find import Solved, solve_camps


@dataclass(frozen=True, slots=True)
class CampsTask:
    """A network and what is to be done with it; each of the methods writes an answer and ends with its exit code.

    `camps` is how many there may be, None for any number; `memory_limit` is in MiB.
    """

    path: str
    camps: int | None
    signs: bool
    time_limit: float
    memory_limit: int | None
    seed: int
    lang: Lang
    as_json: bool

    def divide(self, certificate: str | None) -> NoReturn:
        """Divide the network, and keep the proof in a file if one is named."""
        graph = self._network()
        start = time.monotonic()
        with watched(self._bytes) as watch:
            solved = solve_camps(graph, k=self.camps, time_limit=self.time_limit, seed=self.seed)
        run = CampsRun(time.monotonic() - start, watch.reason, solved.tolerance)
        found = solved.camps
        if self.as_json:
            _write(camps_to_json(graph, found, run))
        else:
            _write(camps_to_text(graph, found, run, lang=self.lang).encode())
        if certificate is not None:
            self._save(solved, certificate)
        sys.exit(proof_code(found.certificate))

    def _save(self, solved: Solved, path: str) -> None:
        """Write the certificate, and say where it proves less than was found: not every bound comes with a proof."""
        from ahlaf.solve.camps.certify import certificate_of, proven_bound
        from ahlaf.solve.camps.proof.certificate_file import certificate_bytes

        kept = certificate_of(solved)
        with writing(path) as out:
            out.write(certificate_bytes(kept))
        if proven_bound(solved, kept) < solved.camps.certificate.bound:
            said = weaker_to_text(proven_bound(solved, kept), solved.camps.certificate.bound, lang=self.lang)
            click.echo(said, err=True, nl=False)

    def over_time(self, column: str) -> NoReturn:
        """Divide each window, and say what changed."""
        from ahlaf.report import over_time_to_json, over_time_to_text
        from ahlaf.solve.camps.over_time import camps_over_time

        networks = read_windows(self._source, column, signs=self.signs)
        start = time.monotonic()
        with watched(self._bytes):
            found = camps_over_time(networks, k=self.camps, time_limit=self.time_limit, seed=self.seed)
        seconds = time.monotonic() - start
        if self.as_json:
            _write(over_time_to_json(found, seconds))
        else:
            _write(over_time_to_text(found, lang=self.lang).encode())
        sys.exit(proof_code(*(window.camps.certificate for window in found.windows)))

    def near_best(self, within: float | None, first: int | None) -> NoReturn:
        """Find the divisions near the best one: to a distance, or as far as it takes; and write them after it."""
        from ahlaf.report import near_best_to_json, near_best_to_text
        from ahlaf.solve.camps.near.near_best import DEFAULT_MOST, near_best

        graph = self._network()
        most = first or DEFAULT_MOST
        start = time.monotonic()
        with watched(self._bytes) as watch:
            found = near_best(graph, k=self.camps, within=within, most=most, time_limit=self.time_limit, seed=self.seed)
        run = CampsRun(time.monotonic() - start, watch.reason)
        if self.as_json:
            _write(near_best_to_json(found, run.seconds))
        else:
            best = camps_to_text(graph, found.best, run, lang=self.lang)
            _write((best + near_best_to_text(found, lang=self.lang)).encode())
        # A list that is cut short before it is full ended for want of time.
        cut = any(not choice.complete and len(choice.divisions) < most for choice in found.choices)
        sys.exit(proof_code(found.best.certificate) or (EXIT_NO_PROOF if found.unknown or cut else EXIT_OK))

    def check(self, certificate: str) -> NoReturn:
        """Check a certificate against the network, and say what came of it."""
        from ahlaf.report import check_to_json, check_to_text
        from ahlaf.solve.camps.proof.certificate_file import read_certificate
        from ahlaf.solve.camps.proof.check_certificate import check_certificate

        came_of_it = check_certificate(self._network(), read_certificate(Path(certificate)))
        _write(check_to_json(came_of_it) if self.as_json else check_to_text(came_of_it, lang=self.lang).encode())
        sys.exit(EXIT_OK if came_of_it.wrong is None else EXIT_FINDING)

    @property
    def _bytes(self) -> int | None:
        return None if self.memory_limit is None else self.memory_limit * 2**20

    @property
    def _source(self) -> Path | str:
        """What a reader of networks takes: a path, or the text of standard input."""
        return f"{sys.stdin.read()}\n" if self.path == "-" else Path(self.path)

    def _network(self) -> SignedGraph:
        """Read the network, and say what of it is passed over."""
        graph = read_network(self._source, signs=self.signs)
        click.echo(self_ties_to_text(graph, lang=self.lang), err=True, nl=False)
        return graph


def _write(text: bytes) -> None:
    with writing(None) as out:
        out.write(text)
