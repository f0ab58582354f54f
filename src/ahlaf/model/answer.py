"""What was computed: one record a question, and the answer that holds them all.

Pairs are always in alphabetical order. Nothing here is a sentence: words are made from these records by `report`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ahlaf.model.commitment import Act, Commitment
from ahlaf.model.question import Question

Pair = tuple[str, str]


class Status(StrEnum):
    """Whether a coalition holds: contested where the answer flips within the ties' intervals."""

    HOLDS = "holds"
    FAILS = "fails"
    CONTESTED = "contested"


class ProofStatus(StrEnum):
    """How far a solver came: proven optimal, proven impossible, or stopped with a bound and a gap."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an optimum carries: status, the best proven lower bound, and gap = value − bound (0 when optimal)."""

    status: ProofStatus
    bound: float
    gap: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A sampled probability with the interval of its own sampling error, the draws and the seed."""

    value: float
    low: float
    high: float
    samples: int
    seed: int


@dataclass(frozen=True, slots=True)
class Balance:
    """One member's balance b_i = Σ w_ij + G_i, at the ties' weights, at their lows and at their highs."""

    actor: str
    ties: float
    gain: float
    central: float
    worst: float
    best: float


@dataclass(frozen=True, slots=True)
class FlipTie:
    """A tie that decides on its own: within its interval the central verdict flips at weight `flips_at`."""

    pair: Pair
    flips_at: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Does the coalition hold, and how sure is that?

    `status` as defined in docs/theory/coalitions.md; `central` is whether it holds at the ties' weights.
    `flips` are the ties that decide on their own; `verify` the pair whose truth would tell most, if any does.
    """

    status: Status
    central: bool
    worst: bool
    best: bool
    probability: Estimate
    balances: tuple[Balance, ...]
    red_lines: tuple[Pair, ...]
    flips: tuple[FlipTie, ...]
    verify: Pair | None


@dataclass(frozen=True, slots=True)
class BlockingSet:
    """An irreducible set of ties that alone stop the coalition; `deficit` members are left below zero by them."""

    pairs: tuple[Pair, ...]
    deficit: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockingSets:
    """All irreducible blocking sets of at most `max_size` ties; `complete` if there can be no larger ones.

    `basis` says which ties they were found at: "central" where the coalition fails at the weights, "worst_known" where
    it fails only at the lows of the ties of which something is known, "worst" where it takes the lows of assumed ties
    too, "none" where it fails at none of these. `structural` lists members that stay below zero even
    were every hostile tie neutral: for them no set of ties is to blame, the gain is too small.
    """

    basis: str
    sets: tuple[BlockingSet, ...]
    structural: tuple[str, ...]
    max_size: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One track of a package: mend this pair by whole notches, and lift its red line or not; `price` after discount."""

    pair: Pair
    notches: int
    before: float
    after: float
    lifts_red_line: bool
    price: float


@dataclass(frozen=True, slots=True)
class Package:
    """A set of steps after which the coalition holds, and what they cost together."""

    steps: tuple[Step, ...]
    price: float
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The cheapest packages, cheapest first; they differ in which ties they touch. `robust` holds at the lows.

    With no package, `certificate` tells impossible (infeasible) from not found in time (stopped).
    """

    packages: tuple[Package, ...]
    robust: Package | None
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class BrokerSaving:
    """What one actor's good offices save: `price` of the cheapest package with it, `saving` against that without.

    `pairs` are the tracks it brokers in that package; `trust` its weaker tie over each of them, in the same order.
    """

    actor: str
    price: float
    saving: float
    pairs: tuple[Pair, ...]
    trust: tuple[float, ...]
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Joining:
    """Would an outsider enter (its own balance in the enlarged coalition), and who inside would mind?

    `objectors` are members whose balance it would take below zero or who hold a red line against it.
    """

    actor: str
    balance: float
    wants: bool
    objectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """Is it strong enough: c(C) against R; and the smallest enlargement that is, by number of actors then capability.

    `enlargement` is empty where it suffices, None where even all known parties together would not.
    """

    capability: float
    requirement: float
    enough: bool
    enlargement: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Miracle:
    """The smallest factor λ ≥ 0 on every salience for which the coalition holds as things are (no cap).

    None where no factor is enough: a red line stands, or some member gains nothing from the coalition.
    `lifted` is the factor were the red lines lifted, the same as `factor` where none stands.
    `binding` are the members that need the most. `worst` and `best` are the factor at the ties' lows and highs.
    """

    factor: float | None
    worst: float | None
    best: float | None
    binding: tuple[str, ...]
    lifted: float | None


@dataclass(frozen=True, slots=True)
class Dependence:
    """What falls when one promise is withdrawn: the acts of the greatest ending that no longer come about."""

    withdrawn: Commitment
    falls: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act that does not come about if all wait, and the acts it waits for (not yet done, in its own rules)."""

    act: Act
    waits_for: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class CommitmentAnswer:
    """What conditional promises come to.

    `least`: if all wait; `greatest`: if all signed together; `deadlock`: the difference. `keystones`: every smallest
    set of first moves that, made unconditionally, brings the whole deadlock about. With "unless" rules there may be
    several endings or none: `endings` lists all of them (all answer sets), and least, greatest, deadlock and keystones
    are then those of the rules without "unless" (`monotone` is false).
    `complete` is false if a limit cut `endings` or `keystones`. `proof` is that no smaller keystone will do; where time
    ran out before it, one keystone that cannot be shortened stands with the bound on its size and the gap.
    """

    rules: tuple[Commitment, ...]
    monotone: bool
    least: tuple[Act, ...]
    greatest: tuple[Act, ...]
    deadlock: tuple[Act, ...]
    waiting: tuple[Waiting, ...]
    keystones: tuple[tuple[Act, ...], ...]
    dependences: tuple[Dependence, ...]
    endings: tuple[tuple[Act, ...], ...]
    complete: bool
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Camps:
    """The partition with the least frustration: camps are numbered from 0 in order of their first actor.

    `frustration` is the summed |weight| of ties that go against the camps; `frustrated` are those ties.
    """

    camps: tuple[tuple[str, ...], ...]
    frustration: float
    frustrated: tuple[Pair, ...]
    certificate: Certificate
    k: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to a question."""

    question: Question
    verdict: Verdict
    blocking: BlockingSets
    reconciliation: Reconciliation
    brokers: tuple[BrokerSaving, ...]
    joining: tuple[Joining, ...]
    sufficiency: Sufficiency
    miracle: Miracle
    commitments: CommitmentAnswer | None
    camps: Camps | None
