"""How Arabic news says that people were killed, wounded, went missing, fled or were taken."""

from marsad.language.ar.letters import nouns, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule

WORDS: Table = {
    "LOSS": {
        "killed": nouns("مقتل مصرع استشهاد وفاة موت قتل ارتقاء إعدام اغتيال تصفية") + split("حياة بحياة أرواح"),
        "injured": nouns("إصابة جرح إصابات جراح بجروح"),
        "missing": nouns("فقدان اختفاء"),
        "displaced": nouns("نزوح تهجير فرار تشريد هجرة هروب إجلاء"),
        "detained": nouns("اعتقال توقيف احتجاز أسر القبض إلقاء_القبض_على القبض_على إيقاف اعتقالات"),
        "abducted": nouns("اختطاف خطف"),
    },
    "LOST": {
        "killed": verbs("قتل استشهد قضى توفي مات لقي ارتقى يقتل اغتيل أعدم لقى"),
        "injured": verbs("أصيب جرح يصاب أصاب"),
        "missing": verbs("فقد اختفى"),
        "displaced": verbs("نزح تشرد هجر فر ينزح هرب"),
        "detained": verbs("اعتقل أوقف احتجز أسر يعتقل"),
        "abducted": verbs("اختطف خطف"),
    },
    "FALL": {"fall": nouns("سقوط وقوع تسجيل") + verbs("سقط وقع خلف أوقع سجل يسقط")},
    "DEATH_MET": {"met": split("مصرعه مصرعهم مصرعها حتفه حتفهم حتفها مصرعهما حتفهما مصرعهن")},
    "WOUNDS": {"wounds": split("بجروح بجراح بإصابات بشظايا بحروق")},
}

CASUALTY = (
    Rule(
        "the loss of N people: مقتل N",
        "outcome=LOSS (AND outcome2=LOSS)? (THAT|FOR|ON|IN|FROM|BOTH|PRONOUN){0,2} count=COUNTED",
        yes={"مقتل 12 شخصا بينهم ثلاثة مدنيين في حلب": {"outcome": "killed", "low": 12, "group": "people"}},
        no=("مقتل 12 رأسا من الماشية",),
    ),
    Rule(
        "N people were lost: قُتل N",
        "(WILL|NOT)? outcome=LOST (AND outcome2=LOST)? (AND IN WORD COMMA?)? (DATE|PLACE|IN|AT|COMMA){0,6} count=COUNTED",
        yes={"قتل ستة مدنيين في إدلب": {"outcome": "killed", "low": 6, "group": "civilians"}},
    ),
    Rule(
        "N people, lost: أن N شخصا قتلوا",
        "count=COUNTED (WHO|DONE|COMMA)? outcome=LOST (AND outcome2=LOST)? (?! COUNTED)",
        yes={"أعلن أن 38 شخصا قتلوا في المدينة": {"outcome": "killed", "low": 38}},
    ),
    Rule(
        "N met their death: لقي N مصرعهم",
        "LOST count=COUNTED (QUALITY|NISBA)* met=DEATH_MET",
        fixed={"outcome": "killed"},
        yes={"لقي أربعة أشخاص مصرعهم": {"outcome": "killed", "low": 4}},
    ),
    Rule(
        "so many dead or wounded fell: سقوط N قتيلا",
        "count=VICTIMS",
        yes={"سقوط 5 قتلى و7 جرحى": [{"outcome": "killed", "low": 5}, {"outcome": "injured", "low": 7}]},
    ),
)
