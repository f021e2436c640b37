"""The walker itself: which commands a document holds, when what is printed agrees with what is shown, and the tutorial, walked beside the repository."""

import os
import sys
from pathlib import Path

import pytest
from tests.walk.console import PORT, Shell, Step, free_port, steps

DOCUMENT = """
Words.

```console
$ one
shown of one
$ two <<'END'
> inside
>
> END
$ three  # a remark
```

    $ not this

```sh
$ nor this
```
"""


def test_steps_are_commands_with_what_is_shown_under_them() -> None:
    assert list(steps(DOCUMENT)) == [
        Step("one", "shown of one"),
        Step("two <<'END'\ninside\n\nEND", ""),
        Step("three  # a remark", ""),
    ]


@pytest.mark.parametrize(
    ("shown", "printed", "agrees"),
    [
        ("", "anything", True),
        ("a\nb", "a\nb\n", True),
        ("a", "a\nb", False),
        ("b", "a\nb", False),
        ("a\n…", "a\nb\nc", True),
        ("a\n…", "a", True),
        ("…\nc", "a\nb\nc", True),
        ("a … c", "a b b c", True),
        ("a … c", "a b", False),
        ("a.c", "abc", False),
        ("  2  ", "  2", True),
    ],
)
def test_what_is_printed_agrees_with_what_is_shown(shown: str, printed: str, agrees: bool) -> None:
    assert Step("x", shown).agrees(printed) is agrees


def environment(home: Path) -> dict[str, str]:
    """The shell's: this interpreter first on the path, and a data folder of its own."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return os.environ | {"PATH": path, "XDG_DATA_HOME": str(home / "data"), "LC_ALL": "C.UTF-8"}


@pytest.mark.parametrize(
    ("document", "said"), [("$ false", "ended with 1"), ("$ echo a\nb", "the document shows\nb"), ("$ exit 3", "ended the shell")]
)
def test_a_document_that_is_not_true_is_said(tmp_path: Path, document: str, said: str) -> None:
    with Shell(tmp_path, environment(tmp_path), {}) as shell, pytest.raises(AssertionError, match=said):
        shell.walk(f"```console\n{document}\n```\n")


def test_the_tutorial_is_true(root: Path, tmp_path: Path) -> None:
    """Beside an environment that stands already; ``make test-walk`` walks it in a bare clone."""
    (tmp_path / "examples").symlink_to(root / "examples")
    ready = {"make .venv/.ready": "true", str(PORT): str(free_port())}
    with Shell(tmp_path, environment(tmp_path), ready) as shell:
        assert shell.walk((root / "docs" / "tutorial.md").read_text(encoding="utf-8")) > 25
