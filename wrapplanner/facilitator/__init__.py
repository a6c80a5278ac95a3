"""Group sessions: a slice of its own, on its own side of the wall to anybody's plan."""
