"""The command ``marsad`` as a program of its own."""

import signal
import sys

from marsad.cli import run


def main() -> None:
    """Run the command and exit with its code; a closed pipe or Ctrl-C ends it without a word, as other tools end."""
    for name in ("SIGPIPE", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
