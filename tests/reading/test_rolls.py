"""Lists under a figure: whose men the dead were, line by line, and their names under a heading of the outcome."""

from marsad.language.corpus import PUBLISHED
from marsad.model import Article, Casualty
from marsad.reading import reader_of


def casualties(text: str) -> list[Casualty]:
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    return [claim for claim in report.claims if isinstance(claim, Casualty)]


def test_the_dead_of_each_side_stand_on_lines_of_their_own() -> None:
    whole, *parts = casualties(
        "بلغ عدد القتلى منذ مطلع العام 60 شخصا، والقتلى هم:\n– 20 من المدنيين\n– 30 عنصرا من قوات النظام\n"
        "– 8 من «فيلق الرحمن»\n– عنصر من لواء القدس\n– عنصر من حركة النجباء"
    )
    assert whole.count.low == 60
    assert [(p.count.low, p.affiliation and p.affiliation.name) for p in parts] == [
        (20, None),
        (30, "قوات النظام"),
        (8, "فيلق الرحمن"),
        (1, "لواء القدس"),
        (1, "حركة النجباء"),
    ]
    assert {p.part_of for p in parts} == {whole.id}


def test_names_go_with_the_outcome_that_their_heading_says() -> None:
    dead, wounded, *named = casualties(
        "مقتل ثلاثة مدنيين وإصابة اثنين في بلدة حيس.\nأسماء القتلى:\nسامر محمود الخطيب\nليلى محمود الخطيب (الأم)\n"
        "أما المصابون فهما:\nنادر علي الحلبي\nمازن علي الحلبي"
    )
    assert [(c.person.name, c.part_of) for c in named if c.person] == [
        ("سامر محمود الخطيب", dead.id),
        ("ليلى محمود الخطيب", dead.id),
        ("نادر علي الحلبي", wounded.id),
        ("مازن علي الحلبي", wounded.id),
    ]
