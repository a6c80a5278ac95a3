"""The windows of a group session: the presenter's, and the one that the group sees."""
