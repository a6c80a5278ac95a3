"""Drawn marks as PDF operators: the faces have no tick, no box and no bullet that photocopies well."""

from __future__ import annotations

import math
from collections.abc import Callable


def _dot(x: float, y: float, size: float, stroke: float) -> str:
    radius, curve = size / 2, size / 2 * 4 * (math.sqrt(2) - 1) / 3
    a, b = x + radius, y - radius
    return (
        f"0 g {a - radius:.2f} {b:.2f} m "
        f"{a - radius:.2f} {b + curve:.2f} {a - curve:.2f} {b + radius:.2f} {a:.2f} {b + radius:.2f} c "
        f"{a + curve:.2f} {b + radius:.2f} {a + radius:.2f} {b + curve:.2f} {a + radius:.2f} {b:.2f} c "
        f"{a + radius:.2f} {b - curve:.2f} {a + curve:.2f} {b - radius:.2f} {a:.2f} {b - radius:.2f} c "
        f"{a - curve:.2f} {b - radius:.2f} {a - radius:.2f} {b - curve:.2f} {a - radius:.2f} {b:.2f} c f"
    )


def _strokes(x: float, y: float, size: float, stroke: float, *lines: tuple[tuple[float, float], ...]) -> str:
    paths = []
    for points in lines:
        walked = [f"{x + across * size:.2f} {y - down * size:.2f}" for across, down in points]
        paths.append(f"{walked[0]} m " + " ".join(f"{point} l" for point in walked[1:]) + " S")
    return f"0 g 0 G {stroke:g} w " + " ".join(paths)


def _tick(x: float, y: float, size: float, stroke: float) -> str:
    return _strokes(x, y, size, stroke, ((0.06, 0.55), (0.36, 0.85), (0.94, 0.18)))


def _cross(x: float, y: float, size: float, stroke: float) -> str:
    return _strokes(x, y, size, stroke, ((0.13, 0.15), (0.83, 0.85)), ((0.83, 0.15), (0.13, 0.85)))


def _box(x: float, y: float, size: float, stroke: float) -> str:
    half = stroke / 2
    return f"0 g 0 G {stroke:g} w {x + half:.2f} {y - size + half:.2f} {size - stroke:.2f} {size - stroke:.2f} re S"


def _filled(*points: tuple[float, float]) -> Callable[[float, float, float, float], str]:
    """Return how a black shape is drawn, its corners being in shares of the square from its top left."""

    def draw(x: float, y: float, size: float, stroke: float) -> str:
        walked = [f"{x + across * size:.2f} {y - down * size:.2f}" for across, down in points]
        return f"0 g {walked[0]} m " + " ".join(f"{point} l" for point in walked[1:]) + " h f"

    return draw


def _ring(x: float, y: float, size: float, stroke: float) -> str:
    hole = size * 0.22
    return f"{_dot(x, y, size, stroke)} {_dot(x + hole, y - hole, size - 2 * hole, stroke).replace('0 g', '1 g')} 0 g"


_A, _B = 0.33, 0.67  # the arm of the plus
SHAPES: dict[str, Callable[[float, float, float, float], str]] = {
    "dot": _dot,
    "tick": _tick,
    "cross": _cross,
    "box": _box,
    "circle": _dot,
    "square": _filled((0.04, 0.04), (0.96, 0.04), (0.96, 0.96), (0.04, 0.96)),
    "triangle": _filled((0.5, 0), (1, 0.94), (0, 0.94)),
    "diamond": _filled((0.5, -0.06), (1.06, 0.5), (0.5, 1.06), (-0.06, 0.5)),
    "plus": _filled(
        (_A, 0), (_B, 0), (_B, _A), (1, _A), (1, _B), (_B, _B), (_B, 1), (_A, 1), (_A, _B), (0, _B), (0, _A), (_A, _A)
    ),
    "ring": _ring,
}
"""By kind: (x and y of the top left, size, stroke) to operators."""
