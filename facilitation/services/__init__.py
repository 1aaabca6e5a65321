"""What people do: one method per verb on a button."""
