"""`python -m wrapplanner`."""

import sys

from wrapplanner.cli import main

if __name__ == "__main__":
    sys.exit(main())
