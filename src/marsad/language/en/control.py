"""How English news says who takes, loses, holds, besieges or leaves a place."""

from marsad.language.en.forms import nouns, pasts, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule

_TAKE = (
    "capture seize recapture retake:retook:retaken conquer liberate occupy overrun:overran:overrun:overrunning reclaim regain recover "
    "take:took:taken_control_of take:took:taken_control_over seize:seized_control_over seize:seized_control_of gain:gained_control_of regain:regained_control_of regain:regained_control_over take:took:taken_over "
    "wrest:wrested_control_of establish:established_control_over extend:extended_control_over impose:imposed_control_over assume:assumed_control_of retake:retook:retaken_control_of "
    "secure:secured_control_of take:took:taken_back clear:cleared_of win:won:won:winning_control_of break:broke:broken_into advance:advanced_into annex enter fight:fought_its_way_into fight:fought_their_way_into storm:stormed_into wrest snatch prise"
)

WORDS: Table = {
    "TOOK": {"took": verbs(_TAKE)},
    "TAKEN_BY": {"took": [form for form in pasts(_TAKE) if not form.endswith((" of", " into"))]},
    "TOOK_LAND": {"took": verbs("take:took:taken")},
    "GROUND": {"land": split("ground strategic_ground districts territory villages towns")},
    "HOLDS": {
        "holds": verbs("hold:held control:controlled::controlling dominate")
        + split("maintains_control_of maintain_control_of in_control_of retains_control_of remains_in_control_of is_in_control_of in_full_control_of now_control has_control_of have_control_of rule rules continues_to_control continue_to_control continues_to_hold continue_to_hold continues_to_occupy continue_to_occupy")
    },
    "HELD_BY": {"held": split("held controlled dominated run administered ruled")},
    "HELD": {"held": split("held controlled run -_held -_controlled -_run")},
    "UNDER": {
        "under": split(
            "under_the_control_of under_control_of in_the_hands_of under_the_rule_of under_the_joint_control_of under_the_full_control_of in_the_grip_of under_the_authority_of under_occupation_by under_the_occupation_of falls_under_the_control_of "
            "remains_under_the_control_of under_the_influence_of"
        )
    },
    "LOST_HOLD": {"lost": verbs("lose:lost lose:lost_control_of lose:lost_control_over cede surrender relinquish")},
    "WITHDREW": {
        "withdrew": verbs("withdraw:withdrew:withdrawn_from pull:pulled_out_of retreat:retreated_from withdraw:withdrew:withdrawn pull:pulled_back_from evacuate:evacuated_their_positions_in retreat:retreated_into")
        + split("into_retreat_across forced_into_retreat")
    },
    "LEAVING": {"leaving": split("withdrawal_from retreat_from pullout_from pullback_from exit_from departure_from")},
    "LEAVE": {"leaving": nouns("withdrawal retreat pullout pullback departure evacuation")},
    "BESIEGED": {"besieged": verbs("besiege surround encircle lay:laid_siege_to blockade impose:imposed_a_siege_on")},
    "SIEGE": {"siege": split("siege_of siege_on encirclement_of blockade_of blockade_on")},
    "UNDER_SIEGE": {"siege": split("under_siege under_blockade under_a_siege under_total_siege under_a_blockade")},
    "FELL_TO": {"fell": verbs("fall:fell:fallen_to fall:fell:fallen_into_the_hands_of fall:fell:fallen_under_the_control_of")},
    "RETAKING": {"taking": split("capture_of seizure_of recapture_of liberation_of takeover_of retaking_of occupation_of conquest_of reconquest_of annexation_of storming_of")},
    "TAKEOVER": {"taking": split("capture seizure recapture liberation takeover occupation conquest annexation")},
    "GRIP_ON": {"holding": split("control_of control_over hold_on hold_over grip_on grip_over rule_over sway_over dominance_of")},
    "EXPELLED": {"lost": verbs("expel:expelled oust drive:drove:driven push dislodge force evict flush uproot root chase")},
    "CLEARED": {"took": verbs("clear rid:rid:rid:ridding purge free:freed cleanse sweep:swept")},
    "DIVIDED": {"contested": split("divided split shared disputed contested")},
    "OUT": {"out": split("out_of from out_from")},
    "PARTIAL": {
        "partial": split(
            "most_of much_of parts_of part_of large_parts_of swathes_of swaths_of large_swathes_of half_of a_half_of several_neighborhoods_of large_areas_of some_of a_part_of majority_of the_majority_of large_swaths_of parts_in "
            "pockets_of a_third_of two_thirds_of large_parts across_large_parts_of mostly mainly largely partly a_pocket_of pocket_of a_corner_of a_stretch_of a_strip_of a_small_part_of small_parts_of vast_areas_of vast_parts_of wide_areas_of sections_of sections_in areas_in the_rest_of a_quarter_of three_quarters_of slivers_of a_sliver_of"
        )
    },
    "CONTESTED": {
        "contested": verbs("fight:fought_for_control_of battle_for_control_of vie_for_control_of fight:fought_over contest battle_over")
    },
    "FALLS": {"fell": verbs("fall:fell:fallen")},
    "COMES": {"fell": verbs("come:came:come pass return slip")},
    "COMES_UNDER": {"fell": verbs("come:came:come_under pass_under fall:fell:fallen_under return_under")},
    "VYING": {"contested": verbs("fight:fought_for_control battle_for_control vie_for_control compete_for_control")},
    "FALL": {"fell": split("fall_of the_fall_of")},
    "LOSING": {"lost": split("loss_of the_loss_of")},
    "SEIZES": {"took": verbs("secure take:took:taken gain regain seize establish assert extend impose assume restore claim win:won:won:winning")},
    "IMPOSES": {"imposed": verbs("lay:laid tighten impose keep:kept maintain continue reimpose")},
    "BENEATH": {"under": ["under"]},
    "GRIP": {"grip": split("control rule occupation authority")},
    "HANDS": {"hands": split("hands control")},
    "FULL": {"full": split("entire all_of the_whole_of fully completely entirely full")},
    "AIMING": {
        "aim": split(
            "to will would could may might should must can trying try tried tries seeking seek sought seeks attempt attempted attempting attempts aim aims aimed aiming want wants wanted hope hopes vow vowed vows fail failed fails failing unable if unless goal effort efforts bid ahead_of preparing prepare prepared plans plan planned without threatened threatens threatening before battle_to campaign_to offensive_to"
        )
    },
    "ATTEMPT": {"attempt": split("battle_for attempt attempts operation campaign fight_for push_for")},
    "COMPLETES": {"done": verbs("complete announce claim celebrate confirm achieve declare")},
    "MANAGED": {"managed": split("managed_to able_to succeeded_in managed had_to")},
}  # fmt: skip
_GAP = "(DONE|DATE|COMMA|MANNER|AMONG|ACTOR|STRONG|FOR|FROM|MANAGED|WITH|AND|WHO|CAPITAL|QUALITY|OPEN|CLOSE|PLACE|PAREN_OPEN|PAREN_CLOSE|BESIDES|IN|LOYAL|SUPPORT|STRIKE|BY|MAJORITY | FORCED TO){0,10}?"
_SIDE = "by=ACTOR|STATE|NATIONALS|FORCE"
_SAID = "(DATE? SAYS DATE? THAT? PRONOUN)?"
_WHICH = "(which=(COMMA? WHO ~STOP|~BREAK|~COMMA{1,7}? COMMA? | COMMA LOYAL|SUPPORT ~STOP|~BREAK|~COMMA{1,9}? COMMA | COMMA? BESIDES (OTHERS|QUALITY|OWNER)* ACTOR|STATE COMMA?))?"
_SUBJECT = f"{_SIDE} {_WHICH} {_SAID} {_GAP}"
_WHOSE = "who=ACTOR|FORCE|STRONG|STATE|NISBA|NATIONALS|FACTION POSSESSIVE? (QUALITY|MANNER|DATE|FULL|PARTIAL)*"

