"""A store's tables brought to the form this Marsad knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from marsad.model import MarsadError
from marsad.store.connect import named, reading, writing


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", (Path(__file__).parent / "migrations").as_posix())
    return config


HEAD = ScriptDirectory.from_config(_config()).get_current_head()
"""The last step this Marsad knows."""


def upgrade(engine: Engine) -> None:
    """Make the tables of a new store, or bring those of an older Marsad's up to date, as one transaction.

    Raises MarsadError when the database holds something else or was made by a later Marsad.
    """
    with reading(engine) as connection:
        tables = set(inspect(connection).get_table_names())
        step = (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if "alembic_version" in tables else None
        )
    if step == HEAD:
        return
    if step is None and tables:
        raise MarsadError(f"{named(engine)} holds tables that are not Marsad's: name an empty database or another file")
    if step is not None and step not in {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}:
        raise MarsadError(f"{named(engine)} was made by a later Marsad (step {step}): use that one, or a later one")
    config = _config()
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
