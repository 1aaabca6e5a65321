"""Rows, stores and the unit of work over SQLite or PostgreSQL."""
