"""What holds for every test: no cache of Streamlit outlives the test that filled it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def empty_streamlit_caches() -> Iterator[None]:
    """Clear ``st.cache_resource`` and ``st.cache_data`` after each test that used Streamlit (they leak otherwise)."""
    yield
    streamlit = sys.modules.get("streamlit")
    if streamlit is not None and hasattr(streamlit, "cache_resource"):
        streamlit.cache_resource.clear()
        streamlit.cache_data.clear()
