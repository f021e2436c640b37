"""A claim in a few words, as margins and queues show it."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from marsad.desk.voice import Voice

Body = Mapping[str, Any]


def headline(claim: Body, voice: Voice) -> Markup:
    """What a claim says, its names as written."""
    kind = claim["kind"]
    place = claim.get("place")
    where = Markup(" · {}").format(voice.named(place["name"])) if place else Markup("")
    if kind == "casualty":
        count = claim["count"]
        said = Markup("{} {}").format(
            voice.count(count.get("low"), count.get("high"), count["bound"], count["text"]),
            voice.word("outcome", claim["outcome"]),
        )
        if claim.get("person"):
            said = Markup("{} {}").format(voice.word("outcome", claim["outcome"]), voice.named(claim["person"]["name"]))
        elif claim.get("group") not in (None, "people"):
            said = Markup("{} · {}").format(said, voice.word("group", claim["group"]))
        period = "" if claim.get("period") == "incident" else voice.word("period", claim.get("period"))
        return said + where + (Markup(" · {} {}").format(period, voice.since(claim.get("since"))) if period else "")
    if kind == "control":
        return Markup("{} · {}").format(voice.named(_name(claim.get("actor"))), voice.word("change", claim["change"])) + where
    if kind == "attack":
        means = voice.word("means", claim["means"]) if claim.get("means") else voice.text("attack")
        by = Markup(" · {} {}").format(voice.text("by"), voice.named(_name(claim["actor"]))) if claim.get("actor") else Markup("")
        return Markup("{}").format(means) + where + by
    if kind == "statement":
        return Markup("{}: «<bdi>{}</bdi>»").format(voice.named(claim["speaker"]["name"]), claim["quote"]["text"])
    names = Markup(voice.text(", ")).join(voice.named(_name(one)) for one in claim.get("participants") or ())
    return Markup("{} · {}").format(voice.word("act", claim["act"]), names) + where


def _name(actor: Body | None) -> str | None:
    return actor.get("name") if actor else None
