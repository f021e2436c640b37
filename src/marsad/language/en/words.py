"""English words that every kind of claim stands on: marks, particles, verbs of saying. Kind -> value -> forms."""

from marsad.language.en.forms import continuous, nouns, pasts, split, verbs
from marsad.language.pack import Table

MARKS: Table = {
    "COMMA": {",": [",", ";", "/"]},
    "COLON": {":": [":"]},
    "STOP": {".": [".", "?", "!"]},
    "DASH": {"-": ["-", "|", "•", "*", "▪", "▫", "●", "○", "■", "□", "◾", "◽", "►", "‣", "⁃", "·"]},
    "OPEN": {"«": ["«"], '"': ['"']},
    "CLOSE": {"»": ["»"], '"': ['"']},
    "PAREN_OPEN": {"(": ["(", "["]},
    "PAREN_CLOSE": {")": [")", "]"]},
    "SILENT": {"article": ["the", "a", "an"]},
    "POSSESSIVE": {"'s": ["'s", "'"]},
}
PARTICLES: Table = {
    "IN": {"in": split("in inside within across throughout into over")},
    "AT": {
        "at": split(
            "at near outside around beside nearby close_to next_to adjacent_to in_the_vicinity_of in_and_around in_or_near "
            "on_the_outskirts_of in_the_outskirts_of at_the_entrance_to in_the_centre_of in_the_center_of "
            "centre_of center_of on_the_edge_of in_the_heart_of located_in located_near in_front_of towards toward along"
        )
    },
    "ON": {"on": split("on against upon onto")},
    "FROM": {"from": split("from of off")},
    "TO": {"to": ["to"]},
    "FOR": {"for": split("for of")},
    "WITH": {"with": ["with"]},
    "BETWEEN": {"between": split("between pitting")},
    "AND": {"and": split("and & plus together_with")},
    "OR": {"or": ["or"]},
    "THAT": {"that": ["that"]},
    "WHO": {"who": split("who which whom whose where")},
    "NOT": {"not": split("not no without never neither nor none denied denies deny n't cannot")},
    "WILL": {"will": split("will would could may might should must can shall if unless")},
    "DONE": {
        "was": split(
            "be been being had having got gets get has_been have_been had_been has_also_been have_also_been"
        ),
        "is": split("was were is are has have is_now are_now was_also were_also is_also are_also"),
    },
    "WAS": {"was": split("was were be been being is are has_been have_been had_been has_also_been have_also_been was_also were_also got is_now are_now")},
    "AFTER": {"after": split("after following in_the_wake_of in_the_aftermath_of")},
    "BEFORE": {"before": split("before prior_to ahead_of")},
    "DURING": {"during": split("during in_the_course_of")},
    "SINCE_WORD": {"since": ["since"]},
    "CAUSED": {
        "by": split("due_to because_of as_a_result_of as_result_of resulting_from result_of owing_to on_account_of from_wounds caused_by")
    },
    "BY": {"by": split("by at_the_hands_of carried_out_by launched_by conducted_by perpetrated_by committed_by fired_by staged_by claimed_by waged_by")},
    "BREAK": {"while": split("while amid amidst meanwhile whereas but however as when whilst moreover furthermore although though")},
    "ALSO": {"also": split("also moreover furthermore in_addition additionally and_also")},
    "AS_WHEN": {"as": ["as"]},
    "AMONG": {
        "including": split(
            "including include includes included among_them amongst_them among_whom of_whom of_them among_those comprising"
        )
    },
    "WHOLE_WAR": {"war": split("war conflict genocide invasion")},
    "SO_FAR": {"so far": split("in_recent_weeks in_recent_days in_recent_months in_recent_years so_far overall_toll to_date thus_far cumulative cumulatively in_total overall")},
    "MAJORITY": {"most": split("mostly mainly most_of_them most_of_whom predominantly largely")},
    "BESIDES": {"besides": split("in_addition_to as_well_as along_with besides alongside together_with")},
    "BOTH": {"both": split("both all")},
    "OTHERS": {"others": split("others other another more")},
    "ONE": {"one": ["one"]},
    "THEM": {"them": split("them whom these those")},
    "RESULTED": {
        "resulted": verbs("leave:left cause result_in lead:led_to trigger inflict sustain suffer prompt")
        + split("causes_the leaving_behind resulted_in_the with_reports_of as_well_as_causing")
    },
    "ONESELF": {"self": split("himself herself themselves itself")},
    "THEREIN": {"in it": split("therein there")},
    "MANNER": {None: split("internally forcibly also again reportedly allegedly apparently still later earlier then immediately severely seriously critically fatally already now since just "
                           "only actually probably likely separately respectively officially previously recently currently initially finally simultaneously repeatedly temporarily briefly swiftly quickly gradually successfully subsequently eventually")},
}  # fmt: skip
_NOUNS = frozenset("report state note claim comment estimate mention remark tweet".split())
"""Verbs of saying whose bare form is a noun far more often."""


def _told(forms: str) -> list[str]:
    """The forms of verbs of saying, without those that are nouns."""
    return [form for form in verbs(forms) if form not in _NOUNS]


SAYING: Table = {
    "SAYS": {
        "said": _told(
            "say:said tell:told report announce state add confirm note:noted claim reveal declare:declared explain stress emphasize emphasise indicate affirm assert "
            "mention warn allege disclose insist argue:argued believe estimate suggest clarify accuse:accused point:pointed_out tweet write:wrote:written:writing "
            "describe acknowledge admit comment recount recall remark testify underline underscore reiterate vow pledge complain call:called_it dub:dubbed_it decline:declined_to_comment_on refuse:refused_to_comment_on"
        ),
        "noted": verbs("document verify") + pasts("record count monitor list track release publish post"),
    },
    "TELLS": {"told": verbs("tell:told")},
    "SAYING": {"saying": continuous("say add state note:noted stress explain indicate confirm announce claim warn emphasize emphasise declare reveal assert affirm")},
    "ACCORDING": {
        "according": split(
            "according_to as_reported_by as_per citing quoting in_the_words_of as_stated_by as_told_by according_to_a_statement_by according_to_the_statement_by reported_by "
            "according_to_reports_by according_to_a_report_by according_to_data_from according_to_figures_from according_to_information_from according_to_the according_to_a in_a_statement_by"
        )
    },
    "STATEMENT_NOUN": {"statement": nouns("statement communique tweet post: interview speech:speeches press_conference report press_release video")},
    "PRONOUN": {"he": split("he she it they")},
    "OWNER": {"his": split("his her its their our my")},
    "OURS": {"our": split("our my")},
}  # fmt: skip
TOTALS: Table = {
    "TOTAL": {
        "total": nouns("toll death_toll number total tally:tallies count casualty_toll")
        + split("total_number overall_number toll_of_dead cumulative_number the_number number_of_people")
    },
    "REACHED": {
        "rose": verbs(
            "rise:rose:risen climb reach stand:stood exceed increase total jump hit:hit::hitting surpass pass mount soar"
        )
        + split("now_at is was at has_risen has_reached put_at up_to")
    },
}
TABLES: tuple[Table, ...] = (MARKS, PARTICLES, SAYING, TOTALS)
