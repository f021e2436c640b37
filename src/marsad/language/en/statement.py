"""Who speaks in English news: the nouns that name a speaker, a body, a witness or an unnamed source, and how speech is brought in."""

from marsad.language.en.forms import nouns, split
from marsad.language.pack import Table
from marsad.language.rule import Rule

WORDS: Table = {
    "SPEAKER": {
        "person": nouns(
            "spokesman:spokesmen spokeswoman:spokeswomen spokesperson minister president head chief director commander envoy ambassador secretary:secretaries activist doctor governor mayor leader analyst "
            "expert researcher lawyer judge chairman:chairmen coordinator representative officer general colonel adviser advisor negotiator lawmaker senator king prince pope chancellor commissioner prosecutor member citizen "
            "official diplomat politician resident survivor reporter journalist correspondent photographer medic nurse teacher farmer man: woman: father mother brother sister son daughter aide deputy:deputies manager premier "
            "prime_minister foreign_minister defence_minister defense_minister secretary-general secretary_general interior_minister foreign_secretary secretary_of_state rapporteur founder owner author patriarch bishop imam mufti"
        ),
        "anonymous": nouns("source") + split("official officials diplomats officers security_sources"),
        "witnesses": nouns("witness eyewitness resident local activist villager survivor neighbour neighbor relative")
        + split("medics doctors rescuers residents locals activists rescue_workers tribesmen inhabitants opponents families experts analysts"),
        "agency": nouns(
            "agency:agencies news_agency:news_agencies newspaper channel website outlet station television: TV: radio: broadcaster daily magazine news_outlet media: Facebook_page Telegram_channel page "
            "state_media: news_website media_outlet media_office: state_television: state_news_agency:"
        ),
        "organisation": nouns(
            "ministry:ministries observatory:observatories monitor monitoring_group watchdog committee network centre center hospital organisation organization council association institute directorate "
            "commission office department foundation union society:societies syndicate charity:charities ngo bureau embassy:embassies group defence: defense: team command syndicate mission agency_for fund authority:authorities "
            "activist_group rights_group civil_defence: civil_defense: aid_group war_monitor opposition_group human_rights_group committees:"
        ),
        "state": split("government authorities administration white_house pentagon kremlin state_department presidency parliament army military regime police coalition"),
        "armed_group": split("militia"),
    },
    "MONITOR": {"body": split("monitor group observatory organisation organization agency ministry source website watchdog network statement channel paper newspaper outlet page centre center report sources office committee force army coalition militia site")},
    "ASIDE": {
        "aside": split(
            "for_his_part for_its_part for_her_part for_their_part in_turn in_a_statement in_statement in_an_interview in_a_report in_a_tweet on_Twitter on_Facebook to_reporters in_a_new_toll in_a_post on_its_website on_condition_of_anonymity without_elaborating "
            "in_a_press_conference at_a_press_conference in_a_televised_speech by_phone in_a_press_release on_its_Facebook_page in_a_statement_posted_on_its_Facebook_page via_Telegram on_Telegram in_a_speech on_X"
        )
    },
    "WATCHES": {"body": split("observatory monitor network centre center watch monitors monitoring_group war_monitor watchdog activist_group")},
    "PUTS": {"put": split("put puts putting")},
    "QUOTED": {"quoted": split("quoted cited")},
    "AS_SAYING": {"saying": split("as_saying as_telling as_stating")},
    "TO_WHOM": {"to": split("reporters journalists the_agency the_press the_media the_channel us me them him her")},
}  # fmt: skip

_MOD = "(QUALITY|NISBA|CAPITAL|ACTOR|FORCE|STRONG|PLACE|SETTLEMENT|DIRECTION|LOYAL|DASH|POSSESSIVE|OWNER|STATE|SPEAKER|OTHERS|OPEN|CLOSE|NATIONALS|TITLE|UNARMED|TARGET|LANDMARK|WORD)"
_OF = "((FROM|FOR|AT|IN|WITH) (QUALITY|NISBA|CAPITAL|ACTOR|FORCE|STRONG|PLACE|SETTLEMENT|DIRECTION|LOYAL|DASH|POSSESSIVE|STATE|SPEAKER|OPEN|CLOSE|AND|WORD|COMMON|COUNTRYSIDE){1,6})"
_NOUN = f"({_MOD}{{0,6}}? SPEAKER (SPEAKER|FORCE|CAPITAL){{0,2}} {_OF}{{0,2}})"
_LEAD = "(^ | (?<= COMMA|BREAK|THAT|CLOSE|DASH|COLON|ASIDE))"
_PAIR = (
    f"({_LEAD} (QUALITY|NISBA|FORCE|STRONG|SPEAKER|ACTOR|CAPITAL|STATE|PLACE|MONITOR|PAREN_OPEN|PAREN_CLOSE){{1,5}} AND {_NOUN})"
)
_SHORT = "(PAREN_OPEN ~PAREN_CLOSE{1,3} PAREN_CLOSE)?"
_SET_OFF = "(COMMA ~SAYS|~STOP|~COMMA|~COUNTED|~STRUCK|~LOST|~STRIKE|~SUFFERED{1,12}? COMMA)?"
_WHO_DID = "(did=(WHO ~SAYS|~STOP|~COMMA|~COUNTED|~BREAK{1,8}?) (?= SAYS))?"
_KNOWN = "(NAMELY known=((ACTOR|CAPITAL|PLACE|PERSON){1,4}))?"
_VOICE = (
    f"(role={_NOUN} COMMA name=(CAPITAL{{2,4}}) COMMA | role={_NOUN} COMMA? name=(PERSON|GIVEN CAPITAL{{0,2}}) | name=(GIVEN CAPITAL{{0,2}}) | role=({_MOD}{{1,6}}) name=PERSON | name=PERSON {_SHORT} (COMMA? WHO? ({_NOUN} | COUNTED {_OF}{{0,2}}) (WHO ~STOP|~COMMA|~SAYS|~COUNTED|~STRUCK|~LOST{{1,6}}?)? COMMA?)? "
    f"| (PLACE|STATE|CAPITAL) DASH? LOYAL (QUALITY|FORCE)* name=ACTOR {_SHORT} | name=(CAPITAL{{2,3}}) COMMA? {_NOUN} COMMA? | name={_PAIR} | name=(ACTOR|STATE (AND (ACTOR|STATE))?) {_SHORT} | name={_NOUN} {_KNOWN} {_SHORT} | pronoun=PRONOUN | name=(CAPITAL{{1,4}}) {_SHORT} "
    "| name=((QUALITY|NISBA|DIRECTION){0,2} FORCE|STRONG|PLACE|MONITOR))"
)
_ANYONE = f"({_VOICE} | name=(COUNTED {_OF}{{0,2}}) | name=(same SPEAKER|MONITOR))"
_ASIDE = "(COMMA|DATE|ASIDE|MANNER|DONE | IN PLACE)*"
_LISTENER = "((CAPITAL|ACTOR|SPEAKER|TO_WHOM|POSSESSIVE|NISBA|PLACE|DASH|PRONOUN|OWNER|QUALITY){1,8} (?= THAT|COMMA|OPEN|COLON|DATE|ASIDE|IN|STOP|COUNTED|NUMBER))?"

