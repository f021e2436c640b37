"""The one error that is meant for people."""


class MarsadError(Exception):
    """Input that cannot be used; its text is one line that says what, where and what to do."""
