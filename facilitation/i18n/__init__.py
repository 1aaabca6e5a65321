"""Sentences, dates, plurals and sorting in the reader's language."""
