"""What a person decided of the record: dated, signed, withdrawn but never erased."""

from dataclasses import dataclass

from marsad.model.values import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about one or two things of the record, named by their ids.

    "same" and "different" hold of two incidents (or two claims) ``a`` and ``b``: what was one id or two redirects by itself.
    "grade", "best" (``value`` "outcome/group/number"), "restricted" ("true", "false") and "cause" or "break" (``value``
    "as_of/words") hold of ``a``. ``by`` and ``at`` are who and when (ISO); ``withdrawn`` is when it was taken back, and it then
    counts as never made. "one_person" and "two_persons" hold of the two people whom the claims ``a`` and ``b`` name; "reliability"
    (``value`` A to F) of the source ``a``.
    """

    id: str
    verdict: Verdict
    a: str
    b: str | None = None
    value: str | None = None
    reason: str = ""
    by: str = ""
    at: str = ""
    withdrawn: str | None = None
