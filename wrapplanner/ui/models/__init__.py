"""List models over a plan."""
