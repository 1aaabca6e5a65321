"""What things are: frozen dataclasses and enums that import nothing of ours but each other."""
