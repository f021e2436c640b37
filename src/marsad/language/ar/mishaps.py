"""Words of accidents on the road and of disease, whose dead and injured are no figures of a conflict."""

from marsad.language.ar.letters import nouns, split
from marsad.language.pack import Table

WORDS: Table = {
    "MISHAP": {
        "road": nouns(
            "حادث_سير حوادث_سير حادث_مروري حوادث_مرورية حوادث_مرور حادث_مرور حادث_تصادم تصادم اصطدام انقلاب_حافلة انقلاب_سيارة انقلاب_شاحنة"
        )
        + split("حادث_السير حوادث_السير الحادث_المروري الحوادث_المرورية حوادث_الطرق حادث_طرق حوادث_المرور"),
        "disease": nouns(
            "فيروس كوليرا كورونا وباء أوبئة كوفيد حصبة سرطان أزمة_قلبية نوبة_قلبية جلطة سكتة_قلبية سكتة_دماغية دفتيريا إنفلونزا انفلونزا ايبولا ملاريا "
            "حمى_الضنك ضنك شلل_الأطفال تهاب_سحايا سحايا تسمم_غذائي إسهالات جدري"
        )
        + split("المرض بالمرض لفيروس إيبولا"),
    }
}
