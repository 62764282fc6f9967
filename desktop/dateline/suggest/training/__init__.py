"""How the models that ship are made: reading annotated data, learning, judging. Not needed to run Dateline."""
