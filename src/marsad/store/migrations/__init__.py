"""How a store's tables came to be, step by step: one file a step in ``versions``, run by Alembic."""
