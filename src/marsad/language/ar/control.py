"""How Arabic news says who takes, loses, holds, besieges or leaves a place.

A rule's ``fixed`` tells the reader what changes (``change``), where the side stands that it changes for (``who``: "about" a
verb, "after" a noun, "before" it, "none") and where the place stands (``where``: "after" or "before").
"""

from marsad.language.ar.letters import nouns, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule
from marsad.text import key

_OWNERS = ("ه", "ها", "هم", "هما")


def _owned(forms: str) -> list[str]:
    """Nouns with a pronoun of the third person: سيطرته, سيطرتها …"""
    out = []
    for form in split(forms):
        head, _, rest = form.partition(" ")
        stem = head[:-1] + "ت" if head.endswith("ة") else head
        out += [f"{stem}{owner}{' ' + rest if rest else ''}" for owner in _OWNERS]
    return out


_PERFECT = "سيطر استولى هيمن استحوذ استعاد انتزع احتل استرد طهر حرر خسر طرد دحر أخرج انسحب أخلى حاصر طوق فرض بسط أحكم استكمل أكمل وسع أعاد عزز تمكن نجح استطاع دخل"
_IMPERFECT = "يسيطر يهيمن يستولي يستحوذ يستعيد ينتزع يسترد يطهر يحرر يحتل يخسر يفقد يطرد ينسحب يحاصر يطوق يفرض يبسط يحكم يستكمل يوسع يعيد يعزز يتمكن ينجح يدخل"


def _agreeing() -> dict[str, list[str]]:
    """Forms by whom they agree with, of verbs and of nouns with a pronoun."""
    perfect, imperfect = [key(w) for w in split(_PERFECT)], [key(w) for w in split(_IMPERFECT)]
    stem = [w[:-1] if w[-1] == "ي" else w for w in perfect]
    root = [w[:-1] if w[-1] == "ي" else w for w in imperfect]
    nouns_ = [w for noun in split("سيطرت هيمنت نفوذ استيلاء احتلال استعادت تحرير") for w in (noun,)]
    return {
        "he": [*perfect, *imperfect, *(f"{n}ه" for n in nouns_)],
        "she": [*(f"{w}ت" for w in stem), *(f"ت{w[1:]}" for w in imperfect), *(f"{n}ها" for n in nouns_)],
        "they": [*(f"{w}وا" for w in stem), *(f"{w}ون" for w in root), *(f"{n}هم" for n in nouns_)],
    }


