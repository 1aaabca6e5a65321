"""Pure rules: values in, values out; no clock, database or language."""
