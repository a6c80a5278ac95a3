"""The only home of reportlab: a neutral document tree, and how it becomes paper."""
