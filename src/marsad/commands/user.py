"""``marsad user``: who may work at the desk. The first administrator is made here and nowhere else."""

import getpass
import sys
from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.stored import WHERE, WHO, Where, made, opened
from marsad.store import accounts
from marsad.store.office import ROLES

app = application()


@app.callback()
def user() -> None:
    """Who may work at the desk."""


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to sign in with; it signs what is decided.")],
    role: Annotated[str, typer.Option(help=f"What they may do, each with what those before may: {', '.join(ROLES)}.")] = "reader",
    store: Where = WHERE,
) -> int:
    """Make an account, or give one another role and password. The password is asked for, or read from standard input."""
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    with made(store) as held, held.writing() as connection:
        account = accounts.make(connection, name, role, password, WHO)
    print(f"{account.name} may sign in as {account.role}")
    return OK


@app.command()
def close(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose account to close.")],
    store: Where = WHERE,
) -> int:
    """Close an account and end its sessions. What it signed stays."""
    with opened(store) as held, held.writing() as connection:
        accounts.close(connection, name, WHO)
    print(f"{name} is closed")
    return OK


@app.command(name="list")
def everyone(store: Where = WHERE) -> int:
    """The accounts, with their roles."""
    with opened(store) as held, held.reading() as connection:
        for account in accounts.everyone(connection):
            marks = [account.role, "second factor" if account.second_factor else "", "closed" if account.closed else ""]
            print(account.name, *filter(None, marks), sep=" · ")
    return OK
