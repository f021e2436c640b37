"""How English words change: the forms of a verb and of a noun, made when the pack is compiled."""

_VOWELS = frozenset("aeiou")


def split(forms: str) -> list[str]:
    """Words of a table: separated by spaces, "_" inside a phrase."""
    return [form.replace("_", " ") for form in forms.split()]


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _continuous(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith(("ee", "ye")) else base + "ing"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _parts(form: str) -> tuple[str, list[str], str, str]:
    """(base, pasts, "-ing", what follows) of "kill", "strike:struck", "lose:lost_lives", "kidnap:kidnapped::kidnapping"."""
    head, _, rest = form.partition("_")
    base, *given = head.split(":")
    tail = f" {rest.replace('_', ' ')}" if rest else ""
    pasts = [p for p in given[:2] if p] or [_past(base)]
    doubled = pasts[0] == f"{base}{base[-1]}ed"
    continuous = f"{base}{base[-1]}ing" if doubled else _continuous(base)
    return base, pasts, given[2] if len(given) > 2 else continuous, tail


def pasts(forms: str) -> list[str]:
    """The past and the participle of each verb: "killed", "struck", "lost their lives"."""
    return [f"{past}{tail}" for base, made, _, tail in map(_parts, forms.split()) for past in made]


def verbs(forms: str) -> list[str]:
    """Every form of each verb: base, third person, past, participle and "-ing".

    A verb is given as its base, with its past (and participle, and "-ing") after colons where they are not regular, and with
    "_" before words that follow it: "kill", "strike:struck", "take:took:taken_over".
    """
    return [
        f"{form}{tail}"
        for base, made, continuous, tail in map(_parts, forms.split())
        for form in dict.fromkeys((base, _third(base), *made, continuous))
    ]


def continuous(forms: str) -> list[str]:
    """The "-ing" of each verb."""
    return [f"{ing}{tail}" for _, _, ing, tail in map(_parts, forms.split())]


def nouns(forms: str) -> list[str]:
    """Singular and plural of each noun; an irregular plural after a colon, a noun without one ends in a colon."""
    out: list[str] = []
    for form in forms.split():
        one, colon, many = form.partition(":")
        phrase = one.replace("_", " ")
        out.append(phrase)
        if many:
            out.append(many.replace("_", " "))
        elif not colon:
            out.append(_third(phrase))
    return out
