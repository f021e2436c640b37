"""Takes out each guard of Marsad once and sees whether a test notices: ``python tools/guards.py [WORDS of a guard's name]``.

A guard is a few words of a file, what stands in their place when it is taken out, and the tests that must then fail. Each is taken out in a copy of the
repository, never in the repository itself. A guard whose tests still pass has none: the run fails and names it. ``--write`` keeps the outcome in
docs/guards.md. Guards that only a browser shows need ``MARSAD_BROWSER=1``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LONGEST = 60  # seconds that the tests of one guard may take


@dataclass(frozen=True, slots=True)
class Guard:
    """What is guarded, where, and by which tests; ``out`` stands in the place of ``words``, which occur once in ``file``."""

    name: str
    file: str
    words: str
    out: str
    tests: str


GUARDS = (
    Guard("private, loopback and link-local addresses are not asked", "src/marsad/intake/address.py", "if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_private or ip.is_link_local or ip.is_loopback:", "if False:", "tests/intake/test_address.py"),
    Guard("nor those that carry an IPv4 address in an IPv6 one", "src/marsad/intake/address.py", "return not any(ip in net for net in (*_CARRIERS, *_SERVICES) if net.version == ip.version)", "return True", "tests/intake/test_address.py"),
    Guard("nor numbers in disguise", "src/marsad/intake/address.py", "if _NUMBER.fullmatch(labels[-1]):", "if False:", "tests/intake/test_address.py"),
    Guard("a name with one private address among public ones is refused whole", "src/marsad/intake/address.py", "if refused := [address for address in others if not is_public(address)]:", "if refused := [address for address in others[:1] if not is_public(address)]:", "tests/intake/test_address.py"),
    Guard("ports of other services are not asked", "src/marsad/intake/address.py", "if others and port not in self.ports:", "if False:", "tests/intake/test_address.py"),
    Guard("what is unpacked has an end", "src/marsad/intake/unpack.py", "if len(out) > most:", "if False:", "tests/intake/test_fetch.py -k bombs"),
    Guard("a body has an end", "src/marsad/intake/fetch.py", "if len(body) > most:", "if False:", "tests/intake/test_fetch.py -k length"),
    Guard("redirects have an end", "src/marsad/intake/fetch.py", "if len(hops) > self.limits.redirects:", "if False:", "tests/intake/test_fetch.py -k ring"),
    Guard("the whole exchange has an end", "src/marsad/intake/wire.py", "rest = deadline - time.monotonic()", "rest = 30.0", "tests/intake/test_fetch.py -k drips"),
    Guard("bytes are what they are, not what they are called", "src/marsad/intake/sniff.py", 'if len(head.translate(None, _TEXT)) * 20 > len(head):', "if False:", "tests/intake/test_sniff.py tests/intake/test_add.py"),
    Guard("a flipped byte of the archive", "src/marsad/intake/archive.py", "if hashlib.sha256(found).hexdigest() != capture.sha256:", "if False:", "tests/intake/test_archive.py tests/commands/test_verify.py"),
    Guard("a changed act in the trail", "src/marsad/store/verify.py", "lambda: audit.broken(connection, head)", "lambda: iter(())", "tests/commands/test_verify.py tests/store/test_verify.py"),
    Guard("evidence is those characters of its article", "src/marsad/store/keep.py", "if not (0 <= evidence.start < evidence.end <= len(whole) and whole[evidence.start : evidence.end] == evidence.text):", "if False:", "tests/store/test_keep.py"),
    Guard("restricted records in lists, counts, sums and searches", "src/marsad/store/shelf.py", "conditions.append(self.table.c.restricted.is_(False))", "pass", "tests/desk/test_ruling.py tests/desk/test_restricted.py"),
    Guard("a restricted record by its id", "src/marsad/store/pages.py", 'return None if row is None or (row["restricted"] and not query.viewer.cleared) else row', "return row", "tests/desk/test_ruling.py"),
    Guard("names at risk in claims and records", "src/marsad/store/seen.py", "cover_names(coarse_json(body, home), names)", "coarse_json(body, home)", "tests/desk/test_restricted.py tests/store/test_discretion.py"),
    Guard("names at risk in the text of a report", "src/marsad/store/seen.py", 'body["text"] = cover(body["text"], _spans(hidden["text"]))', "pass", "tests/desk/test_restricted.py tests/store/test_discretion.py"),
    Guard("names at risk are found by no search", "src/marsad/store/keep.py", 'cover(public, spans(public, covered["names"]))', "public", "tests/store/test_discretion.py"),
    Guard("missing people are at risk", "src/marsad/store/discretion.py", 'claim.outcome == "missing":', 'claim.outcome == "none":', "tests/store/test_discretion.py"),
    Guard("minors are at risk", "src/marsad/store/discretion.py", "(person.age is not None and person.age < ADULT)", "False", "tests/store/test_discretion.py"),
    Guard("witnesses are at risk", "src/marsad/store/discretion.py", 'claim.source.type == "witnesses"', 'claim.source.type == "none"', "tests/store/test_discretion.py"),
    Guard("a witness named beside the noun is at risk", "src/marsad/store/discretion.py", "names += _NAMED_WITNESS.findall(claim.evidence.text)", "pass", "tests/store/test_discretion.py"),
    Guard("coordinates are coarse", "src/marsad/store/discretion.py", "DECIMALS = {1: 2, 2: 1}", "DECIMALS = {1: 6, 2: 6}", "tests/store/test_discretion.py"),
    Guard("homes are coarser", "src/marsad/store/discretion.py", "precision = max(place.precision or 1, _HOME) if home else place.precision", "precision = place.precision", "tests/store/test_discretion.py"),
    Guard("what else a report of a home tells is no finer", "src/marsad/store/seen.py", 'withheld.get("home", False)', "False", "tests/commands/test_export.py -k csv"),
    Guard("a minor's age is a band", "src/marsad/store/discretion.py", "if age is not None and age < ADULT else", "if False else", "tests/store/test_discretion.py"),
    Guard("a page with names at risk warns", "src/marsad/desk/templates/base.html", "{% if protected %}", "{% if false %}", "tests/desk/test_protected.py"),
    Guard("a letter carries what the public sees", "src/marsad/desk/pages/article.py", 'mail(public["title"] or public["outlet"]', 'mail(it["text"]', "tests/desk/test_protected.py"),
    Guard("a cleared export is meant", "src/marsad/commands/export.py", "        _meant(yes)", "        pass", "tests/commands/test_export.py -k cleared"),
    Guard("a cleared export is noted", "src/marsad/commands/export.py", "audit.record(connection, WHO, audit.moment(connection), [done])", "pass", "tests/commands/test_export.py -k cleared"),
    Guard("a fault of the database tells no value", "src/marsad/store/connect.py", "max_overflow=_MORE, hide_parameters=True)", "max_overflow=_MORE)", "tests/desk/test_quiet.py -k fault"),
    Guard("what is restricted goes out by two people", "src/marsad/store/releases.py", "if found.account == account.name:", "if False:", "tests/desk/test_releases.py"),
    Guard("and is closed again", "src/marsad/store/releases.py", "if not found.open(now):", "if False:", "tests/desk/test_releases.py"),
    Guard("what an outlet writes is never a tag", "src/marsad/desk/room.py", "autoescape=True", "autoescape=False", "tests/desk/test_pages.py -k tag"),
    Guard("only the desk's own script runs", "src/marsad/desk/headers.py", "script-src 'nonce-{nonce}' 'strict-dynamic'", "script-src * 'unsafe-inline'", "tests/desk/test_pages.py -k browser_may"),
    Guard("another site does nothing in a reader's name", "src/marsad/desk/gate.py", 'if not allowed(request.method, request.headers, request.headers.get("host", ""), request.url.scheme):', "if False:", "tests/desk/test_doors.py -k another_site"),
    Guard("an origin that is written alike is another", "src/marsad/desk/origin.py", "return bare and bool(theirs[1]) and theirs == own", "return True", "tests/desk/test_origin.py"),
    Guard("guessing a password is stopped", "src/marsad/store/accounts.py", ".scalar_one() >= MOST:", ".scalar_one() >= 10**9:", "tests/desk/test_doors.py -k gues"),
    Guard("a session is read by no script", "src/marsad/desk/pages/account.py", "max_age=accounts.LONGEST, httponly=True", "max_age=accounts.LONGEST, httponly=False", "tests/desk/test_doors.py -k script"),
    Guard("signing in leads nowhere else", "src/marsad/desk/pages/account.py", """if address and address.startswith("/") and not address.startswith(("//", "/\\\\")) and "\\n" not in address:""", "if address:", "tests/desk/test_doors.py -k leads"),
    Guard("a private desk shows nothing", "src/marsad/desk/gate.py", "if not self.room.settings.public and account_of(request) is None", "if False and account_of(request) is None", "tests/desk/test_restricted.py -k public"),
    Guard("who asks too often waits", "src/marsad/desk/limits.py", "return 0.0 if left >= 1 else (1 - left) * 60 / self.rate", "return 0.0", "tests/desk/test_api.py -k often"),
    Guard("nobody saves over another over the API", "src/marsad/desk/decided.py", """if if_match.strip('"') != str(seen):""", "if False:", "tests/desk/test_api.py -k verdict"),
    Guard("nor at the desk", "src/marsad/store/reviews.py", "judge.unseen(verdicts(connection, claim), last_seen)", "pass", "tests/desk/test_review.py"),
    Guard("a key does what its account may", "src/marsad/store/tokens.py", 'if scope != "read" and not account.may("restricted" if scope == "restricted" else "review"):', "if False:", "tests/desk/test_api.py -k role"),
    Guard("a cell is no formula", "src/marsad/exports/table.py", "isinstance(value, str) and value.startswith(_ARMED)", "False", "tests/exports/test_tools.py -k formula"),
    Guard("an old web hook is refused", "src/marsad/client.py", "abs(now - int(at)) > within", "False", "tests/delivery/test_send.py"),
    Guard("nothing under the GPL runs", "tools/dependencies.py", "|Zlib|", "|A?GPL-.*|Zlib|", "tests/docs/test_licences.py"),
    Guard("no secret in the docker files", "docker/compose.yaml", "PGPASSWORD: ${MARSAD_DATABASE_PASSWORD:?", "PGPASSWORD: x${MARSAD_DATABASE_PASSWORD:?", "tests/docs/test_docker.py"),
    Guard("a hostile page in a browser: what is escaped", "src/marsad/desk/room.py", "autoescape=True", "autoescape=False", "tests/browser/test_hostile.py"),
    Guard("a hostile page in a browser: what the policy refuses", "src/marsad/desk/headers.py", "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'", "default-src *; script-src * 'unsafe-inline'", "tests/browser/test_hostile.py"),
)  # fmt: skip


def copied(folder: Path) -> Path:
    """The repository as it stands, with what is built into it, in a folder of its own."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    shutil.copytree(ROOT / "src/marsad/desk/static", folder / "src/marsad/desk/static", dirs_exist_ok=True)
    return folder


