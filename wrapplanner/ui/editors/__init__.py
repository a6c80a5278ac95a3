"""One editor a kind of question."""
