"""Asks the desk's API whatever its description allows, and what it does not, and fails on a 500: ``python tools/fuzz.py SECONDS``.

Schemathesis makes the requests, on a store of the sample reports: by turns without a key, with a key of every scope, and with a key of no
account. The seed is the round's number, so that a run can be had again; each fault is printed with the request that made it.
"""

import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from starlette.testclient import TestClient

import marsad
from marsad.desk.app import create_app
from marsad.desk.limits import Limit
from marsad.store import accounts, tokens
from marsad.store.store import Store

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_EACH = 12  # requests of one operation in a round


def fuzz(store: Store, seconds: float) -> tuple[int, dict[str, str]]:
    """How many requests were made, and of each operation that failed the first request that did."""
    app = create_app(store)
    Limit.wait = lambda self, who, now=None: 0.0  # type: ignore[method-assign]  # else most answers would be 429
    client = TestClient(app, raise_server_exceptions=False, follow_redirects=False)
    modes = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    operations = [one.ok() for one in schema.get_all_operations()]
    keys = ({}, _key(store), {"authorization": "Bearer none"})
    made, faults, end, turn = 0, dict[str, str](), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        for operation in operations:
            made += _ask(client, operation, modes[turn % 2], keys[turn % 3], turn, faults)
            if time.monotonic() >= end:
                break
        turn += 1
    return made, faults


def _ask(client: TestClient, operation: Any, mode: GenerationMode, key: dict[str, str], turn: int, faults: dict[str, str]) -> int:
    made = 0
    name = f"{operation.method.upper()} {operation.path}"

    @seed(turn)
    @settings(max_examples=_EACH, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: Any) -> None:
        nonlocal made
        made += 1
        given = case.as_transport_kwargs(base_url="http://testserver")
        given["headers"] = {k: v for k, v in dict(given.get("headers") or {}).items() if k.lower() != "authorization"} | key
        given.pop("cookies", None)
        client.cookies.clear()
        try:
            answer = client.request(**given)
        except (ValueError, UnicodeError):  # what no client can put on the wire is never asked
            return
        if answer.status_code >= 500:
            faults.setdefault(name, f"{name} answered {answer.status_code} to {given!r}"[:2000])

    try:
        asked()
    except schemathesis.errors.SchemathesisError as error:
        print(f"fuzz: {name}: {error}", file=sys.stderr)
    except Exception as error:  # hypothesis has no such case: an operation without parameters cannot be asked wrongly
        if type(error).__name__ not in ("Unsatisfiable", "SkipTest", "Skipped"):
            raise
    return made


def _key(store: Store) -> dict[str, str]:
    with store.writing() as connection:
        account = accounts.make(connection, "fuzz", "administrator", "a password of the fuzzer", "fuzz")
        secret = tokens.make(connection, account, "fuzz", ("read", "restricted", "review"), 1, int(time.time()))
    return {"authorization": f"Bearer {secret}"}


def main() -> int:
    """Fuzz for so many seconds; 1 where something answered 500."""
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder, Store(str(Path(folder) / "marsad.db"), make=True) as store:
        store.add(
            [marsad.read(path.read_bytes()) for path in sorted(EXAMPLES.rglob("*.txt")) + sorted(EXAMPLES.rglob("*.html"))],
            "fuzz",
        )
        store.settle("fuzz")
        made, faults = fuzz(store, float(sys.argv[1]) if len(sys.argv) > 1 else 1200)
    for fault in faults.values():
        print(fault)
    print(f"{made:,} requests · {len(faults)} operations failed")
    return 1 if faults or not made else 0


if __name__ == "__main__":
    sys.exit(main())
