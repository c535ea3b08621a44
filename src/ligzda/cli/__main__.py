"""`python -m ligzda.cli` is the command `ligzda`."""

import sys

from ligzda.cli import main

if __name__ == "__main__":
    sys.exit(main())
