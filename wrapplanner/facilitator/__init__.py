"""Group sessions: a slice of its own, with its model, store, handouts and windows. It cannot reach a person's plan."""
