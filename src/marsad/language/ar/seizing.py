"""Words of control in Arabic: taking, holding, losing, besieging and leaving, and what says how much of a place is meant."""

from marsad.language.ar.letters import nouns, split, verbs
from marsad.language.pack import Table
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


def _of_it(forms: str) -> list[str]:
    """Perfect and imperfect of verbs, given in the perfect, with a pronoun for a place: حررها, حررتها, حرروها, يحررها … (but "استعادتها" is its retaking)."""
    imperfect = {
        "احتل": "يحتل",
        "حرر": "يحرر",
        "استعاد": "يستعيد",
        "استرد": "يسترد",
        "انتزع": "ينتزع",
        "طهر": "يطهر",
        "خسر": "يخسر",
        "فقد": "يفقد",
    }
    out: list[str] = []
    for form in split(forms):
        now = imperfect[form]
        stems = [form, f"{form}ت", f"{form}و", now, f"ت{now[1:]}", f"{now}ون"]
        out += [stem + owner for stem in stems for owner in ("ها", "ه", "هما")]
    return [form for form in out if not form.startswith("استعادت") and form != "استعاده"]


_PERFECT = "سيطر استولى هيمن استحوذ استعاد انتزع احتل استرد طهر حرر خسر طرد دحر أخرج انسحب أخلى حاصر طوق فرض بسط أحكم استكمل أكمل وسع أعاد عزز تمكن نجح استطاع دخل خرج غادر تراجع فر هرب أخلى احتفظ"
_IMPERFECT = "يسيطر يهيمن يستولي يستحوذ يستعيد ينتزع يسترد يطهر يحرر يحتل يخسر يفقد يطرد ينسحب يحاصر يطوق يفرض يبسط يحكم يستكمل يوسع يعيد يعزز يتمكن ينجح يدخل يخرج يغادر يتراجع يحتفظ"


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
    "TOOK_ON": {"took": verbs("سيطر استولى هيمن استحوذ يستولي يستحوذ")},
    "HOLDS_ON": {"holds": verbs("يسيطر يهيمن")},
    "TOOK": {
        "took": split("وضعت_يدها_على وضع_يده_على وضعوا_يدهم_على")
        + verbs("استرجع يسترجع استعاد يستعيد انتزع ينتزع احتل استرد يسترد طهر يطهر حرر يحرر اجتاح يجتاح")
    },
    "HOLDS": {"holds": verbs("يحتل")},
    "LOST_HOLD": {"lost": verbs("خسر يخسر") + split("فقدت فقدوا فقدتا يفقد يفقدون")},
    "EXPELLED": {"lost": verbs("طرد يطرد دحر يدحر أخرج يخرج أجلى")},
    "WITHDREW": {"withdrew": verbs("انسحب ينسحب أخلى يخلي")},
    "BESIEGED": {"besieged": verbs("حاصر يحاصر طوق يطوق")},
    "LEFT": {"withdrew": verbs("خرج يخرج غادر يغادر تراجع يتراجع فر يفر هرب يهرب تقهقر جلا تخلى يتخلى")},
    "ABANDONED": {"withdrew": verbs("أخلى يخلي غادر يغادر ترك يترك هجر")},
    "KEPT": {"holds": verbs("احتفظ يحتفظ")},
    "LOST_GRIP": {"lost": verbs("فقد خسر يخسر") + split("يفقد يفقدون")},
    "OUT_OF": {"out": split("خارج")},
    "ENTERED": {"entered": verbs("دخل يدخل")},
    "STATIONED": {"stationed": verbs("تمركز يتمركز تحصن يتحصن")},
    "VIED": {"vied": verbs("تقاتل يتقاتل تنازع يتنازع تنافس يتنافس تصارع يتصارع") + nouns("صراع تنافس تنازع")},
    "DISPUTED": {"disputed": nouns("متنازع متنازعة") + split("متنازع_عليها المتنازع_عليها متنازع_عليه المتنازع_عليه")},
    "FREED": {"freed": nouns("محررة محرر محررا محرراً") + verbs("تحرر يتحرر")},
    "TOOK_IT": {"took": _of_it("احتل حرر استعاد استرد انتزع طهر")},
    "LOST_IT": {"lost": _of_it("خسر فقد")},
    "FELL_TO": {"fell": verbs("سقط يسقط وقع")},
    "FALLING": {"falling": split("سقوط")},
    "SUBJECT": {"subject": verbs("يخضع خضع يقع وقع")},
    "CONTROL": {"control": nouns("سيطرة هيمنة استيلاء استحواذ")},
    "OWN_CONTROL": {"control": _owned("سيطرة هيمنة استيلاء نفوذ قبضة سلطة")},
    "RETAKING": {"taking": nouns("استعادة تحرير تطهير انتزاع استرداد استرجاع")},
    "OWN_TAKING": {"taking": _owned("استعادة تحرير انتزاع")},
    "OCCUPYING": {"occupying": split("احتلال احتلاله احتلالها احتلالهم")},
    "OVERRUNNING": {"overrunning": split("اجتياح احتلال دخول")},
    "OWN_ENTRY": {"entering": _owned("دخول اجتياح")},
    "GRIP": {"grip": split("قبضة يد أيدي براثن")},
    "EXPELLING": {"expelling": nouns("طرد دحر إخراج")},
    "LEAVING": {"leaving": nouns("انسحاب إخلاء")},
    "LOSING": {"losing": nouns("خسارة فقدان")},
    "OWN_LOSING": {"losing": _owned("خسارة فقدان")},
    "ENDED": {"ended": verbs("انتهى ينتهي أفضى") + split("انتهت_ب")},
    "SIEGE": {"siege": nouns("حصار محاصرة تطويق") + split("حصارا") + _owned("حصار")},
    "IMPOSED": {"imposed": verbs("فرض يفرض بسط يبسط أحكم يحكم استكمل يستكمل أكمل وسع يوسع أعاد يعيد أعلن يعلن أتم")},
    "TIGHTENED": {"tightened": verbs("شدد يشدد ضيق يضيق ضرب يضرب")},
    "FORCED": {"forced": verbs("أجبر يجبر أرغم يرغم اضطر يضطر")},
    "PASSED": {"passed": verbs("انتقل ينتقل تحول يتحول آل يؤول")},
    "DECLARING": {"declaring": nouns("إعلان")},
    "IMPOSING": {
        "imposing": nouns("بسط فرض إحكام استكمال إعلان توسيع اكتمال إعادة_بسط إعادة_فرض إطباق") + _owned("إحكام بسط فرض استكمال")
    },
    "IMPOSED_IT": {"imposed": split("يفرضه تفرضه فرضته فرضه يفرضونه فرضوه ضربته تضربه يضربه ضربه")},
    "STRENGTHENED": {"strengthened": verbs("عزز يعزز ثبت رسخ")},
    "MANAGED": {
        "managed": verbs("تمكن يتمكن نجح ينجح استطاع يستطيع أفلح مكن")
        + split("تمكنها تمكنهم تمكنه بعد_تمكن نجاح نجاحها نجاحه نجاحهم")
    },
    "UNDER": {
        "under": split(
            "تحت_قبضة بقبضة تحت_إدارة بين_أيدي تحت_سلطات تحت_سيطرة تحت_السيطرة في_قبضة بيد في_يد في_أيدي بأيدي تحت_نفوذ تحت_حكم تحت_احتلال تحت_هيمنة تحت_سلطة تحت_سيطرة_كل_من"
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
    "ZONES": {"zones": split("مناطق_سيطرة مناطق_نفوذ مناطق_سيطرتها منطقة_سيطرة")},
    "HOLDINGS": {
        "holdings": split(
            "معاقلهم معاقلها معاقله مواقعها مواقعهم مواقعه مواقع معاقل معقل معقلهم معقلها مقراتها مقراتهم مقراته مقرات"
        )
    },
    "ON_IT": {"it": split("عليها عليه عليهما عليهم")},
    "FROM_IT": {"it": split("منها منه منهما من_مساحتها من_مساحته من_أراضيها من_أراضيه")},
    "IN_IT": {"it": split("فيها فيه فيهما بها به")},
    "FULL": {
        "full": split(
            "بالكامل كاملا كاملة الكاملة كامل كل جميع كافة سائر عموم بكاملها بكامله تماما كليا بشكل_كامل كليا كامل_مساحة آخر_معاقل آخر_معقل آخر_معاقله آخر_معاقلها آخر_معاقلهم آخر_معقل_ل آخر_معاقل_ل جميع_أنحاء كامل_أنحاء"
        )
    },
    "PARTIAL": {
        "partial": split(
            "مداخل مشارف تخوم شطر الشطر شطرا الأجزاء أجزاء جزء الجزء أجزاءً معظم غالبية أغلب أغلبية أكثر_من_نصف نصف ثلث ثلثي ثلاثة_أرباع بعض مساحات مساحة عدد_من عددا_من عدة مناطق_عدة مواقع_عدة أحياء_عدة "
            "مناطق_واسعة أجزاء_واسعة أجزاء_كبيرة مساحات_واسعة مساحات_شاسعة بمعظمها بغالبيتها بمعظمه بغالبيته جانبا جانبا_كبيرا المزيد_من مواقع_استراتيجية "
            "جزئيا بشكل_جزئي نقاط_في مواقع_في نقاط نقطة مبان مباني عشرات العديد_من غالبية_مناطق معظم_مناطق الجزء_الأكبر جزء_كبير قسم قسما القسم_الأكبر أجزاء_من أجزاء_منها أجزاء_منه"
        )
    },
    "LED": {
        "led": verbs("قاد يقود تزعم يتزعم ترأس يترأس دعم يدعم شكل يشكل")
        + split(
            "تقوده تقودها يقوده يقودها تدعمه تدعمها يدعمها يدعمه تدعمهم تساندها تسانده تشكلها يشكلها تتزعمه تتزعمها يتزعمها يتزعمه"
        )
    },
    "IMPERFECT": {"control": [form for form in verbs(_IMPERFECT) if form[0] in "يتن"]},
    "BESIEGED_BY": {"besieged": nouns("محاصرة محاصر محاصرين محاصرون مطوقة مطوق")},
    "HELD_BY": {"held": nouns("محتلة محتل")},
    "MASTER": {"master": nouns("مسيطرة مسيطر مسيطرون مسيطرين")},
    "OWN_MEN": {"men": _owned("مقاتلي مقاتلو عناصر جنود مسلحي مسلحو مجاهدي مجاهدو")},
    "OWN_FORCE": {"force": _owned("قوات جيش وحدات ميليشيات قطعات عناصر")},
    "TOOK_OVER": {"took": verbs("تسلم يتسلم استلم يستلم")},
    "PULLED": {"withdrew": verbs("سحب يسحب")},
    "THESE": {"these": split("هذه هذا هؤلاء تلك")},
    "LINKING": {
        "still": split(
            "ماتزال مايزال مازال مازالت مازالوا لايزال لاتزال لازال لازالت يزال تزال يزالون زال زالت زالوا بات باتت باتوا أصبح أصبحت أصبحوا صار صارت ظل ظلت يظل تظل بقي بقيت يبقى تبقى أضحى أضحت أمسى أمست تصبح يصبح"
        )
    },
    "AIMING": {
        "aim": split(
            "تسعى يسعى يسعون سعت سعى سعيا تحاول يحاول يحاولون حاولت حاول بهدف بغية من_أجل محاولا محاولة_منها محاولين تمهيدا يهدف تهدف هدف يأمل تأمل إذا ينبغي يجب يمكن "
            "بانتظار دعا دعت يدعو دعوا طالب طالبت يطالب ستتمكن سيتمكن كي لكي حال في_حال لو قبل_أن قبل فشل فشلت يفشل أخفق عجز عجزت إمكانية احتمال قرب رغبة نية تعهد تعهدت هدد هددت يعتزم تعتزم الخطوة_المقبلة الخطوة_التالية المرحلة_المقبلة المرحلة_القادمة المعركة_المقبلة المعركة_القادمة الساعات_القادمة الساعات_المقبلة الأيام_القادمة الأيام_المقبلة تفاؤل متفائل متفائلة أمل آمال على_وشك وشك مسألة_وقت مخطط متوقع متوقعا توقع توقعات"
        )
    },
    "ATTEMPT": {
        "attempt": nouns("محاولة محاولات معركة معارك عملية عمليات خطة حملة هجوم قتال استعدادات")
        + split("قبيل إمكانية احتمال هدفها حتى إلى_حين مرحلة من_شأن المرحلة خطوة نحو باتجاه صوب انتظار")
    },
    "CAPITAL": {"capital": split("عاصمة العاصمة كبرى ثاني ثالث رابع أكبر أهم آخر مركز معقل المعقل ثانية أبرز مسقط_رأس")},
    "AGAINST": {"against": split("ضد بقيادة بدعم بدعم_من بإسناد بمساندة")},
    "RANKS": {"ranks": split("معارك مواجهات اشتباكات قتال هجوم معركة")},
}
