"""WRAP Planner: a Wellness Recovery Action Plan, kept sealed on one's own computer and printed on paper."""

__version__ = "0.1.0"
