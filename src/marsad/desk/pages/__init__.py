"""The desk's pages, one file a kind. Each has a ``router`` whose paths begin after the language."""
