"""Reading: an article in, its report out. The stages stand here in the order in which they run."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from marsad.language.pack import Pack
from marsad.model import Article, Refusal, Report
from marsad.reading import attack, casualty, control, statement, talks
from marsad.reading.chosen import chosen
from marsad.reading.chunks import Hit, gathered, matches
from marsad.reading.claims import claims
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.events import attacks
from marsad.reading.initials import initials
from marsad.reading.items import Sentence
from marsad.reading.merge import merged
from marsad.reading.mishaps import sifted
from marsad.reading.phrases import Phrases
from marsad.reading.places import pass_over, settle_country
from marsad.reading.ranker import learned
from marsad.reading.recall import recalled
from marsad.reading.refusals import refusals
from marsad.reading.resolve import resolved
from marsad.reading.retold import retold
from marsad.reading.rolls import with_lists
from marsad.reading.rows import listed
from marsad.reading.scan import Scanner
from marsad.reading.sources import heard
from marsad.reading.sums import summed
from marsad.reading.talks import absorbed
from marsad.reading.tied import spared, tied, with_wholes
from marsad.text import words
from marsad.world.names import Names

READERS: dict[str, Callable[[Sentence, Hit, Discourse], Iterator[Draft]]] = {
    "casualty": casualty.read,
    "attack": attack.read,
    "control": control.read,
    "talks": talks.read,
}


class Reader:
    """Reads articles of one language."""

    def __init__(self, pack: Pack, names: Names, version: str) -> None:
        self.scanner = Scanner(pack, names)
        self.version = version
        self.ranker = learned(pack.code)

    def read(self, article: Article) -> Report:
        """The report of one article: its claims in the order of their evidence."""
        drafts, discourse, refused = self.settled(article)
        whole = summed(with_wholes(spared(chosen(drafts, discourse, self.ranker), discourse)))
        return Report(article, claims(whole, discourse, self.version), refused)

    def settled(self, article: Article) -> tuple[list[Draft], Discourse, tuple[Refusal, ...]]:
        """The drafts of one article as the rules settle them, the discourse they stand in, and what was refused."""
        published = date.fromisoformat(article.published) if article.published else None
        discourse = self.discourse(article, published)
        told = with_lists(self.drafts(discourse), discourse)
        violent, mishaps = sifted(told, self.scanner.pack.lexicon.bit("MISHAP"))
        kept = attacks(violent, discourse)
        refused = refusals(discourse, told, kept, mishaps, self.scanner.pack.lexicon.bit("COUNTED"))
        return merged(absorbed(tied(retold(resolved(kept, discourse), discourse)))), discourse, refused

    def discourse(self, article: Article, published: date | None) -> Discourse:
        """The article scanned and gathered, before any claim is read."""
        scanner = self.scanner
        body = words(article.text, article.masked)
        head = scanner.scan(words(article.title), published, title=True) if article.title else []
        told = [listed(gathered(s, scanner), scanner) for s in recalled([*head, *scanner.scan(body, published)], scanner)]
        title, sentences = told[: len(head)], told[len(head) :]
        discourse = Discourse(article, sentences, title, published, scanner.names)
        discourse.language = scanner.pack.code
        discourse.gender = scanner.pack.book.gender
        discourse.towns_as_targets = scanner.pack.book.towns_as_targets
        discourse.phrases = Phrases(scanner.pack.lexicon, scanner.names.actors)
        discourse.called = initials(told)
        settle_country(discourse)
        discourse.heard = heard(discourse, scanner.pack)
        for sentence in sentences:
            pass_over(sentence, [a.listener for a in discourse.heard.of(sentence)])
        return discourse

    def drafts(self, discourse: Discourse) -> Iterable[Draft]:
        """Every claim the rules find, sentence by sentence, and the quotations, which run over sentences."""
        for sentence in discourse.sentences:
            for kind, rules in self.scanner.pack.claims.items():
                for hit in matches(sentence, rules):
                    yield from READERS[kind](sentence, hit, discourse)
        yield from statement.read(discourse)
