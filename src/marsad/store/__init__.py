"""The store: articles, claims, the record and what people decided, in SQLite or PostgreSQL. The only room that writes SQL."""
