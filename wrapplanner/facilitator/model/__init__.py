"""What a group session is: programmes, a session that runs, a board. Standard library, domain and errors alone."""
