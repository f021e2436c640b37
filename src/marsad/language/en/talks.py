"""How English news tells of diplomacy: who met, called, visited, agreed, condemned, invited, and what councils resolved.

A rule's ``fixed`` gives the ``act`` and where its participants stand (``who``): "before" (the one who acts), "around" (those before
and after the word), "named" (after the noun, or between), "body" (the council whose resolution it is).
"""

from marsad.language.en.forms import nouns, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule

WORDS: Table = {
    "MET": {"met": verbs("meet:met meet:met_with receive hold:held_talks_with confer:conferred_with host hold:held_talks hold:held_a_meeting_with sit:sat_down_with")},
    "CONVENED": {"met": verbs("meet:met convene gather")},
    "MEETING": {"meeting": nouns("meeting summit talks: consultation emergency_meeting trilateral_meeting bilateral_meeting working_dinner dinner conference discussions: session")},
    "TALKED": {"call": verbs("speak:spoke:spoken_by_phone speak:spoke:spoken_over_the_phone talk:talked_by_phone discuss:discussed_by_phone speak:spoke:spoken_by_telephone hold:held_a_phone_call_with")},
    "CALL": {"call": nouns("phone_call telephone_call phone_conversation telephone_conversation video_call")},
    "VISIT": {"visit": nouns("visit trip")},
    "VISITED": {"visited": verbs("visit arrive:arrived_in travel:travelled_to travel:traveled_to")},
    "ROUND": {"round": split("round_of_talks round_of_negotiations rounds_of_talks rounds_of_negotiations round_of_peace_talks new_round_of_talks peace_talks")},
    "AGREED": {"agreed": verbs("agree:agreed agree:agreed_on agree:agreed_to reach:reached_an_agreement sign:signed_an_agreement sign:signed conclude strike:struck_a_deal reach:reached_a_deal broker")},
    "ACCORD": {"accord": nouns("agreement deal accord treaty:treaties memorandum_of_understanding pact protocol memorandum understanding")},
    "BROKERED": {"by": split("brokered_by signed_by reached_by agreed_by negotiated_by concluded_by sponsored_by reached_between signed_between concluded_between between agreed_between")},
    "CEASEFIRE": {"ceasefire": nouns("ceasefire cease-fire truce armistice cessation_of_hostilities:")},
    "DECLARED": {"declared": verbs("declare announce reach broker agree sign accept propose negotiate agree:agreed_on agree:agreed_to extend sponsor")},
    "DECISION": {"decision": nouns("resolution")},
    "ADOPTED": {"adopted": verbs("adopt pass approve issue")},
    "CONDEMNED": {"condemned": verbs("condemn denounce deplore decry slam:slammed")},
    "CONDEMNING": {"condemning": split("condemnation_of rebuke_of denunciation_of protests_from condemnation rebuke denunciation")},
    "VOICED": {"voiced": verbs("issue voice express draw:drew:drawn")},
    "INVITED": {"invited": verbs("invite") + nouns("invitation")},
    "TO_COME": {"come": split("to_visit to_attend to_a_meeting to_participate to_take_part to_talks to_join to_come")},
    "MEDIATION": {"mediation": split("mediation mediated_by brokered_by good_offices_of mediating")},
    "MEDIATES": {"mediation": verbs("mediate arbitrate spearhead:spearheaded_mediation lead:led_mediation")},
    "TRADES": {"exchange": verbs("exchange swap:swapped")},
    "CAPTIVES": {"captives": nouns("prisoner captive hostage detainee body:bodies")},
    "PAIR": {"pair": split("the_two_leaders the_two_ministers the_two_sides the_two_presidents both_leaders the_two_countries both_sides")},
    "ABOUT": {"about": split("about regarding concerning over to_discuss discussing")},
    "OBSERVER": {"observer": split("as_an_observer observer observers as_observers")},
    "EXCHANGE": {"exchange": split("prisoner_swap prisoner_exchange exchange_of_prisoners swap_of_prisoners hostage_swap exchanged_prisoners swapped_prisoners prisoner_exchange_deal exchange_of_bodies")},
    "ENFORCED": {"enforced": split("violation_of violations_of breach_of breaches_of violated")},
    "RANKED": {"number": split("no number")},
}  # fmt: skip
_WHOM = "ACTOR|STATE|PERSON|TITLE|SPEAKER|FORCE|STRONG|PLACE|CAPITAL|NISBA"
_GAP = "~BREAK|~STOP|~THAT|~COLON|~SAYING{0,8}?"