def noticed(guard: Guard, copy: Path) -> bool:
    """Whether a test fails when the guard is taken out. SystemExit where its words do not stand once in its file."""
    path = copy / guard.file
    whole = path.read_text(encoding="utf-8")
    if whole.count(guard.words) != 1:
        raise SystemExit(
            f"guards: {guard.name}: its words stand {whole.count(guard.words)} times in {guard.file}: mend the table"
        )
    try:
        path.write_text(whole.replace(guard.words, guard.out), encoding="utf-8")
        environment = os.environ | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *guard.tests.split()]
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(whole, encoding="utf-8")
    if done.returncode not in (0, 1) or "skipped" in done.stdout.rpartition("\n")[0].splitlines()[-1]:
        raise SystemExit(f"guards: {guard.name}: {guard.tests} did not run:\n{done.stdout[-2000:]}{done.stderr[-500:]}")
    return done.returncode == 1


def page(outcome: Sequence[tuple[Guard, bool | None]]) -> str:
    """docs/guards.md."""
    rows = [f"| {guard.name} | `{guard.file}` | `{guard.tests}` | {_SAID[seen]} |" for guard, seen in outcome]
    return "\n".join((_HEAD.format(day=datetime.now(UTC).date()), *rows, ""))


_SAID = {True: "yes", False: "**no**", None: "not run"}
_HEAD = """# Guards

Each guard taken out once, and whether the tests named then fail (`python tools/guards.py --write`, last on {day}). The words that are taken out and what stands in their place are in
`tools/guards.py`; a test holds that each still stands where the table says.

| guard | where | tests | noticed |
|---|---|---|---|"""


def main(arguments: Sequence[str]) -> int:
    """Take out the guards asked for, all unless words of a name are given; 1 where one is missed by nobody."""
    write, wanted = "--write" in arguments, [one for one in arguments if one != "--write"]
    browser = bool(os.environ.get("MARSAD_BROWSER"))
    outcome: list[tuple[Guard, bool | None]] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        for guard in GUARDS:
            if all(word in guard.name for word in wanted):
                runs = browser or "tests/browser" not in guard.tests
                outcome.append((guard, noticed(guard, copy) if runs else None))
                print(
                    f"{'noticed' if outcome[-1][1] else 'NOT RUN' if not runs else 'MISSED BY NOBODY'}: {guard.name}", flush=True
                )
    if write:
        (ROOT / "docs" / "guards.md").write_text(page(outcome), encoding="utf-8")
    return 1 if any(seen is False for _, seen in outcome) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
