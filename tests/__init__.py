"""Tests, mirroring the code; `builders` makes small valid things."""