WORDS: Table = {
    "AGREES": _agreeing(),
    "TOOK_ON": {"took": verbs("سيطر استولى هيمن استحوذ")},
    "HOLDS_ON": {"holds": verbs("يسيطر يهيمن يستولي يستحوذ")},
    "TOOK": {"took": verbs("استعاد يستعيد انتزع ينتزع احتل استرد يسترد طهر يطهر حرر يحرر")},
    "HOLDS": {"holds": verbs("يحتل")},
    "LOST_HOLD": {"lost": verbs("خسر يخسر يفقد") + split("فقدت فقدوا فقدتا")},
    "EXPELLED": {"lost": verbs("طرد يطرد دحر يدحر أخرج يخرج أجلى")},
    "WITHDREW": {"withdrew": verbs("انسحب ينسحب أخلى يخلي")},
    "BESIEGED": {"besieged": verbs("حاصر يحاصر طوق يطوق")},
    "FELL_TO": {"fell": verbs("سقط يسقط وقع")},
    "SUBJECT": {"subject": verbs("يخضع خضع يقع وقع")},
    "CONTROL": {"control": nouns("سيطرة هيمنة استيلاء استحواذ")},
    "OWN_CONTROL": {"control": _owned("سيطرة هيمنة استيلاء نفوذ")},
    "RETAKING": {"taking": nouns("استعادة تحرير تطهير انتزاع استرداد استرجاع")},
    "OWN_TAKING": {"taking": _owned("استعادة تحرير انتزاع")},
    "OCCUPYING": {"occupying": split("احتلال احتلاله احتلالها احتلالهم")},
    "EXPELLING": {"expelling": nouns("طرد دحر إخراج")},
    "LEAVING": {"leaving": nouns("انسحاب إخلاء")},
    "LOSING": {"losing": nouns("خسارة فقدان")},
    "SIEGE": {"siege": nouns("حصار محاصرة تطويق")},
    "ENTRY": {"entry": split("دخول")},
    "IMPOSED": {"imposed": verbs("فرض يفرض بسط يبسط أحكم يحكم استكمل يستكمل أكمل وسع يوسع أعاد يعيد أعلن يعلن أتم")},
    "DECLARING": {"declaring": nouns("إعلان")},
    "IMPOSING": {
        "imposing": nouns("بسط فرض إحكام استكمال إعلان توسيع اكتمال إعادة_بسط إعادة_فرض") + _owned("إحكام بسط فرض استكمال")
    },
    "STRENGTHENED": {"strengthened": verbs("عزز يعزز ثبت رسخ")},
    "MANAGED": {"managed": verbs("تمكن يتمكن نجح ينجح استطاع يستطيع أفلح مكن") + split("تمكنها تمكنهم تمكنه بعد_تمكن")},
    "UNDER": {
        "under": split(
            "تحت_سيطرة تحت_السيطرة في_قبضة بيد في_يد في_أيدي بأيدي تحت_نفوذ تحت_حكم تحت_احتلال تحت_هيمنة تحت_سلطة تحت_سيطرة_كل_من"
        )
    },
    "UNDER_IT": {"under": split("تحت_سيطرتها تحت_سيطرته تحت_سيطرتهم بيدها بيدهم بأيديهم")},
    "RULE": {"rule": nouns("سيطرة سلطة نفوذ حكم هيمنة")},
    "UNDERLYING": {"one": nouns("خاضع خاضعة"), "several": nouns("خاضعين خاضعتين خاضعتان خاضعتا")},
    "LYING": {"lying": nouns("واقع واقعة واقعين واقعتين")},
    "SUCH": {
        "such": nouns(
            "وحيدة وحيد مجاورة مجاور محيطة متبقية أخيرة مستهدفة مذكورة محاذية قريبة متاخمة حدودية جديدة واسعة شاسعة مأهولة سكنية استراتيجية نفسها ذاتها متفرقة متنازع_عليها"
        )
    },
    "LAND": {"land": split("البلاد")},
    "ZONES": {"zones": split("مناطق_سيطرة مناطق_نفوذ مناطق_سيطرتها منطقة_سيطرة مناطق_خاضعة")},
    "HELD": {"held": nouns("محررة محرر محررا محتلة محتل")},
    "HOLDINGS": {
        "holdings": split(
            "معاقلهم معاقلها معاقله مواقعها مواقعهم مواقعه مواقع معاقل معقل معقلهم معقلها مقراتها مقراتهم مقراته مقرات"
        )
    },
    "ON_IT": {"it": split("عليها عليه عليهما عليهم")},
    "FROM_IT": {"it": split("منها منه منهما")},
    "IN_IT": {"it": split("فيها فيه فيهما بها به")},
    "FULL": {
        "full": split(
            "بالكامل كاملا كاملة الكاملة كامل كل جميع كافة سائر عموم بكاملها بكامله تماما كليا بشكل_كامل كليا كامل_مساحة آخر_معاقل آخر_معقل آخر_معاقله آخر_معاقلها آخر_معاقلهم آخر_معقل_ل آخر_معاقل_ل جميع_أنحاء كامل_أنحاء"
        )
    },
    "PARTIAL": {
        "partial": split(
            "أجزاء جزء الجزء أجزاءً معظم غالبية أغلب أغلبية أكثر_من_نصف نصف ثلث ثلثي ثلاثة_أرباع بعض مساحات مساحة عدد_من عدة مناطق_عدة مواقع_عدة أحياء_عدة "
            "مناطق_واسعة أجزاء_واسعة أجزاء_كبيرة مساحات_واسعة مساحات_شاسعة بمعظمها بغالبيتها بمعظمه بغالبيته جانبا جانبا_كبيرا المزيد_من مواقع_استراتيجية "
            "جزئيا بشكل_جزئي نقاط_في مواقع_في نقاط نقطة مبان مباني عشرات العديد_من غالبية_مناطق معظم_مناطق الجزء_الأكبر جزء_كبير قسم قسما القسم_الأكبر أجزاء_من أجزاء_منها أجزاء_منه"
        )
    },
    "AIMING": {
        "aim": split(
            "تسعى يسعى يسعون سعت سعى سعيا تحاول يحاول يحاولون حاولت حاول بهدف بغية من_أجل محاولا محاولة_منها محاولين تمهيدا يهدف تهدف هدف يأمل تأمل إذا ينبغي يجب يمكن "
            "بانتظار دعا دعت يدعو دعوا طالب طالبت يطالب ستتمكن سيتمكن كي لكي حال في_حال لو قبل_أن قبل فشل فشلت يفشل أخفق عجز عجزت إمكانية احتمال قرب رغبة نية تعهد تعهدت هدد هددت يعتزم تعتزم"
        )
    },
    "ATTEMPT": {
        "attempt": nouns("محاولة محاولات معركة معارك عملية عمليات خطة حملة هجوم قتال استعدادات")
        + split("قبيل إمكانية احتمال هدفها حتى إلى_حين مرحلة من_شأن المرحلة خطوة نحو باتجاه صوب انتظار")
    },
    "CAPITAL": {"capital": split("عاصمة العاصمة كبرى ثاني ثالث رابع أكبر أهم آخر مركز معقل المعقل ثانية أبرز")},
    "AGAINST": {"against": split("ضد بقيادة بدعم بدعم_من بإسناد بمساندة")},
    "RANKS": {"ranks": split("معارك مواجهات اشتباكات قتال هجوم معركة")},
}

