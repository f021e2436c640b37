"""How Arabic news tells of diplomacy: who met, called, visited, agreed, condemned, invited, and what councils resolved.

A rule's ``fixed`` gives the ``act`` and where its participants stand (``who``): "subject" (the one who acts), "both" (the one who
acts and those with them), "named" (after the noun, or between), "body" (the council whose resolution it is).
"""

from marsad.language.ar.letters import nouns, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule
from marsad.text import key


def _owned(forms: str) -> list[str]:
    out = []
    for form in split(forms):
        folded = key(form)
        stem = folded[:-1] + "ت" if folded.endswith("ه") else folded
        out += [f"{stem}{owner}" for owner in ("ه", "ها", "هم", "هما")]
    return out


_TO_COME = "يلتقي يجتمع يستقبل يبحث يناقش يتباحث يجري يعقد يزور يتفق يوقع يبرم يتوصل يصل يتوجه يسافر يعود يذهب يدعو يحضر يشارك يترأس يستضيف"

WORDS: Table = {
    "IMPERFECT": {"talks": [form for form in verbs(_TO_COME) if form[0] in "يتن"]},
    "GATHERED": {"gathered": verbs("ضم يضم جمع يجمع حضر يحضر") + split("بحضور بمشاركة حضره حضرها ضمه ضمها")},
    "BY_PHONE": {"phone": split("هاتفيا عبر_الهاتف")},
    "TALKED": {"talked": verbs("تحدث يتحدث اتصل يتصل بحث يبحث ناقش يناقش تباحث يتباحث تشاور")},
    "CONTACT": {"contact": split("اتصالا اتصال")},
    "RECEIVED": {"received": verbs("تلقى يتلقى أجرى يجري")},
    "PACT": {"pact": nouns("ميثاق وثيقة إعلان خارطة_طريق خريطة_طريق بروتوكول")},
    "OFFICEHOLDER": {"one": split("الرئيس الوزير الملك المبعوث")},
    "MEDIATED": {"mediated": verbs("توسط يتوسط")},
    "MET": {"met": verbs("التقى يلتقي اجتمع يجتمع استقبل يستقبل")},
    "DISCUSSED": {"discussed": verbs("بحث يبحث ناقش يناقش تباحث يتباحث تشاور يتشاور تحاور يتحاور")},
    "CONDUCTED": {"held": verbs("أجرى يجري عقد يعقد")},
    "WE": {"we": split("ندين نستنكر نندد نشجب")},
    "MEETING": {
        "meeting": nouns("لقاء اجتماع اجتماعا اجتماعات لقاءات قمة مباحثات محادثات مشاورات")
        + _owned("لقاء اجتماع محادثة مباحثات محادثات")
        + split("لقائه لقائها لقائهما لقائهم محادثاته محادثاتها مباحثاته مباحثاتها"),
    },
    "CALL": {
        "call": nouns(
            "اتصال_هاتفي اتصالا_هاتفيا مكالمة_هاتفية محادثة_هاتفية محادثات_هاتفية اتصالات_هاتفية اتصالين_هاتفيين مهاتفة اتصال_مرئي مكالمة"
        )
    },
    "VISIT": {"visit": nouns("زيارة زيارات") + _owned("زيارة") + split("زيارته زيارتها زيارتهم")},
    "HOSTED": {"hosted": verbs("استضاف يستضيف احتضن يحتضن")},
    "VISITED": {"visited": verbs("زار يزور")},
    "ROUND": {
        "round": [
            f"{al}{head}{of}{al2}{noun}"
            for head in (
                "جولة",
                "جولات",
                "الجولة الأولى",
                "الجولة الثانية",
                "الجولة الثالثة",
                "الجولة الرابعة",
                "الجولة الخامسة",
                "الجولة السادسة",
                "الجولة السابعة",
                "الجولة الثامنة",
                "جولة جديدة",
                "الجولة الجديدة",
            )
            for al in ("",)
            for of in (" ", " من ")
            for al2 in ("", "ال")
            for noun in ("محادثات", "مفاوضات", "مباحثات", "مشاورات", "حوار")
        ]
    },
    "NEGOTIATION": {"negotiation": nouns("مفاوضات حوار حوارات")},
    "ENFORCED": {
        "enforced": nouns("تعزيز تثبيت تنفيذ مراقبة خرق انتهاك خروقات انتهاكات التزام احترام تمديد انهيار استئناف")
        + split("لتعزيز لتثبيت لتنفيذ لمراقبة لخرق")
    },
    "DEESCALATION": {"instrument": split("خفض_التصعيد مناطق_خفض_التصعيد خفض_تصعيد وقف_التصعيد تهدئة")},
    "AGREED": {"agreed": verbs("اتفق يتفق توافق تفاهم")},
    "CONCLUDED": {"concluded": verbs("وقع يوقع أبرم يبرم توصل يتوصل")},
    "ACCORD": {"accord": nouns("اتفاق اتفاقية اتفاقا اتفاقات تفاهم تفاهمات مذكرة_تفاهم معاهدة مذكرة بروتوكول")},
    "PARTED": {"between": nouns("موقع موقعة مبرم مبرمة معقود")},
    "CEASEFIRE": {
        "ceasefire": nouns(
            "هدنة هدن وقف_إطلاق_النار وقف_إطلاق_نار وقف_لإطلاق_النار وقفا_لإطلاق_النار وقف_فوري_لإطلاق_النار وقفا_فوريا_لإطلاق_النار وقف_شامل_لإطلاق_النار وقف_دائم_لإطلاق_النار وقف_فوري_وشامل_لإطلاق_النار وقف_النار وقف_الأعمال_القتالية وقف_الأعمال_العدائية وقف_القتال وقف_العمليات_القتالية الهدنة_الإنسانية هدنة_إنسانية"
        )
    },
    "DECLARED": {"declared": verbs("أعلن يعلن فرض يفرض بدأ يبدأ رعى يرعى اقترح وافق قبل وقع دخل سرى توصل اتفق أبرم")},
    "BREACH": {"breach": nouns("خرق خروقات انتهاك انتهاكات انهيار")},
    "DECISION": {"decision": nouns("قرار قرارا قراري قرارين قرارات") + split("القرارين القرارات")},
    "ADOPTED": {
        "adopted": verbs("تبنى يتبنى اعتمد يعتمد أصدر يصدر اتخذ يتخذ أقر يقر صوت يصوت مرر")
        + split("تبناه أصدره اعتمده الصادر الصادرة")
    },
    "RANKED": {"number": split("رقم الرقم رقمه ذي_الرقم")},
    "CONDEMNED": {"condemned": verbs("أدان يدين ندد يندد استنكر يستنكر شجب يشجب دان") + split("ندين نستنكر نندد نشجب")},
    "CONDEMNING": {
        "condemning": nouns("إدانة استنكار تنديد شجب")
        + _owned("إدانة استنكار تنديد شجب")
        + split("إدانته إدانتها إدانتهم استنكاره استنكارها تنديده تنديدها شجبه شجبها")
    },
    "VOICED": {"voiced": verbs("أعرب يعرب عبر يعبر أبدى يبدي جدد يجدد") + split("معربا معربة معربين")},
    "INVITED": {"invited": verbs("دعا يدعو") + nouns("دعوة") + _owned("دعوة") + split("دعوته دعوتها")},
    "TO_COME": {"come": split("لزيارة إلى_زيارة لحضور إلى_حضور للمشاركة إلى_المشاركة للقاء إلى_الاجتماع لاجتماع إلى_اجتماع")},
    "MEDIATION": {"mediation": nouns("وساطة وساطات") + split("بوساطة")},
    "PAIR": {"pair": nouns("زعيمان رئيسان وزيران طرفان جانبان بلدان مسؤولان زعيمين طرفين جانبين")},
    "PARTIES": {
        "parties": nouns(
            "طرفا أطراف طرفان طرفين جانبان جانبين فرقاء وفد وفود وفدا ممثلون ممثلين ممثلو ممثلي وسطاء وسيط وسيطان وفدان وفدين وجهاء قبيلتان قبيلتين عشيرتي عشيرتين قبيلتي متفاوضون متفاوضين"
        )
    },
    "LEADERS_OF": {"leaders": split("وزراء وزيرا وزيري رؤساء زعماء قادة سفراء ممثلو مندوبو")},
    "CALLED": {"called": verbs("هاتف يهاتف اتصل يتصل")},
    "HELD_IT": {"held": verbs("عقد يعقد")},
    "TRADED": {"traded": verbs("تبادل يتبادل") + split("تبادل")},
    "COURT": {"court": nouns("محكمة محاكم قاض قاضي قضاء")},
    "CHARGE": {"charge": split("بتهمة بتهم بالتهم بالسجن بالإعدام")},
    "COUNTERPART": {"counterpart": split("نظيره نظيرها نظيره نظيريه نظيريها نظراؤه نظرائه نظرائها")},
    "OWN_ACT": {
        "own": _owned("لقاء اجتماع محادثة مباحثات محادثات مشاورات زيارة إدانة استنكار تنديد شجب دعوة")
        + split("لقائه لقائها لقائهما لقائهم")
    },
    "PEACE_TALKS": {"peace talks": [f"{noun} السلام" for noun in ("مفاوضات", "محادثات", "مباحثات", "مشاورات", "عملية")]},
    "BROKE_TRUCE": {"broke": verbs("خرق يخرق انتهك ينتهك التزم يلتزم احترم يحترم رفض يرفض قبل")},
    "KEPT_TRUCE": {"kept": nouns("خرق خروقات انتهاك انتهاكات التزام احترام فشل إفشال رفض قبول موافقة")},
    "BETWEEN_THEM": {"them": split("بينهما بينهم")},
    "APPROVED": {"approved": verbs("وافق يوافق")},
    "TRAVELLED": {"travelled": verbs("غادر يغادر وصل يصل توجه يتوجه سافر يسافر غادر_إلى عاد يعود ذهب يذهب")},
    "SESSION": {"session": nouns("جلسة مداولات") + split("جلسته جلستها")},
    "ABOUT": {"about": split("حول بشأن لبحث لمناقشة بخصوص حيال إزاء بحث مناقشة")},
    "OBSERVER": {"observer": split("مراقب مراقبا كمراقب بصفة_مراقب")},
    "EXCHANGE": {
        "exchange": [
            f"{head} {al}{noun}"
            for head in ("تبادل", "لتبادل", "صفقة تبادل", "عملية تبادل", "اتفاق تبادل", "بتبادل")
            for al in ("", "ال")
            for noun in ("أسرى", "معتقلين", "محتجزين", "جثامين", "جثث", "سجناء", "رهائن", "مختطفين")
        ]
        + split("صفقة_تبادل صفقات_تبادل عملية_تبادل عمليات_تبادل صفقة_التبادل عملية_التبادل")
    },
}

