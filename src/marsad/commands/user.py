"""``marsad user``: who may work at the desk. The first administrator is made here and nowhere else."""

import getpass
import sys
import time
from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.stored import WHERE, WHO, Where, made, opened
from marsad.model import MarsadError
from marsad.store import accounts, tokens
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


@app.command()
def key(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose key it is: what it does is signed with that name.")],
    scope: Annotated[
        list[str] | None, typer.Option(help=f"What it may do: {', '.join(tokens.SCOPES)}; read unless given.")
    ] = None,
    days: Annotated[int, typer.Option(help=f"How long it is valid, at most {tokens.LONGEST}.")] = 90,
    label: Annotated[str, typer.Option(help="What it is for, as the account's page lists it.")] = "",
    store: Where = WHERE,
) -> int:
    """Make a key of the API for an account and print it, this once. It is revoked on the account's page."""
    with opened(store) as held, held.writing() as connection:
        account = accounts.find(connection, name)
        if account is None or account.closed:
            raise MarsadError(f"there is no account {name}: marsad user list names them")
        print(tokens.make(connection, account, label, scope or ["read"], days, int(time.time())))
    return OK


@app.command(name="list")
def everyone(store: Where = WHERE) -> int:
    """The accounts, with their roles."""
    with opened(store) as held, held.reading() as connection:
        for account in accounts.everyone(connection):
            marks = [account.role, "second factor" if account.second_factor else "", "closed" if account.closed else ""]
            print(account.name, *filter(None, marks), sep=" · ")
    return OK
