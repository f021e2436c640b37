"""In place of reading: articles that do to their process what their title says. Imported by the processes."""

from tests.poison import suffer

from marsad import reading
from marsad.model import Article, Report


def poisoned(article: Article) -> Report:
    """The report of an article, unless its title is a poison's."""
    suffer(article.title)
    return reading.read(article)
