"""Figures as ratios beside something bare in the same run: medians, with the spread between the quartiles."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))


def spread(values: Sequence[float]) -> str:
    """Return "median (lower quartile–upper quartile)" with three digits."""
    low, middle, high = quartiles(values)
    return f"{middle:.3g} ({low:.3g}–{high:.3g})"


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Return lower quartile, median, upper quartile."""
    if len(values) < 4:
        return min(values), statistics.median(values), max(values)
    low, middle, high = statistics.quantiles(values, n=4)
    return low, middle, high


def ratio(ours: Sequence[float], bare: Sequence[float]) -> str:
    """Return the ratio of the medians, and the spread of the ratios of pairs taken one after the other."""
    pairs = [mine / theirs for mine, theirs in zip(ours, bare, strict=True)]
    return f"{statistics.median(ours) / statistics.median(bare):.2f} × ({quartiles(pairs)[0]:.2f}–{quartiles(pairs)[2]:.2f})"


def row(what: str, bar: str, figure: str) -> None:
    """Print one line of the table."""
    print(f"{what:<58} {bar:<14} {figure}", flush=True)
