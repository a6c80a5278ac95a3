"""Whether the full counts are asked for, and the seed that chance begins with."""

from __future__ import annotations

import os

FULL = os.environ.get("FAULTS") == "full"
SEED = int(os.environ.get("FAULTS_SEED", "20261121"))
