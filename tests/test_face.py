"""What the package shows of itself, and that importing it costs next to nothing."""

from __future__ import annotations

import inspect
import subprocess
import sys

import ahlaf


def test_what_is_exported() -> None:
    assert ahlaf.__all__ == ["__version__", "camps", "camps_over_time"]
    assert all(hasattr(ahlaf, name) for name in ahlaf.__all__)
    parameters = inspect.signature(ahlaf.camps).parameters
    assert list(parameters) == ["network", "k", "signs", "names", "time_limit", "memory_limit", "seed"]
    over_time = list(inspect.signature(ahlaf.camps_over_time).parameters)
    assert over_time == ["windows", "k", "signs", "time_limit", "memory_limit", "seed"]


def test_importing_it_loads_nothing_heavy() -> None:
    script = "import sys, ahlaf\nprint(*sorted(name for name in sys.modules if name.startswith('ahlaf')))\n"
    script += "print(*{'numpy', 'scipy', 'networkx', 'highspy', 'numba', 'msgspec'} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.split("\n")[:2] == ["ahlaf ahlaf.version", ""]