TALKS = (
    Rule(
        "a body condemns: X condemns the attack",
        "(?<! NOT|AND|TO) verb=CONDEMNED (?! BY|IN)",
        fixed={"act": "condemnation", "who": "before"},
        yes={"Tunisia condemned the attack in Paris": {"act": "condemnation", "participants": ["Tunisia"]}},
        no=("Tunisia visited the fair in Paris",),
    ),
    Rule(
        "something is condemned by a body: the attack was condemned by X",
        "verb=CONDEMNED (MANNER|DATE)* BY",
        fixed={"act": "condemnation", "who": "named"},
        yes={"The attack was condemned by Tunisia": {"act": "condemnation", "participants": ["Tunisia"]}},
        no=("The attack was described by Tunisia",),
    ),
    Rule(
        "a body voices condemnation: X issued its rebuke of the attack",
        f"verb=VOICED {_GAP} CONDEMNING",
        fixed={"act": "condemnation", "who": "before"},
        yes={"Tunisia issued a condemnation of the attack": {"act": "condemnation", "participants": ["Tunisia"]}},
        no=("Tunisia issued a stamp",),
    ),
    Rule(
        "one meets another: X met Y",
        f"verb=MET (DATE|WITH|OWNER | IN PLACE)* (?= {_WHOM})",
        fixed={"act": "meeting", "who": "around"},
        yes={"President Vladimir Putin met President Bashar al-Assad in Moscow": {"act": "meeting"}},
        no=("President Vladimir Putin praised President Bashar al-Assad",),
    ),
    Rule(
        "some meet in a place or on a day: X, Y and Z met in P",
        "(?<= PLACE|STATE|PERSON|ACTOR|CAPITAL) verb=CONVENED (DATE* IN PLACE) (?! DATE? WITH)",
        fixed={"act": "meeting", "who": "before"},
        yes={"Vladimir Putin and Bashar al-Assad met in Sochi on Tuesday": {"act": "meeting", "place": "Sochi"}},
        no=("Vladimir Putin and Bashar al-Assad spoke in Sochi on Tuesday",),
    ),
    Rule(
        "a meeting of some: a meeting between X and Y",
        "noun=MEETING (DATE|IN|PLACE)* (WITH|BETWEEN|FROM|FOR)",
        fixed={"act": "meeting", "who": "around"},
        yes={"A meeting between Russia and Turkey in Sochi": {"act": "meeting", "participants": ["Russia", "Turkey"]}},
        no=("A border between Russia and Turkey",),
    ),
    Rule(
        "a council meets: X will hold a meeting",
        "(?<= ACTOR|COMMA|PLACE|STATE|MANNER|DATE|WILL|DONE) HOLDS (QUALITY|MANNER|WORD|COMMON|DASH|NUMBER)* noun=MEETING (?! WITH|BETWEEN)",
        fixed={"act": "meeting", "who": "body"},
        yes={"The United Nations Security Council held an emergency meeting": {"act": "meeting"}},
        no=("The United Nations Security Council held a vote",),
    ),
    Rule(
        "a call: X and Y spoke by phone",
        "verb=TALKED | noun=CALL",
        fixed={"act": "call", "who": "around"},
        yes={"In a phone call between Donald Trump and Vladimir Putin": {"act": "call"}},
        no=("In a letter between Donald Trump and Vladimir Putin",),
    ),
    Rule(
        "a visit: X, on a visit to P",
        "noun=VISIT (?! BY)",
        fixed={"act": "visit", "who": "around"},
        yes={"Sergei Lavrov began a visit to Iraq": {"act": "visit"}},
        no=("Sergei Lavrov praised Iraq",),
    ),
    Rule(
        "one visits a place: X visited P",
        f"(PERSON|SPEAKER|TITLE|ACTOR) (DATE|DONE|MANNER)* verb=VISITED (?= {_WHOM})",
        fixed={"act": "visit", "who": "before"},
        yes={"Sergei Lavrov visited Baghdad": {"act": "visit"}},
        no=("Sergei Lavrov praised Baghdad",),
    ),
    Rule(
        "a round of talks: talks between X and Y",
        "noun=ROUND (QUALITY|WORD)? (BETWEEN|WITH|IN)",
        fixed={"act": "round", "who": "around"},
        yes={
            "A round of talks between the Sudanese army and the Rapid Support Forces in Jeddah": {
                "act": "round",
                "place": "Jeddah",
            }
        },
        no=("A round of drinks between friends in Jeddah",),
    ),
    Rule(
        "some agreed: X and Y agreed on",
        "(?<! TO|WILL|NOT|CEASEFIRE|ACCORD) verb=AGREED (?! (QUALITY|WORD|COMMON)? CEASEFIRE) (?! BY) (?! ~STOP|~COMMA{0,3} EXCHANGE|TRADES)",
        fixed={"act": "agreement", "who": "around"},
        yes={"Turkey and Russia agreed on joint patrols": {"act": "agreement", "participants": ["Turkey", "Russia"]}},
        no=("Turkey and Russia sent joint patrols",),
    ),
    Rule(
        "an accord of some: a deal brokered by X and Y",
        "accord=(ACCORD (?! CEASEFIRE)) ~BREAK|~STOP|~THAT|~SAYS{0,4}? BROKERED",
        fixed={"act": "agreement", "who": "named"},
        yes={"Under the deal brokered by Turkey and Russia": {"act": "agreement", "participants": ["Turkey", "Russia"]}},
        no=("Under the bridge built by Turkey and Russia",),
    ),
    Rule(
        "some mediate between others: X is mediating between Y and Z",
        "verb=MEDIATES ~STOP|~BREAK{0,3}? BETWEEN",
        fixed={"act": "mediation", "who": "mediators"},
        yes={"Egypt is mediating between Israel and Hamas": {"act": "mediation", "participants": ["Egypt", "Israel", "Hamas"]}},
        no=("Egypt is choosing between Israel and Hamas",),
    ),
    Rule(
        "a truce of some: a truce agreed by X and Y",
        "noun=CEASEFIRE (QUALITY|WORD|COMMON|DATE)? (BROKERED|DECLARED|BY|WITH)",
        fixed={"act": "ceasefire", "who": "named"},
        yes={"A truce agreed by Turkey and Russia": {"act": "ceasefire", "participants": ["Turkey", "Russia"]}},
        no=("A poem written by Turkey and Russia",),
    ),
    Rule(
        "a truce agreed or declared: X and Y agreed a ceasefire",
        f"(?<! TO|WILL|NOT) verb=DECLARED|AGREED {_GAP} (?<! ENFORCED) noun=CEASEFIRE",
        fixed={"act": "ceasefire", "who": "around"},
        yes={"Ankara and Moscow announced a ceasefire in Idlib": {"act": "ceasefire"}},
        no=("Ankara and Moscow announced a festival in Idlib",),
    ),
    Rule(
        "a numbered resolution: Security Council resolution 2254",
        "noun=DECISION RANKED? count=(NUMBER|MEASURE (AND NUMBER|MEASURE)*)",
        fixed={"act": "resolution", "who": "body"},
        yes={"Under United Nations Security Council resolution 2254": {"act": "resolution", "instrument": "2254"}},
        no=("The minister passed a resolution",),
    ),
    Rule(
        "one invites another to come: X invited Y to visit P",
        f"verb=INVITED {_GAP} TO_COME",
        fixed={"act": "invitation", "who": "around"},
        yes={"Russia invited Turkey to attend the talks": {"act": "invitation"}},
        no=("Russia urged Turkey to stop the battle",),
    ),
    Rule(
        "an exchange of prisoners: a prisoner swap between X and Y",
        "noun=EXCHANGE | verb=TRADES (NUMBER|QUALITY|NISBA)* CAPTIVES|COUNTED",
        fixed={"act": "exchange", "who": "around"},
        yes={"A prisoner swap between Turkey and Russia": {"act": "exchange", "participants": ["Turkey", "Russia"]}},
        no=("A letter between Turkey and Russia",),
    ),
)
