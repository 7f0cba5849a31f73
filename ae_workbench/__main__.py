"""``python -m ae_workbench``."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from ae_workbench.app import main

    sys.exit(main())
