"""Every import and export that is not Word."""
