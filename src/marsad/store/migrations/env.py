"""What Alembic runs: the steps, over the connection that ``marsad.store.upgrade`` hands it."""

from alembic import context

from marsad.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
