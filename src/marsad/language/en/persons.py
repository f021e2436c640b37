"""How English names a person: titles and ranks before the name, given names, an age before or after it."""

from marsad.language.en.forms import split
from marsad.language.pack import Table
from marsad.language.rule import Rule
from marsad.world.persons import load_offices

_GIVEN = (
    "Mohammad Mohammed Muhammad Mohamed Mohamad Muhammed Mehmet Ahmad Ahmed Mahmoud Mahmud Ali Hassan Hasan Hussein Husain Hussain Husayn Omar Umar Khaled Khalid Ibrahim Yousef Yusuf Youssef Yousif Mustafa Mostafa "
    "Saeed Saleh Salih Abdullah Abdallah Abdulrahman Abdurrahman Abdel Abdul Abdelrahman Abdulaziz Abdulkarim Abdulrazzaq Tariq Tarek Sami Rami Fadi Hani Ziad Ziyad Maher Basel Basil Bashar Bashir Jamal Gamal Kamal Jamil Karim Adel Adil Imad "
    "Emad Issam Osama Usama Iyad Eyad Anas Ayman Bilal Hazem Hossam Hamza Haider Haidar Khalil Dawood Raed Riad Riyad Zakaria Zain Samer Samir Suleiman Sulaiman Saif Seif Shadi Salah Talal Taha Amer Abbas Othman Osman Uthman Adnan Aziz Alaa "
    "Issa Ghassan Faris Fares Farouk Firas Fahd Fuad Faisal Faysal Qasim Qassem Qais Laith Mazen Majed Malik Marwan Muath Mansour Munir Muhannad Mousa Musa Nader Nasser Nasir Nabil Nidal Nawaf Nour Haitham Hisham Wael Walid Waleed Yasser "
    "Yassin Yahya Yazan Yaqoub Akram Amjad Amin Anwar Ashraf Jaber Jafar Jalal Jihad Jawad Hatim Hatem Hamed Hamid Habib Rashid Rashed Salem Salim Salman Sultan Shaker Sharif Sadiq Sadeq Mazloum Mehdi Mahdi Naji Nizar Hadi Hilal Fatima Aisha Khadija Maryam Mariam "
    "Zainab Zaynab Sara Sarah Huda Rana Reem Samar Suad Amal Iman Hanan Raghad Mona Lina Layla Leila Hiba Yasmin Aya Salma Abeer Ghada Farah George Michel Peter John Staffan Sergei Sergey Vladimir Emmanuel Antonio Mike Joe Barack Donald Angela Recep "
    "Tayyip William Laurent David James Robert Michael Martin Geir Maria Jens Boris Theresa Kofi Lakhdar Hillary Rex Antony Lloyd Jake Benjamin Ismail Yahya Kemal Binali Hulusi Hakan Redur Kino Aziza Bassam Taher Tahir Riyadh Abu Umm Um Oum Haji Kenan Murat "
    "Polat Sinan Salih Aldar Ilham Sharvan Farhad Ferhad Zagros Asya Bahar Murad Mousab Musab Muhanna Awad Fawaz Fawzi Ghazi Ghanem Hikmat Jassim Kadhim Latif Luay Moaz Nuri Qusay Radwan Ridwan Saad Sajid Turki Wissam Zaki Zaid Zayed Zuhair"
)

NAMES: Table = {
    "GIVEN": {given: [given] for given in split(_GIVEN)},
    "TITLE": {
        office.group or "people": sorted(
            name for name, row in load_offices().items() if row.group == office.group and name.isascii()
        )
        for office in load_offices().values()
    },
    "RELATION": {
        "relation": split(
            "his_son his_brother his_father his_wife his_daughter her_son her_husband her_daughter and_his_son and_his_brother the_brothers the_child the_young_man"
        )
    },
    "NAMELY": {
        "namely": split(
            "named identified_as known_as called nicknamed namely identified_by_name_as have_been_identified_as has_been_identified_as were_identified_as was_identified_as identified"
        )
    },
    "AGED": {"age": split("aged age")},
    "YEARS_OLD": {"age": split("-_year_-_old -_year_old year_-_old -_years_-_old -_month_-_old -_months_-_old")},
}
_AGE = "(age=MEASURE|NUMBER YEARS_OLD)?"
_PART = "GIVEN|CAPITAL|LEADING|PERSON"
_NAME = f"name=(GIVEN ({_PART}|PLACE){{1,4}} | PERSON CAPITAL? | (?<! IN|AT|FROM|FOR|ON|TO|SETTLEMENT|LANDMARK|SEVERAL|CAPITAL|DIRECTION|NISBA) CAPITAL GIVEN ({_PART}){{0,3}})"
_ANY = f"name=({_PART} ({_PART}|PLACE){{1,4}})"

PERSONS = (
    Rule(
        "a person after a title: President so-and-so",
        f"{_AGE} title=TITLE OPEN? ({_ANY} | name=PERSON) CLOSE?",
        yes={"A shell killed Colonel Samer Khatib": {"person": "Samer Khatib"}},
        no=("A shell killed a colonel in Aleppo",),
    ),
    Rule(
        "a person after what they are: child named X, citizen X",
        f"{_AGE} QUALITY? title=PEOPLE_1 (NAMELY|COMMA|AGED|NUMBER|MEASURE){{0,3}} {_ANY} (?! FORCE|SPEAKER|SETTLEMENT|LANDMARK|STRIKE|COUNTRYSIDE)",
        yes={"A shell killed a child named Samer Khatib": {"person": "Samer Khatib"}},
        no=("A shell killed a child in Aleppo",),
    ),
    Rule(
        "a person named outright: named X",
        f"(?<= NAMELY) (MEASURE|NUMBER|AGED)* {_ANY} (?! FORCE|SETTLEMENT)",
        yes={"The dead man was identified as Faysal Khatib": {"person": "Faysal Khatib"}},
        no=("The town is known as the gate of the desert",),
    ),
    Rule(
        "a person by given name: Samer Khatib",
        f"{_AGE} {_NAME} (?! FORCE|SETTLEMENT|LANDMARK|COUNTRYSIDE | CAPITAL? SPEAKER)",
        yes={
            "A shell killed Samer Khatib": {"person": "Samer Khatib"},
            "The 11-year-old Samer Khatib was hurt": {"person": "Samer Khatib"},
        },
        no=("A shell killed three soldiers",),
    ),
)