CONTROL: tuple[Rule, ...] = (
    Rule(
        "a place that a side holds: rebel-held P",
        "who=ACTOR|FORCE|STRONG|STATE|NISBA DASH? verb=HELD (SETTLEMENT|SEVERAL|DIRECTION|LANDMARK|PLACE|PARTIAL)",
        fixed={"change": "holds", "who": "before", "where": "after"},
        yes={"Shelling hit the rebel-held town of Ariha": {"change": "holds", "actor": "rebel", "place": "town of Ariha"}},
        no=("Shelling hit the long-held town of Ariha",),
    ),
    Rule(
        "a place was taken by a side: P was captured by X",
        "verb=TAKEN_BY (DATE | MANNER | IN PLACE | FROM ACTOR)* by=BY",
        fixed={"change": "gained", "who": "last", "where": "before"},
        yes={"Ariha was captured by opposition fighters": {"change": "gained", "actor": "opposition fighters", "place": "Ariha"}},
        no=("Ariha was visited by opposition fighters",),
    ),
    Rule(
        "a place is held by a side: P is controlled by X",
        "verb=HELD_BY (DATE|MANNER|PARTIAL)* by=BY",
        fixed={"change": "holds", "who": "last", "where": "before"},
        yes={"Idlib is controlled by opposition fighters": {"change": "holds", "actor": "opposition fighters", "place": "Idlib"}},
        no=("Idlib was visited by opposition fighters",),
    ),
    Rule(
        "a side took a place: X captured P",
        f"{_SUBJECT} verb=TOOK (?! BY | QUALITY* COUNTED|PERSON|TITLE|SPEAKER (?! SETTLEMENT|LANDMARK)) (?! (?<= PLACE|CAPITAL TOOK) SEVERAL|SETTLEMENT)",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The SDF captured Tabqa": {"change": "gained", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side took what was told before: X captured it",
        f"{_SUBJECT} verb=TOOK (?= it)",
        fixed={"change": "gained", "who": "before", "where": "it"},
        yes={"Tabqa lies on a lake. The SDF captured it in May": {"change": "gained", "actor": "SDF", "place": "Tabqa"}},
        no=("Tabqa lies on a lake. The SDF visited it in May",),
    ),
    Rule(
        "those told before took a place: when they seized P",
        "(?<= BREAK|AFTER|THAT|WHO|BEFORE) PRONOUN (DONE|MANNER|DATE)* verb=TOOK (?! BY|COUNTED|PERSON)",
        fixed={"change": "gained", "who": "topic", "where": "after"},
        yes={"Rebels cut the road in August when they seized Tabqa": {"change": "gained", "actor": "Rebels", "place": "Tabqa"}},
        no=("Rebels cut the road in August when they saw Tabqa",),
    ),
    Rule(
        "a side's taking of a place done or announced: X completed the recapture of P",
        f"{_SUBJECT} COMPLETES noun=RETAKING",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The army completed the recapture of Tabqa": {"change": "gained", "actor": "army", "place": "Tabqa"}},
        no=("The army completed the repair of Tabqa",),
    ),
    Rule(
        "a place that a side took, told in a clause of it: P, which X captured",
        f"WHO {_SIDE} (DONE|DATE|MANNER)* verb=TOOK (?= DATE|STOP|COMMA|IN|ON|AT|FROM|AFTER|DURING|AND|SINCE)",
        fixed={"change": "gained", "who": "before", "where": "before"},
        yes={"Sirte, which the SDF captured in 2015, was hit": {"change": "gained", "actor": "SDF", "place": "Sirte"}},
        no=("Sirte, which the SDF visited in 2015, was hit",),
    ),
    Rule(
        "a place that a side holds, told in a clause of it: P, which X controls",
        f"WHO {_SIDE} (DONE|DATE|MANNER)* verb=HOLDS (?= DATE|STOP|COMMA|AND|SINCE)",
        fixed={"change": "holds", "who": "before", "where": "before"},
        yes={"Raqqa, which ISIS controls, was hit": {"change": "holds", "actor": "ISIS", "place": "Raqqa"}},
        no=("Raqqa, which ISIS visits, was hit",),
    ),
    Rule(
        "a side took a place by its name: X took P",
        f"{_SUBJECT} verb=TOOK_LAND SETTLEMENT? FROM? (?! STATE) (?= PLACE | CAPITAL (STOP|COMMA|AND|FROM|DATE|SINCE|IN|AFTER|WITH))",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"Syrian troops took Palmyra and Raqqa": {"change": "gained", "actor": "Syrian troops", "place": "Palmyra"}},
        no=("Syrian troops took bread to Qusayr",),
    ),
    Rule(
        "a side gained control of a place, told how: X secured full control of P",
        f"{_SUBJECT} verb=SEIZES (OWNER|FULL|PARTIAL|QUALITY|MANNER|NISBA)* GRIP_ON",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The SDF secured full control over Tabqa": {"change": "gained", "actor": "SDF", "place": "Tabqa"}},
        no=("The SDF secured full support over Tabqa",),
    ),
    Rule(
        "a place under a side's control, the side named first: P is under X control",
        f"(?<! FALLS|COMES) under=(BENEATH (QUALITY|MANNER|FULL|PARTIAL)* | IN QUALITY*) {_WHOSE} GRIP|HANDS",
        fixed={"change": "holds", "who": "before", "where": "before"},
        yes={
            "Marib is still under government control": {"change": "holds", "place": "Marib"},
            "Harasta remains in rebel hands": {"change": "holds", "actor": "rebel", "place": "Harasta"},
        },
        no=("Marib is still under government scrutiny",),
    ),
    Rule(
        "a place came under a side's control, the side named first: P fell into X hands",
        f"(verb=FALLS|COMES MANNER* BENEATH|IN|TO | verb=COMES_UNDER) (QUALITY|FULL)* {_WHOSE} GRIP|HANDS",
        fixed={"change": "gained", "who": "before", "where": "before"},
        yes={"Harasta came under government control in 2018": {"change": "gained", "place": "Harasta"}},
        no=("Harasta came under government scrutiny in 2018",),
    ),
    Rule(
        "a place taken, told as the side's: X's capture of P",
        f"{_WHOSE} noun=RETAKING",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The rebels' capture of Harasta took a week": {"change": "gained", "actor": "rebels", "place": "Harasta"}},
        no=("The rebels' repair of Harasta took a week",),
    ),
    Rule(
        "a place taken, told as the place's: P's capture by X",
        "POSSESSIVE|OWNER QUALITY* noun=TAKEOVER (DATE | FROM ACTOR)* by=BY",
        fixed={"change": "gained", "who": "last", "where": "before"},
        yes={"Mosul's capture by ISIS shook the army": {"change": "gained", "actor": "ISIS", "place": "Mosul"}},
        no=("Mosul's defence by the army shook ISIS",),
    ),
    Rule(
        "a place held, told as the side's: X's control of P, X's hold on P",
        f"{_WHOSE} noun=GRIP_ON",
        fixed={"change": "holds", "who": "before", "where": "after"},
        yes={"The Houthis' hold on Hodeidah was tested": {"change": "holds", "actor": "Houthis", "place": "Hodeidah"}},
        no=("The Houthis' view on Hodeidah was tested",),
    ),
    Rule(
        "a place held by a side: control of P by X",
        "noun=GRIP_ON ~STOP|~BREAK|~COMMA{1,5}? BY who=ACTOR|STATE",
        fixed={"change": "holds", "who": "before", "where": "after"},
        yes={"Control of Hodeidah by the Houthis was at stake": {"change": "holds", "actor": "Houthis", "place": "Hodeidah"}},
        no=("Repair of Hodeidah by the Houthis was at stake",),
    ),
    Rule(
        "a place between two sides: P is divided between X and Y",
        "(noun=GRIP_ON ~STOP|~BREAK{1,5}?)? DONE MANNER* verb=DIVIDED BETWEEN|AMONG|BY by=ACTOR|STATE AND other=ACTOR|STATE",
        fixed={"change": "contested", "who": "before", "where": "before"},
        yes={
            "Control of Hasakah is divided between Kurdish forces and the army": {"change": "contested", "counterpart": "army"},
        },
        no=("The harvest of Hasakah is stored between the mill and the army",),
    ),
    Rule(
        "a fight of two sides for a place: a battle for control of P between X and Y",
        "verb=CONTESTED ~STOP|~BREAK{1,6}? BETWEEN by=ACTOR|STATE AND other=ACTOR|STATE",
        fixed={"change": "contested", "who": "before", "where": "after"},
        yes={"The fight over Taiz between the army and the Houthis went on": {"counterpart": "Houthis"}},
        no=("The road over Taiz between the army and the Houthis went on",),
    ),
    Rule(
        "a side drove another from a place, the place told first: X cleared P of Y",
        f"{_SUBJECT} verb=CLEARED (SETTLEMENT|FOR|FROM|PLACE|DIRECTION|PARTIAL|FULL|QUALITY|MANNER|LANDMARK|AND|COMMA|CAPITAL){{1,8}}? (?= FROM|FOR QUALITY* ACTOR|STRONG|FORCE|COUNTED)",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The army cleared Ramadi of ISIS fighters": {"change": "gained", "counterpart": "ISIS fighters", "place": "Ramadi"}},
        no=("The army cleared Ramadi of snow",),
    ),
    Rule(
        "a side was driven from a place by another: Y was driven out of P by X",
        f"other=ACTOR|STATE {_GAP} (?<= DONE|MANNER) verb=EXPELLED on=OUT|FROM ~STOP|~BREAK{{1,6}}? BY by=ACTOR|STATE",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"ISIS was driven out of Ramadi by the army": {"change": "gained", "actor": "army"}},
        no=("ISIS was heard of in Ramadi by the army",),
    ),
    Rule(
        "a side was driven from a place: Y was driven out of P",
        f"{_SIDE} {_GAP} (?<= DONE|MANNER) verb=EXPELLED on=OUT|FROM (?! ~STOP|~BREAK{{1,6}} BY ACTOR|STATE)",
        fixed={"change": "lost", "who": "before", "where": "after"},
        yes={"ISIS was driven out of Ramadi in 2015": {"change": "lost", "actor": "ISIS", "place": "Ramadi"}},
        no=("ISIS was heard of in Ramadi in 2015",),
    ),
    Rule(
        "a side's leaving of a place: the withdrawal of X from P",
        "noun=LEAVE FROM|FOR|BY who=ACTOR|STATE (DATE|MANNER)* on=FROM",
        fixed={"change": "withdrew", "who": "before", "where": "after"},
        yes={"The withdrawal of Russian troops from Kherson": {"change": "withdrew", "place": "Kherson"}},
        no=("The return of Russian troops from Kherson",),
    ),
    Rule(
        "a side's leaving of a place, told as its own: X's withdrawal from P",
        f"{_WHOSE} noun=LEAVING",
        fixed={"change": "withdrew", "who": "before", "where": "after"},
        yes={"The SDF's withdrawal from Manbij": {"change": "withdrew", "actor": "SDF", "place": "Manbij"}},
        no=("The SDF's letter from Manbij",),
    ),
    Rule(
        "a siege that a side lays: X's siege of P, X tightened its siege of P",
        f"({_WHOSE} | {_SUBJECT} verb=SEIZES|LAUNCHED|IMPOSES (OWNER|QUALITY|MANNER)*) noun=SIEGE",
        fixed={"change": "besieged", "who": "before", "where": "after"},
        yes={"The army tightened its siege of Daraya": {"change": "besieged", "actor": "army", "place": "Daraya"}},
        no=("The army tightened its watch of Daraya",),
    ),
    Rule(
        "the fall of a place to a side: the fall of P to X",
        "noun=FALL ~STOP|~BREAK{1,4}? TO who=ACTOR|STATE",
        fixed={"change": "gained", "who": "after", "where": "after"},
        yes={"The fall of Palmyra to ISIS": {"change": "gained", "actor": "ISIS", "place": "Palmyra"}},
        no=("The fall of prices in Palmyra to ISIS",),
    ),
    Rule(
        "a side's loss of a place: X suffered the loss of P",
        f"{_SIDE} ~STOP|~BREAK{{0,14}}? noun=LOSING",
        fixed={"change": "lost", "who": "before", "where": "after"},
        yes={
            "Government forces suffered setbacks, including the loss of Palmyra": {
                "change": "lost",
                "actor": "Government forces",
                "place": "Palmyra",
            }
        },
        no=("Government forces suffered setbacks, including the heat of Palmyra",),
    ),
    Rule(
        "sides that fight for a place: X and Y fought for control of P",
        f"by=ACTOR|STATE (AND other=ACTOR|STATE)? {_GAP} verb=CONTESTED",
        fixed={"change": "contested", "who": "before", "where": "after"},
        yes={
            "The army and the rebels fought for control of Aleppo": {
                "change": "contested",
                "actor": "army",
                "counterpart": "rebels",
                "place": "Aleppo",
            }
        },
        no=("The army and the rebels voted for control of Aleppo",),
    ),
    Rule(
        "sides that fight for a place, told in a clause of it: P, where X and Y have fought for control",
        f"WHO by=ACTOR|STATE (AND other=ACTOR|STATE)? {_GAP} verb=VYING (?! FROM)",
        fixed={"change": "contested", "who": "before", "where": "before"},
        yes={
            "Shelling hit Aleppo, where the army and the rebels have fought for control": {
                "change": "contested",
                "counterpart": "rebels",
                "place": "Aleppo",
            }
        },
        no=("Shelling hit Aleppo, where the army and the rebels have met for control",),
    ),
    Rule(
        "a side took ground in a place: X took districts in P",
        f"{_SUBJECT} verb=TOOK_LAND (NUMBER|PARTIAL|QUALITY|MANNER|SUCH)* GROUND|SEVERAL",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The SDF took several districts in Tabqa": {"change": "gained", "place": "Tabqa"}},
        no=("The SDF took several prisoners in Tabqa",),
    ),
    Rule(
        "a side holds a place: X controls P",
        f"{_SUBJECT} verb=HOLDS (?! BY | ~STOP|~BREAK|~COMMA|~PLACE{{0,7}}? MEETING|ROUND|ACCORD)",
        fixed={"change": "holds", "who": "before", "where": "after"},
        yes={"The SDF controls Tabqa": {"change": "holds", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side that took one place holds another: X seized P and controls Q",
        f"{_SIDE} {_GAP} TOOK ~STOP|~BREAK|~ACTOR|~COMMA{{1,8}}? AND verb=HOLDS (?! BY)",
        fixed={"change": "holds", "who": "before", "where": "after"},
        yes={"The rebels seized Mocha and control Zabid": {"change": "holds", "place": "Zabid"}},
        no=("The rebels seized Mocha and visited Zabid",),
    ),
    Rule(
        "a place under a side: P under the control of X",
        "under=UNDER",
        fixed={"change": "holds", "who": "after", "where": "before"},
        yes={"The town of Tabqa is under the control of the SDF": {"change": "holds", "actor": "SDF", "place": "town of Tabqa"}},
        no=("The town of Tabqa is under the care of the SDF",),
    ),
    Rule(
        "the taking of a place: the capture of P by X",
        "(?<! COMPLETES) noun=RETAKING",
        fixed={"change": "gained", "who": "any", "where": "after"},
        yes={"After the capture of Tabqa by the SDF": {"change": "gained", "actor": "SDF", "place": "Tabqa"}},
        no=("After the visit of Tabqa by the SDF",),
    ),
    Rule(
        "a place fell to a side: P fell to X",
        "verb=FELL_TO",
        fixed={"change": "gained", "who": "last", "where": "before"},
        yes={"Tabqa fell to the SDF": {"change": "gained", "actor": "SDF", "place": "Tabqa"}},
        no=("Tabqa lies far from the SDF",),
    ),
    Rule(
        "a side lost a place: X lost control of P",
        f"{_SUBJECT} verb=LOST_HOLD (?! GROUND) (OWNER? QUALITY* GRIP_ON)? (~STOP|~BREAK|~BY{{1,7}}? TO other=ACTOR|STATE)?",
        fixed={"change": "lost", "who": "before", "where": "after"},
        yes={"The SDF lost control of Tabqa": {"change": "lost", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side drove another from a place: X expelled Y from P",
        f"{_SUBJECT} verb=EXPELLED ~STOP|~BREAK{{1,6}}? on=OUT|FROM",
        fixed={"change": "expelled", "who": "about", "where": "after"},
        yes={"The SDF expelled ISIS from Tabqa": {"change": "gained", "counterpart": "ISIS", "place": "Tabqa"}},
        no=("The SDF expelled a lawyer",),
    ),
    Rule(
        "a side left a place: X withdrew from P",
        f"{_SUBJECT} verb=WITHDREW (?! QUALITY* ACTOR|COUNTED|PEOPLE|FORCE|STRONG)",
        fixed={"change": "withdrew", "who": "before", "where": "after"},
        yes={"The SDF withdrew from Tabqa": {"change": "withdrew", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side besieged a place: X besieged P",
        f"{_SUBJECT} verb=BESIEGED (?! BY)",
        fixed={"change": "besieged", "who": "before", "where": "after"},
        yes={"The SDF besieged Tabqa": {"change": "besieged", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a place is besieged by a side: P is besieged by X",
        "verb=BESIEGED|UNDER_SIEGE DATE* by=BY",
        fixed={"change": "besieged", "who": "last", "where": "before"},
        yes={"Tabqa is besieged by the SDF": {"change": "besieged", "actor": "SDF", "place": "Tabqa"}},
        no=("Tabqa is loved by the SDF",),
    ),
    Rule(
        "the siege of a place by a side: the siege of P by X",
        "noun=SIEGE",
        fixed={"change": "besieged", "who": "near", "where": "after"},
        yes={"The siege of Tabqa by the SDF": {"change": "besieged", "actor": "SDF", "place": "Tabqa"}},
        no=("The market of Tabqa by the river",),
    ),
)
