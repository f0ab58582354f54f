"""Pictures drawn as SVG in either language: the network, balances, scales."""

from ahlaf.report.drawing.balances import draw_balances
from ahlaf.report.drawing.network import draw_network
from ahlaf.report.drawing.scales import draw_miracle, draw_probability, draw_step

__all__ = ["draw_balances", "draw_miracle", "draw_network", "draw_probability", "draw_step"]
