"""By what means: the word for violence nearest to a claim in its sentence."""

from marsad.model.values import Means
from marsad.reading.draft import Draft


def means_near(draft: Draft) -> Means | None:
    """The means named in the draft's sentence, the nearest after its anchor first; None when none is."""
    items = draft.sentence.items
    best: tuple[int, Means] | None = None
    for i, item in enumerate(items):
        for kind in ("STRIKE", "STRUCK"):
            value = item.senses.get(kind)
            if value is not None:
                distance = i - draft.anchor if i > draft.anchor else 2 * (draft.anchor - i) + 3
                if best is None or distance < best[0]:
                    best = (distance, value)
    return best[1] if best else None
