"""One script per promise of speed; each prints one line of JSON."""