SPEECH = (
    Rule(
        "said one, who ends the sentence: said so-and-so of the ministry",
        "say=SAYS (?<! TELLS) voice=(name=PERSON|ACTOR|MONITOR) (?= (COMMA? (FROM|FOR|SPEAKER|TITLE|WHO|ACTOR|CAPITAL|PLACE|QUALITY|NISBA|OWNER|COMMON|WORD|DIRECTION|IN|TO_WHOM|ASIDE|DATE)){0,9} (STOP | $))",
        yes={"Twelve people were killed in Idlib said Redur Khatib of the Ministry of Health.": {"source": "Redur Khatib"}},
        no=("The ministry said Redur Khatib was killed by a mine.",),
    ),
    Rule(
        "said one of name or title after a comma: killed in Idlib, said General so-and-so",
        f"COMMA say=SAYS voice=((role=({_MOD}{{1,6}}?))? name=PERSON {_SHORT})",
        yes={"Twelve people died on the way to the town centre, said Redur Khatib, who saw it": {"source": "Redur Khatib"}},
        no=("Twelve people died on the way to the town centre, near Redur Khatib",),
    ),
    Rule(
        "one passes on another's words: the agency, citing an official, said",
        f"ACCORDING voice={_ANYONE} COMMA? (?<! WAS) say=SAYS",
        yes={"The agency, citing a military official, said two men were killed in Idlib": {"source": "military official"}},
        no=("The agency, next to a military office, moved to Idlib",),
    ),
    Rule(
        "one of no name says: a resident told them",
        f"(?<! AMONG|LOST|LOSS|AND|OR) voice=(name=({_MOD}{{0,5}}? COUNTED {_OF}{{0,2}})) {_WHO_DID} (DATE|ASIDE|MANNER|DONE)* ((?<! WAS) say=SAYS | say=QUOTED (BY ~STOP|~COMMA{{1,4}}?)? AS_SAYING) {_LISTENER}",
        yes={"A commander of the SDF said that 12 people were killed in Idlib": {"source": "commander of the SDF"}},
        no=("A commander of the SDF moved to Idlib",),
    ),
    Rule(
        "one says: the ministry said",
        f"voice={_VOICE} {_WHO_DID} {_SET_OFF} {_ASIDE} ((?<! WAS) say=SAYS | say=PUTS (?= TOTAL|TOLL) | say=QUOTED (BY ~STOP|~COMMA{{1,4}}?)? AS_SAYING) {_LISTENER}",
        yes={"The Ministry of Health said that 12 people were killed in Idlib": {"source": "Ministry of Health"}},
        no=("The Ministry of Health moved to Idlib",),
    ),
    Rule(
        "according to one: according to the ministry",
        f"say=ACCORDING ((DATE|QUALITY)* STATEMENT_NOUN BY|FROM)? voice={_ANYONE}",
        yes={"At least 12 people were killed in Idlib, according to the Ministry of Health": {"source": "Ministry of Health"}},
        no=("The Ministry of Health moved to Idlib",),
    ),
    Rule(
        "said one: said the ministry",
        f"(?<= CLOSE|COMMA) say=SAYS voice={_VOICE}",
        yes={'"We will rebuild the old bridge" said Redur Khatib': {"source": "Redur Khatib"}},
        no=("The ministry moved to Idlib",),
    ),
    Rule(
        "adding: the one who spoke last",
        "say=SAYING",
        yes={"The ministry said the road was closed, adding that 12 people were killed in Idlib": {"source": "ministry"}},
        no=("The ministry moved to Idlib",),
    ),
)
