"""The only home of SQLAlchemy and SQLCipher: domain values in, domain values out."""
