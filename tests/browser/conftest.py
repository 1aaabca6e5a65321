"""The fixtures of the journeys, where Playwright is installed; without it the journeys skip as a whole."""

import importlib.util

if importlib.util.find_spec("playwright"):
    from tests.browser.doors import (  # noqa: F401
        chromium,
        program,
        pytest_collection_modifyitems,
        pytest_runtest_makereport,
        tryeza,
        visit,
    )
