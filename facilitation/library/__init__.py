"""Reads and checks the content in agendas/."""
