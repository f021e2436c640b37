"""A desk over a store that the sample reports were read into, and people who work at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import marsad
from marsad.desk.app import create_app
from marsad.desk.settings import Settings
from marsad.store import accounts
from marsad.store.store import Store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PASSWORD = "a password of the tests"
HOSTILE = '<script>document.title="ran"</script><img src=x onerror="document.title=\'ran\'">'
"""What an outlet could put into its title, its name, a quotation or a place."""
AT_RISK = "قُتلت الطفلة هدى العلي (7 أعوام) في قصف على مدينة إدلب يوم الاثنين. وفُقد المهندس خالد الحمصي في مدينة حلب."
"""A child who was killed and a man who is missing, as a report names them."""
TWO_COUNTS = (
    ("وكالة أولى", "قالت وزارة الصحة إن 12 شخصا قتلوا في غارة جوية على سوق في مدينة معرة النعمان يوم الاثنين 22 تموز 2019."),
    (
        "وكالة ثانية",
        "قال الدفاع المدني السوري إن 15 شخصا قتلوا في غارة جوية على سوق في مدينة معرة النعمان يوم الاثنين 22 تموز 2019.",
    ),
)
"""One event by two asserters."""


def fill(store: Store) -> None:
    """Read the sample reports, a hostile one and one with people at risk into a store, with an account of each role."""
    reports = [marsad.read(path.read_bytes()) for path in sorted(EXAMPLES.rglob("*.html")) + sorted(EXAMPLES.rglob("*.txt"))]
    hostile = f'قال محمد العلي: "لن نترك المدينة {HOSTILE} أبدا". وقتل ستة مدنيين في غارة على قرية {HOSTILE} قرب إدلب.'
    reports.append(marsad.read(hostile, published="2024-05-01", outlet=HOSTILE, title=f"مقتل ستة {HOSTILE}"))
    reports.append(marsad.read(AT_RISK, published="2024-05-02", outlet="صحيفة"))
    reports += [marsad.read(text, published="2019-07-23", outlet=outlet) for outlet, text in TWO_COUNTS]
    store.add(reports, "tests")
    store.settle("tests")
    with store.writing() as connection:
        for role in ("reader", "analyst", "reviewer", "administrator"):
            accounts.make(connection, role, role, PASSWORD, "tests")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store that is filled once."""
    path = tmp_path_factory.mktemp("desk") / "marsad.db"
    with Store(str(path), make=True) as made:
        fill(made)
    return path


@pytest.fixture(scope="session")
def store(filled: Path) -> Iterator[Store]:
    with Store(str(filled)) as held:
        yield held


@pytest.fixture
def fresh(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of one test's own, to decide in."""
    shutil.copy(filled, tmp_path / "marsad.db")
    with Store(str(tmp_path / "marsad.db")) as held:
        yield held


@pytest.fixture
def reader(store: Store) -> TestClient:
    """Somebody from outside."""
    return TestClient(create_app(store), follow_redirects=False)


def signed_in(store: Store, name: str, settings: Settings | None = None) -> TestClient:
    """Somebody who has signed in."""
    client = TestClient(create_app(store, settings), follow_redirects=False, headers={"sec-fetch-site": "same-origin"})
    answer = client.post("/en/login", data={"name": name, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    return client