_RUN = "~BREAK|~TOOK_ON|~HOLDS_ON|~TOOK|~COLON|~STOP|~ON_IT|~RESULTED{0,16}?"
_WHO = "ACTOR|FORCE|PEOPLE|COUNTED|STATE"
_SIDE = "~BREAK|~STRENGTHENED|~TOOK_ON|~HOLDS_ON|~TOOK|~COLON|~STOP|~ON|~ON_IT|~SAYS|~RESULTED{0,14}?"

CONTROL = (
    Rule(
        "a side took a place: سيطر X على P",
        f"verb=TOOK_ON {_SIDE} on=ON|ON_IT",
        fixed={"change": "gained", "who": "about", "where": "after"},
        yes={"سيطرت قسد على مدينة الطبقة": {"change": "gained", "actor": "قسد", "place": "مدينة الطبقة"}},
        no=("سيطر القلق على الأسواق",),
    ),
    Rule(
        "a side holds a place: يسيطر X على P",
        f"verb=HOLDS_ON {_SIDE} on=ON|ON_IT",
        fixed={"change": "holds", "who": "about", "where": "after"},
        yes={"تسيطر قسد على مدينة الطبقة": {"change": "holds", "actor": "قسد"}},
        no=("يسيطر القلق على الأسواق",),
    ),
    Rule(
        "a side retook a place: استعاد X P",
        "verb=TOOK",
        fixed={"change": "gained", "who": "about", "where": "after"},
        yes={"استعادت القوات العراقية مدينة تكريت": {"change": "gained", "place": "مدينة تكريت"}},
        no=("استعاد الفريق لقبه",),
    ),
    Rule(
        "a side occupies a place: يحتل X P",
        "verb=HOLDS",
        fixed={"change": "holds", "who": "about", "where": "after"},
        yes={"يحتل الجيش التركي مدينة عفرين": {"change": "holds"}},
        no=("يحتل الفريق المركز الأول",),
    ),
    Rule(
        "a side extended its control over a place: بسط X سيطرته على P",
        f"verb=IMPOSED {_SIDE} OWN_CONTROL|CONTROL FULL? on=ON|ON_IT",
        fixed={"change": "gained", "who": "about", "where": "after"},
        yes={"بسطت قسد سيطرتها على مدينة الطبقة": {"change": "gained"}},
        no=("بسط التاجر بضاعته على الرصيف",),
    ),
    Rule(
        "a side strengthened its hold of a place: عزز X سيطرته على P",
        f"verb=STRENGTHENED {_SIDE} OWN_CONTROL FULL? on=ON|ON_IT",
        fixed={"change": "holds", "who": "about", "where": "after"},
        yes={"عززت قسد سيطرتها على مدينة الطبقة": {"change": "holds"}},
        no=("عززت قسد قواتها في مدينة الطبقة",),
    ),
    Rule(
        "a side managed to take a place: تمكن X من السيطرة على P",
        f"verb=MANAGED {_SIDE.replace('14', '24')} (FROM|IN)? (noun=RETAKING CONTROL? ON? | noun=CONTROL ON|ON_IT | noun=IMPOSING CONTROL|OWN_CONTROL ON|ON_IT)",
        fixed={"change": "gained", "who": "about", "where": "after"},
        yes={"تمكنت القوات العراقية من السيطرة على مدينة تكريت": {"change": "gained"}},
        no=("تمكن رجال الإطفاء من السيطرة على الحريق",),
    ),
    Rule(
        "the control of a side over a place: سيطرة X على P",
        f"noun=CONTROL who={_WHO} {_SIDE} on=ON|ON_IT",
        fixed={"change": "control", "who": "after", "where": "after"},
        yes={"بعد سيطرة قسد على مدينة الطبقة": {"change": "gained"}},
        no=("سيطرة الفريق على المباراة",),
    ),
    Rule(
        "its control over a place: سيطرتها على P",
        "noun=OWN_CONTROL FULL? on=ON|ON_IT",
        fixed={"change": "control", "who": "before", "where": "after"},
        yes={"أعلنت قسد سيطرتها على مدينة الطبقة": {"change": "gained"}},
        no=("فقد السائق سيطرته على المركبة",),
    ),
    Rule(
        "the taking of a place: السيطرة على P",
        "(noun=CONTROL FULL? on=ON|ON_IT | noun=RETAKING | (?<! DONE) noun=OWN_TAKING | noun=IMPOSING CONTROL FULL? on=ON|ON_IT)",
        fixed={"change": "gained", "who": "near", "where": "after"},
        yes={"تمت السيطرة على مدينة الطبقة": {"change": "gained"}},
        no=("تمت السيطرة على الحريق",),
    ),
    Rule(
        "a place that was taken: P التي تمت استعادتها",
        "WHO DONE noun=OWN_TAKING",
        fixed={"change": "gained", "who": "before", "where": "before"},
        yes={"في مدينة تكريت التي تمت استعادتها من داعش": {"change": "gained", "place": "مدينة تكريت"}},
        no=("المدينة التي زارها الوزير",),
    ),
    Rule(
        "a place under a side: P الخاضعة لسيطرة X",
        "under=UNDER|UNDER_IT (?! OPEN? (ACTOR|FORCE|COUNTED|PEOPLE) CLOSE? ON)",
        fixed={"change": "holds", "who": "after", "where": "before"},
        yes={"في مدينة الطبقة الواقعة تحت سيطرة قسد": {"change": "holds"}},
        no=("السلع الخاضعة لضريبة المبيعات",),
    ),
    Rule(
        "a place subject to a side: P الخاضعة ل X",
        f"under=UNDERLYING|SUBJECT (~BREAK|~COMMA|~SAYS|~STOP{{0,6}}?) FOR (RULE|OWN_CONTROL)? OPEN? who={_WHO}",
        fixed={"change": "holds", "who": "after", "where": "before"},
        yes={"في مدينة الطبقة الخاضعة لقسد": {"change": "holds", "actor": "قسد"}},
        no=("السلع الخاضعة لضريبة المبيعات",),
    ),
    Rule(
        "zones of a side in a place: مناطق سيطرة X في P",
        "under=ZONES OPEN? who=ACTOR CLOSE? (IN|DIRECTION)* PLACE",
        fixed={"change": "holds", "who": "after", "where": "after"},
        yes={"مناطق سيطرة قسد شمال حلب": {"change": "holds"}},
        no=("مناطق زراعة القمح في ريف حلب",),
    ),
    Rule(
        "a side drove another from a place: طرد X Y من P",
        f"(?<! AFTER|FOR|IN|FROM|SINCE|WITH) verb=EXPELLED {_SIDE} on=FROM|FROM_IT",
        fixed={"change": "expelled", "who": "about", "where": "after"},
        yes={"طردت قسد تنظيم داعش من مدينة الطبقة": {"change": "gained", "counterpart": "تنظيم داعش"}},
        no=("طرد الحكم لاعبا من الملعب",),
    ),
    Rule(
        "the driving of a side from a place: طرد Y من P",
        f"(?<= AFTER|FOR|IN|FROM|SINCE|WITH|THE_PEOPLE|COLON) noun=EXPELLING {_SIDE} on=FROM|FROM_IT",
        fixed={"change": "expelled", "who": "after", "where": "after"},
        yes={"بعد طرد تنظيم داعش من مدينة الطبقة": {"change": "lost", "actor": "تنظيم داعش"}},
        no=("بعد طرد اللاعب من الملعب",),
    ),
    Rule(
        "a side lost a place: خسر X P",
        "verb=LOST_HOLD",
        fixed={"change": "lost", "who": "about", "where": "after"},
        yes={"خسر تنظيم داعش مدينة الطبقة": {"change": "lost"}},
        no=("خسر الفريق المباراة",),
    ),
    Rule(
        "a side left a place: انسحب X من P",
        f"verb=WITHDREW {_SIDE} on=FROM|FROM_IT",
        fixed={"change": "withdrew", "who": "about", "where": "after"},
        yes={"انسحبت قسد من مدينة الطبقة": {"change": "withdrew"}},
        no=("انسحب اللاعب من البطولة",),
    ),
    Rule(
        "a side cleared its posts in a place: أخلى X مقراته في P",
        f"verb=WITHDREW {_SIDE} HOLDINGS",
        fixed={"change": "withdrew", "who": "about", "where": "after"},
        yes={"أخلت قسد مقراتها في مدينة الطبقة": {"change": "withdrew"}},
        no=("أخلى الوزير مكتبه في المدينة",),
    ),
    Rule(
        "the leaving of a side: انسحاب X من P",
        f"noun=LEAVING who={_WHO} {_SIDE} on=FROM|FROM_IT",
        fixed={"change": "withdrew", "who": "after", "where": "after"},
        yes={"بعد انسحاب قسد من مدينة الطبقة": {"change": "withdrew"}},
        no=("بعد انسحاب اللاعب من البطولة",),
    ),
    Rule(
        "a side besieges a place: يحاصر X P",
        "verb=BESIEGED",
        fixed={"change": "besieged", "who": "about", "where": "after"},
        yes={"تحاصر قوات النظام مدينة الزبداني": {"change": "besieged"}},
        no=("تحاصر الثلوج القرى الجبلية",),
    ),
    Rule(
        "the siege of a place by a side: حصار X على P",
        "noun=SIEGE QUALITY? (who=ACTOR|STATE | NISBA)? (ON|FOR|IN)? PLACE",
        fixed={"change": "besieged", "who": "near", "where": "after"},
        yes={"حصار قوات النظام على مدينة الزبداني": {"change": "besieged"}},
        no=("حصار الثلوج للقرى الجبلية",),
    ),
    Rule(
        "a side lays siege to a place: فرض X حصارا على P",
        f"verb=IMPOSED {_SIDE} SIEGE (~COMMA|~BREAK|~SAYS{{0,3}}?) ON",
        fixed={"change": "besieged", "who": "about", "where": "after"},
        yes={"وفرضت قوات النظام الحصار على مدينة الزبداني": {"change": "besieged"}},
        no=("فرضت الحكومة ضريبة على السكر",),
    ),
    Rule(
        "a side entered a place: دخول X P",
        f"noun=ENTRY who={_WHO} TO? PLACE",
        fixed={"change": "gained", "who": "after", "where": "after"},
        yes={"منذ دخول الحوثيين مدينة صنعاء": {"change": "gained"}},
        no=("دخول المساعدات إلى المدينة",),
    ),
    Rule(
        "a place fell to a side: سقطت P بيد X",
        f"verb=FELL_TO {_SIDE} under=UNDER",
        fixed={"change": "gained", "who": "last", "where": "between"},
        yes={"سقطت مدينة الطبقة في يد تنظيم داعش": {"change": "gained", "actor": "تنظيم داعش"}},
        no=("سقطت الأمطار على مدينة الطبقة",),
    ),
)
