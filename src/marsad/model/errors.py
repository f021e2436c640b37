"""The errors that are meant for people: each is one line."""


class MarsadError(Exception):
    """Input that cannot be used; its text is one line that says what, where and what to do."""


class Unavailable(Exception):
    """The store cannot be had or written just now, through nobody's input; nothing was half kept, and the same may be asked again later."""
