"""``python -m facilitation``: hands over to the command line."""

from facilitation.cli.main import main

raise SystemExit(main())