_GAP = "~BREAK|~STOP|~THAT|~COLON|~SAYING|~BUT{0,12}?"
_TO_ACCORD = "~BREAK|~STOP|~THAT|~COLON|~SAYING|~BUT|~CEASEFIRE{0,12}?"

TALKS = (
    Rule(
        "a body condemns: أدان X الهجوم",
        "verb=CONDEMNED (?! DATE? (COMMA|STOP)) (?! COURT) (?! ~STOP|~COMMA{1,4}? CHARGE)",
        fixed={"act": "condemnation", "who": "subject"},
        yes={"أدانت تونس الهجوم الإرهابي في باريس": {"act": "condemnation", "participants": ["تونس"]}},
        no=("زار الوزير باريس",),
    ),
    Rule(
        "a body voices condemnation: أعرب X عن إدانته",
        f"verb=VOICED {_GAP} CONDEMNING",
        fixed={"act": "condemnation", "who": "subject"},
        yes={"أعربت تونس عن إدانتها للهجوم": {"act": "condemnation", "participants": ["تونس"]}},
        no=("أعربت تونس عن أملها",),
    ),
    Rule(
        "one meets another: التقى X Y",
        "verb=MET",
        fixed={"act": "meeting", "who": "both"},
        yes={"التقى الرئيس عبد الفتاح السيسي الرئيس فلاديمير بوتين في موسكو": {"act": "meeting"}},
        no=("زار الوزير باريس",),
    ),
    Rule(
        "one discusses with another: بحث X مع Y",
        f"(verb=DISCUSSED (~BREAK|~STOP|~THAT|~COLON|~CALL{{0,16}}?) | verb=CONDUCTED {_GAP} MEETING|NEGOTIATION|SESSION (~BREAK|~STOP|~THAT|~COLON|~CALL{{0,6}}?)) with=WITH (?! {_GAP} CALL)",
        fixed={"act": "meeting", "who": "both"},
        yes={"يبحث المبعوث الأممي ستافان دي ميستورا في موسكو مع الوزير سيرغي لافروف الأزمة": {"act": "meeting"}},
        no=("زار الوزير باريس",),
    ),
    Rule(
        "some discuss a matter: بحث X وY",
        "verb=DISCUSSED (?= TITLE|SPEAKER|PERSON|COUNTED|WORD|DEFINITE|STATE|ACTOR) (?! ~STOP|~BREAK{0,16}? WITH|MEETING|CALL|CONTACT|SESSION)",
        fixed={"act": "meeting", "who": "together"},
        yes={"بحث سيرغي لافروف وحيدر العبادي الأوضاع في الموصل": {"act": "meeting"}},
        no=("بحث الوزير الأزمة",),
    ),
    Rule(
        "a meeting of some: لقاء X مع Y, اجتماع بين X وY",
        "noun=MEETING (QUALITY|COMMON|DEFINITE|DATE|WORD|NISBA|ORDINAL|NUMBER)? (BETWEEN|WITH|IN|FOR|PERSON|ACTOR|TITLE|SPEAKER|STATE|PRONOUN|COUNTED|GATHERED)",
        fixed={"act": "meeting", "who": "named"},
        yes={"عقد اجتماع بين روسيا وتركيا في أنقرة": {"act": "meeting"}},
        no=("زار الوزير باريس",),
    ),
    Rule(
        "a meeting held between those told of: المباحثات التي جرت بينهما",
        "noun=MEETING|NEGOTIATION (WHO ~STOP|~COMMA{0,3}?)? BETWEEN_THEM",
        fixed={"act": "meeting", "who": "pair"},
        yes={"وتحدث سيرغي لافروف وحيدر العبادي عن المباحثات التي جرت بينهما": {"act": "meeting"}},
        no=("زار الوزير باريس",),
    ),
    Rule(
        "a council sits: جلسة مجلس الأمن, المداولات التي شهدها مجلس الأمن",
        "noun=SESSION (WHO ~STOP|~COMMA{1,2}?)? FOR? body=ACTOR | body=ACTOR WHO ~STOP{1,8}? noun=SESSION | HELD_IT body=SPEAKER|ACTOR (QUALITY|NISBA|DEFINITE){0,3} noun=MEETING|SESSION (?! WITH|BETWEEN)",
        fixed={"act": "meeting", "who": "council"},
        yes={"في جلسة مجلس الأمن حول سوريا": {"act": "meeting", "participants": ["مجلس الأمن"]}},
        no=("في جلسة عائلية",),
    ),
    Rule(
        "a call: اتصال هاتفي بين X وY",
        "noun=CALL | verb=TALKED ~STOP|~BREAK|~THAT{0,8}? BY_PHONE | RECEIVED ~STOP|~BREAK|~THAT{0,8}? noun=CONTACT (?= FROM|WITH|IN|FOR) | verb=CALLED (?= TITLE|SPEAKER|PERSON|COUNTED|WORD|DEFINITE) | verb=DISCUSSED (~BREAK|~STOP|~THAT|~COLON{1,10}?) WITH (~BREAK|~STOP|~THAT|~COLON{1,16}?) CALL",
        fixed={"act": "call", "who": "both"},
        yes={"في اتصال هاتفي بين دونالد ترامب وفلاديمير بوتين": {"act": "call"}},
        no=("زار الوزير باريس",),
    ),
    Rule(
        "a visit: زيارة X إلى P",
        "noun=VISIT",
        fixed={"act": "visit", "who": "visitor"},
        yes={"بدأ سيرغي لافروف زيارة إلى العراق": {"act": "visit"}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "one visits a place: زار X P",
        "verb=VISITED",
        fixed={"act": "visit", "who": "subject"},
        yes={"زار سيرغي لافروف بغداد": {"act": "visit"}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "one travels to a place: وصل X إلى P",
        "verb=TRAVELLED (~BREAK|~STOP|~THAT|~COLON|~SAYING|~FORCE{1,16}?) TO (PLACE|LANDMARK)",
        fixed={"act": "visit", "who": "traveller"},
        yes={"وصل سيرغي لافروف إلى بغداد": {"act": "visit", "participants": ["سيرغي لافروف"]}},
        no=("وصلت المساعدات إلى بغداد",),
    ),
    Rule(
        "a round of talks: جولة من المفاوضات بين X وY",
        "noun=ROUND | noun=NEGOTIATION (DEFINITE|QUALITY|COMMON|NISBA)? BETWEEN|WITH | PAIR noun=NEGOTIATION",
        fixed={"act": "round", "who": "named"},
        yes={"استؤنفت المفاوضات بين الجيش السوداني وقوات الدعم السريع في جدة": {"act": "round", "place": "جدة"}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "some agreed: اتفق X وY على",
        "verb=AGREED (?! CEASEFIRE)",
        fixed={"act": "agreement", "who": "both"},
        yes={"اتفقت تركيا وروسيا على تسيير دوريات": {"act": "agreement", "participants": ["تركيا", "روسيا"]}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "one agreed to what was asked: وافق X على",
        "verb=APPROVED who=STATE|ACTOR ON (?! CEASEFIRE) | who=STATE|ACTOR verb=APPROVED ON (?! CEASEFIRE)",
        fixed={"act": "agreement", "who": "subject"},
        yes={"وافقت تونس على استقبال الجرحى": {"act": "agreement", "participants": ["تونس"]}},
        no=("وافق الطبيب على العملية",),
    ),
    Rule(
        "some concluded an accord: أبرمت X وY اتفاقا",
        f"verb=CONCLUDED {_TO_ACCORD} accord=ACCORD|PACT (?! (QUALITY|COMMON|WORD|DEFINITE)? (FOR|ON)? CEASEFIRE)",
        fixed={"act": "agreement", "who": "both"},
        yes={"أبرمت أنقرة وموسكو مذكرة تفاهم": {"act": "agreement"}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "an accord between some: اتفاق بين X وY",
        "accord=(ACCORD (DEESCALATION|PLACE)?) (?! CEASEFIRE) ~BREAK|~STOP|~COMMA|~THAT|~SAYS{0,6}? (PARTED? BETWEEN|WITH) (?! CEASEFIRE)",
        fixed={"act": "agreement", "who": "named"},
        yes={"بموجب الاتفاق المبرم بين تركيا وروسيا": {"act": "agreement", "participants": ["تركيا", "روسيا"]}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "a truce agreed or declared: توصلت X وY إلى وقف لإطلاق النار",
        f"(?<! BREACH) verb=DECLARED|CONCLUDED|AGREED {_GAP} (?<! ENFORCED) noun=CEASEFIRE",
        fixed={"act": "ceasefire", "who": "both"},
        yes={"توصلت أنقرة وموسكو إلى وقف لإطلاق النار": {"act": "ceasefire"}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "a truce of some: هدنة أعلنها X, هدنة بين X وY",
        "noun=CEASEFIRE (QUALITY|DEFINITE|WORD|COMMON)? (WHO|BETWEEN|WITH|DECLARED)",
        fixed={"act": "ceasefire", "who": "named"},
        yes={"هدنة بين تركيا وروسيا": {"act": "ceasefire", "participants": ["تركيا", "روسيا"]}},
        no=("التقى الوزير نظيره",),
    ),
    Rule(
        "a truce a side keeps or breaks: خرق X الهدنة",
        "KEPT_TRUCE|BROKE_TRUCE body=ACTOR|FORCE (AND ACTOR|GIVEN)? (FOR|IN|ACCORD){0,2} noun=CEASEFIRE | body=ACTOR WORD? KEPT_TRUCE noun=CEASEFIRE",
        fixed={"act": "ceasefire", "who": "council"},
        yes={"بعد خرق مليشيات الحوثي الهدنة": {"act": "ceasefire", "participants": ["مليشيات الحوثي"]}},
        no=("خرق السائق قواعد المرور",),
    ),
    Rule(
        "peace talks: مفاوضات السلام",
        "noun=PEACE_TALKS (?! (DEFINITE|QUALITY|COMMON|NISBA)? BETWEEN|WITH)",
        fixed={"act": "round", "who": "sides"},
        yes={"اتهم المتمردون الحكومة السودانية بإفساد مفاوضات السلام في أديس أبابا": {"act": "round"}},
        no=("زار الوزير باريس",),
    ),
    Rule(
        "a numbered resolution: القرار 2254",
        "noun=DECISION (ACTOR|DEFINITE|COMMON|IN)? (FROM|ACTOR)? RANKED? OPEN? count=(NUMBER|MEASURE (AND NUMBER|MEASURE)*)",
        fixed={"act": "resolution", "who": "body"},
        yes={"وفق قرار مجلس الأمن 2254": {"act": "resolution", "instrument": "2254", "participants": ["مجلس الأمن"]}},
        no=("أصدر الوزير قرارا",),
    ),
    Rule(
        "a council resolved: قرار تبناه مجلس الأمن",
        "noun=DECISION ADOPTED FROM? body=ACTOR | ADOPTED body=ACTOR (ON|DATE|COMMA|WORD|COMMON){0,4}? noun=DECISION | body=ACTOR CLOSE? ADOPTED (ON|WORD){0,2} noun=DECISION",
        fixed={"act": "resolution", "who": "body"},
        yes={"وفق قرار تبناه مجلس الأمن الدولي": {"act": "resolution"}},
        no=("أصدر الوزير قرارا",),
    ),
    Rule(
        "talks named by their two states: المحادثات الأميركية الروسية",
        "noun=MEETING|NEGOTIATION|ROUND|ACCORD|PEACE_TALKS (DEFINITE|QUALITY|COMMON){0,1} one=NISBA (DASH|AND)? two=NISBA",
        fixed={"act": "nisba", "who": "nations"},
        yes={"انطلقت المفاوضات التركية الروسية في أنقرة": {"act": "round", "participants": ["تركيا", "روسيا"]}},
        no=("وصل الوزير التركي إلى باريس",),
    ),
    Rule(
        "one invites another to come: دعا X Y لزيارة P",
        f"verb=INVITED {_GAP} TO_COME",
        fixed={"act": "invitation", "who": "both"},
        yes={"دعا حيدر العبادي آشتون كارتر لزيارة بغداد": {"act": "invitation"}},
        no=("دعا الوزير إلى وقف القتال",),
    ),
    Rule(
        "a mediation: وساطة X",
        "noun=MEDIATION | verb=MEDIATED",
        fixed={"act": "mediation", "who": "mediators"},
        yes={"بوساطة قطر": {"act": "mediation", "participants": ["قطر"]}},
        no=("دعا الوزير إلى وقف القتال",),
    ),
    Rule(
        "sides exchange people: تبادلت X وY أسرى",
        "verb=TRADED ~STOP|~BREAK|~COMMA{1,8}? count=COUNTED",
        fixed={"act": "exchange", "who": "both"},
        yes={"تبادلت تركيا وروسيا 200 أسير": {"act": "exchange", "participants": ["تركيا", "روسيا"]}},
        no=("تبادلت تركيا وروسيا الاتهامات",),
    ),
    Rule(
        "an exchange of prisoners: تبادل أسرى بين X وY",
        "noun=EXCHANGE",
        fixed={"act": "exchange", "who": "both"},
        yes={"تبادل أسرى بين تركيا وروسيا": {"act": "exchange", "participants": ["تركيا", "روسيا"]}},
        no=("دعا الوزير إلى وقف القتال",),
    ),
)
