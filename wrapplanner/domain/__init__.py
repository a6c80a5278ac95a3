"""What a plan is: standard library only, no Qt, no SQLAlchemy, no files."""
