"""Events: a lexicon proposes, a suffix grammar reads the forms, three learned scorers decide. See `component`."""
