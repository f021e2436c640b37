"""Where a claim puts an event, and whether two such places can be one."""

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from marsad.model import Place
from marsad.text import key, words
from marsad.world.names import world
from marsad.world.places import HEADS, PRECISION

_EARTH_KM = 6371.0088
_NEAR, _DISTRICT = 2, 3  # UCDP precisions
_RADIUS_KM = {1: 3.0, 2: 8.0, 3: 20.0, 4: 60.0, 5: 150.0, 6: 500.0, 7: 300.0}
"""How far from its coordinates a place of each UCDP precision may lie: a town's own size, UCDP's 25 km about a point read
strictly, and half of the width of a usual district, province and region here."""
_CITY_KM = ((1_000_000, 12.0), (200_000, 6.0))
_ROUND_KM = 35.0
_FINE_KM = 15.0
_ONE_SPOT_KM = 1.5
ONE_PLACE = frozenset(("same", "same name", "same district", "same area", "spot"))
"""Ways of standing to each other (``compared``) in which two places of one article are one."""
TWO_PLACES = frozenset(("next", "apart"))
"""Ways in which they are two."""

_ABOUT = frozenset(
    key(w)
    for w in (
        "ريف ريفي بريف شمال شمالي جنوب جنوبي شرق شرقي غرب غربي محيط أطراف مناطق مناطقي منطقة شمالية جنوبية غربية شرقية "
        "countryside rural northern southern eastern western north south east west"
    ).split()
)
_NOUNS = frozenset(HEADS) | frozenset(
    key(w)
    for w in (
        "قرية قرى بلدة بلدتي قريتي قريتا مدينة حي أحياء وسط مركز الريف في من إلى على عند قرب بلدات قريتين "
        "of the in near town village city"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Where:
    """A place ready to be compared. ``radius`` is in km; ``named`` the words that tell it, folded, without nouns such as "town
    of"; ``around`` that it is the surroundings of what it names, ``areas`` the ids of the areas it lies in, ``settled`` that it
    is listed as a town, village, quarter or landmark, whose coordinates may all the same be its district's."""

    place: Place
    id: str | None
    latitude: float | None
    longitude: float | None
    radius: float
    named: frozenset[str]
    around: bool
    areas: tuple[str, ...]
    settled: bool = False

    @property
    def fine(self) -> bool:
        """Whether it is a spot or a town, and not a stretch of country."""
        return self.latitude is not None and self.radius <= _FINE_KM


@lru_cache(maxsize=100_000)
def where(place: Place) -> Where:
    """What comparing needs of a place."""
    told = [w for w in words(place.name).words if w.isalpha()]
    around = bool(told) and (told[0] in _ABOUT or told[0].removeprefix("ب") in _ABOUT) and place.id is None
    named = frozenset(w for w in told if w not in _ABOUT and w not in _NOUNS and len(w) > 1)
    gazetteer = world().gazetteer
    radius = _RADIUS_KM[place.precision or 2]
    areas: tuple[str, ...] = ()
    settled = False
    if place.id is not None and place.id in gazetteer:
        entry = gazetteer.entry(place.id)
        settled = PRECISION[entry.kind] <= _NEAR
        areas = tuple(e.id for e in gazetteer.area(entry) if e.kind != "country")
        radius = next((km for people, km in _CITY_KM if place.precision == 1 and entry.population >= people), radius)
    if around:
        radius = max(radius, _ROUND_KM)
    return Where(place, place.id, place.latitude, place.longitude, radius, named, around, areas, settled)


def apart_km(a: Where, b: Where) -> float | None:
    """Great-circle distance in kilometres, None where either has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    south, north = radians(a.latitude), radians(b.latitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def compared(a: Where, b: Where) -> tuple[str, float | None]:
    """How two places stand to each other, as one of the words of ``marsad.record.score.PLACE``, and the km between."""
    if a.id is not None and a.id == b.id:
        return ("same" if a.settled else "same district" if a.place.precision == _DISTRICT else "same area"), 0.0
    apart = apart_km(a, b)
    if a.named and a.named == b.named and a.around == b.around and (apart is None or apart <= a.radius + b.radius + _FINE_KM):
        return ("same area" if a.around else "same name"), apart
    if (a.id is not None and a.id in b.areas) or (b.id is not None and b.id in a.areas):
        return ("inside" if a.fine and b.fine else "within"), apart
    if apart is None:
        return ("shared name" if a.named & b.named else "unknown"), None
    if apart > a.radius + b.radius:
        return "apart", apart
    if not (a.fine and b.fine):
        return "within", apart
    if apart <= _ONE_SPOT_KM:
        return "spot", apart
    return ("next" if a.id is not None and b.id is not None and a.place.precision == b.place.precision == 1 else "near"), apart
