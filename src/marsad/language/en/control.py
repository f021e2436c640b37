"""How English news says who takes, loses, holds, besieges or leaves a place."""

from marsad.language.en.forms import pasts, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule

_TAKE = (
    "capture seize recapture retake:retook:retaken conquer liberate occupy overrun:overran:overrun:overrunning reclaim regain recover "
    "take:took:taken_control_of seize:seized_control_of gain:gained_control_of regain:regained_control_of regain:regained_control_over take:took:taken_over "
    "wrest:wrested_control_of establish:established_control_over extend:extended_control_over impose:imposed_control_over assume:assumed_control_of retake:retook:retaken_control_of "
    "secure:secured_control_of take:took:taken_full_control_of take:took:taken_back clear:cleared_of win:won:won:winning_control_of break:broke:broken_into advance:advanced_into annex enter storm:stormed_into"
)

WORDS: Table = {
    "TOOK": {"took": verbs(_TAKE)},
    "TAKEN_BY": {"took": [form for form in pasts(_TAKE) if not form.endswith((" of", " into"))]},
    "TOOK_LAND": {"took": verbs("take:took:taken")},
    "GROUND": {"land": split("ground strategic_ground districts territory villages towns")},
    "HOLDS": {
        "holds": verbs("hold:held control:controlled::controlling dominate")
        + split("maintains_control_of maintain_control_of in_control_of retains_control_of remains_in_control_of is_in_control_of in_full_control_of now_control has_control_of have_control_of rule rules")
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
    "LEAVING": {"leaving": split("withdrawal_from retreat_from pullout_from")},
    "BESIEGED": {"besieged": verbs("besiege surround encircle lay:laid_siege_to blockade impose:imposed_a_siege_on")},
    "SIEGE": {"siege": split("siege_of siege_on encirclement_of blockade_of")},
    "FELL_TO": {"fell": verbs("fall:fell:fallen_to fall:fell:fallen_into_the_hands_of fall:fell:fallen_under_the_control_of")},
    "RETAKING": {"taking": split("capture_of seizure_of recapture_of liberation_of takeover_of control_of retaking_of occupation_of control_over")},
    "EXPELLED": {"lost": verbs("expel:expelled oust drive:drove:driven push dislodge force evict")},
    "OUT": {"out": split("out_of from out_from")},
    "PARTIAL": {
        "partial": split(
            "most_of much_of parts_of part_of large_parts_of swathes_of swaths_of large_swathes_of half_of several_neighborhoods_of large_areas_of some_of a_part_of majority_of the_majority_of large_swaths_of parts_in "
            "pockets_of a_third_of two_thirds_of large_parts across_large_parts_of mostly mainly largely partly"
        )
    },
    "CONTESTED": {
        "contested": verbs("fight:fought_for_control_of battle_for_control_of vie_for_control_of fight:fought_over contest battle_over")
    },
    "VYING": {"contested": verbs("fight:fought_for_control battle_for_control vie_for_control compete_for_control")},
    "FALL": {"fell": split("fall_of the_fall_of")},
    "LOSING": {"lost": split("loss_of the_loss_of")},
    "SEIZES": {"took": verbs("secure take:took:taken gain regain seize establish assert extend impose assume restore tighten consolidate")},
    "BENEATH": {"under": ["under"]},
    "GRIP": {"grip": split("control rule occupation")},
    "FULL": {"full": split("entire all_of the_whole_of fully completely entirely full")},
    "AIMING": {
        "aim": split(
            "to will would could may might should must can trying try tried tries seeking seek sought seeks attempt attempted attempting attempts aim aims aimed aiming want wants wanted hope hopes vow vowed vows fail failed fails failing unable if unless goal effort efforts bid ahead_of preparing prepare prepared plans plan planned without threatened threatens threatening before battle_to campaign_to offensive_to"
        )
    },
    "ATTEMPT": {"attempt": split("battle_for attempt attempts operation campaign fight_for push_for")},
    "MANAGED": {"managed": split("managed_to able_to succeeded_in managed")},
}  # fmt: skip
_GAP = "(DONE|DATE|COMMA|MANNER|AMONG|ACTOR|STRONG|FOR|FROM|MANAGED|WITH|AND|WHO|CAPITAL|QUALITY|OPEN|CLOSE|PLACE|PAREN_OPEN|PAREN_CLOSE|BESIDES|IN|LOYAL|SUPPORT|STRIKE|BY|MAJORITY){0,10}?"
_SIDE = "by=ACTOR|STATE|NATIONALS"

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
        "verb=TAKEN_BY (DATE | MANNER | IN PLACE)* by=BY",
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
        f"{_SIDE} {_GAP} verb=TOOK (?! BY)",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The SDF captured Tabqa": {"change": "gained", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
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
        f"{_SIDE} {_GAP} verb=TOOK_LAND SETTLEMENT? FROM? (?! STATE) (?= PLACE|CAPITAL (STOP|COMMA|AND|FROM|DATE|SINCE))",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"Syrian troops took Palmyra and Raqqa": {"change": "gained", "actor": "Syrian troops", "place": "Palmyra"}},
        no=("Syrian troops took bread to Qusayr",),
    ),
    Rule(
        "a side gained control of a place, told how: X secured full control of P",
        f"{_SIDE} {_GAP} verb=SEIZES (FULL|PARTIAL|QUALITY|MANNER|NISBA)* RETAKING",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The SDF secured full control over Tabqa": {"change": "gained", "actor": "SDF", "place": "Tabqa"}},
        no=("The SDF secured full support over Tabqa",),
    ),
    Rule(
        "a place under a side's control, the side named first: P is under X control",
        "under=BENEATH (QUALITY|MANNER|FULL|PARTIAL)* who=ACTOR|FORCE|STRONG|STATE|NISBA POSSESSIVE? QUALITY* GRIP",
        fixed={"change": "holds", "who": "before", "where": "before"},
        yes={"Marib is still under government control": {"change": "holds", "place": "Marib"}},
        no=("Marib is still under government scrutiny",),
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
                "actor": "The army",
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
        f"{_SIDE} {_GAP} verb=TOOK_LAND (NUMBER|PARTIAL|QUALITY|MANNER|SUCH)* GROUND|SEVERAL",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The SDF took several districts in Tabqa": {"change": "gained", "place": "Tabqa"}},
        no=("The SDF took several prisoners in Tabqa",),
    ),
    Rule(
        "a side holds a place: X controls P",
        f"{_SIDE} {_GAP} verb=HOLDS (?! BY)",
        fixed={"change": "holds", "who": "before", "where": "after"},
        yes={"The SDF controls Tabqa": {"change": "holds", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
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
        "noun=RETAKING",
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
        f"{_SIDE} {_GAP} verb=LOST_HOLD",
        fixed={"change": "lost", "who": "before", "where": "after"},
        yes={"The SDF lost control of Tabqa": {"change": "lost", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side drove another from a place: X expelled Y from P",
        f"{_SIDE} {_GAP} verb=EXPELLED ~STOP|~BREAK{{1,6}}? on=OUT|FROM",
        fixed={"change": "expelled", "who": "about", "where": "after"},
        yes={"The SDF expelled ISIS from Tabqa": {"change": "gained", "counterpart": "ISIS", "place": "Tabqa"}},
        no=("The SDF expelled a lawyer",),
    ),
    Rule(
        "a side left a place: X withdrew from P",
        f"{_SIDE} {_GAP} verb=WITHDREW",
        fixed={"change": "withdrew", "who": "before", "where": "after"},
        yes={"The SDF withdrew from Tabqa": {"change": "withdrew", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side besieged a place: X besieged P",
        f"{_SIDE} {_GAP} verb=BESIEGED (?! BY)",
        fixed={"change": "besieged", "who": "before", "where": "after"},
        yes={"The SDF besieged Tabqa": {"change": "besieged", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a place is besieged by a side: P is besieged by X",
        "verb=BESIEGED (DATE)* by=BY",
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
