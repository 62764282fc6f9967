"""The window of the project's entities: the list, what is said of one, where it is mentioned."""
