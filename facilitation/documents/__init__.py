"""Word documents: they only lay out what planning prepared."""
