"""The language of an article: declared, seen, or guessed; what is said of those that are not English."""

import pytest

import reader
from reader import pipeline
from reader.extract import to_article
from reader.model import Article, Page, PageKind, Source
from reader.text import detect_language

SENTENCES = {
    "en": "The ferry between Brindle and Harwell did not sail on Monday, the port authority said.",
    "de": "Die Fähre zwischen Brindel und Harwell ist am Montag nicht ausgelaufen, teilte die Hafenbehörde mit.",
    "fr": "Le ferry entre Brindel et Harvelle n'a pas pris la mer lundi, a annoncé l'autorité portuaire.",
    "es": "El transbordador entre Brindel y Harvela no zarpó el lunes, informó la autoridad portuaria.",
    "it": "Il traghetto tra Brindella e Arvella non è partito lunedì, ha comunicato l'autorità portuale.",
    "pt": "A balsa entre Brindel e Harvela não partiu na segunda-feira, informou a autoridade portuária.",
    "nl": "De veerboot tussen Brindel en Harwel is maandag niet uitgevaren, meldde de havenautoriteit.",
    "sv": "Färjan mellan Brindel och Harvell gick inte i måndags, meddelade hamnmyndigheten.",
    "da": "Færgen mellem Brindel og Harvel sejlede ikke mandag, oplyste havnemyndigheden.",
    "fi": "Lautta Brindelin ja Harvelin välillä ei lähtenyt maanantaina, satamaviranomainen kertoi.",
    "pl": "Prom między Brindelem a Harwelem nie wypłynął w poniedziałek, poinformował zarząd portu.",
    "cs": "Trajekt mezi Brindelem a Harvelem v pondělí nevyplul, oznámila správa přístavu.",
    "hu": "A Brindel és Harvel közötti komp hétfőn nem indult el, közölte a kikötői hatóság.",
    "ro": "Feribotul dintre Brindel și Harvel nu a plecat luni, a anunțat autoritatea portuară.",
    "tr": "Brindel ile Harvel arasındaki feribot pazartesi günü sefere çıkmadı, dedi liman yönetimi.",
    "id": "Feri antara Brindel dan Harvel tidak berlayar pada hari Senin, kata otoritas pelabuhan.",
    "vi": "Chuyến phà giữa Brindel và Harvel đã không khởi hành hôm thứ Hai, cơ quan cảng cho biết.",
    "ru": "Паром между Бринделем и Харвелем в понедельник не вышел в море, сообщили в порту.",
    "uk": "Пором між Бринделем і Гарвелем у понеділок не вийшов у море, повідомила адміністрація порту.",
    "bg": "Фериботът между Бриндел и Харвел не отплава в понеделник, съобщи пристанищната администрация.",
    "el": "Το πλοίο μεταξύ Μπρίντελ και Χάρβελ δεν απέπλευσε τη Δευτέρα, ανακοίνωσε το λιμεναρχείο.",
    "ar": "لم تبحر العبارة بين برندل وهارويل يوم الاثنين، حسبما قالت سلطة الميناء.",
    "fa": "سلطات بندر گفت کشتی میان بریندل و هارول روز دوشنبه حرکت نکرد.",
    "he": "המעבורת בין ברינדל להרוול לא הפליגה ביום שני, מסרה רשות הנמל.",
    "hi": "बंदरगाह प्राधिकरण ने कहा कि ब्रिंडल और हारवेल के बीच नौका सोमवार को नहीं चली।",
    "ja": "港湾当局によると、ブリンデルとハーウェルを結ぶフェリーは月曜日に出港しなかった。",
    "zh": "港务局表示，布林德尔与哈维尔之间的渡轮周一没有启航。",
    "ko": "항만 당국은 브린들과 하웰을 오가는 여객선이 월요일에 출항하지 않았다고 밝혔다.",
    "th": "เรือข้ามฟากระหว่างบรินเดลกับฮาร์เวลไม่ได้ออกเดินทางเมื่อวันจันทร์ การท่าเรือกล่าว",
}


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("declared", ["nothing", "English", "the language itself"])
def test_one_sentence_tells_its_language(language: str, declared: str) -> None:
    said = {"nothing": None, "English": "en", "the language itself": language}[declared]
    assert detect_language.language_of(SENTENCES[language], said) == language


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        pytest.param("Ferry late.", None, None, id="too short to tell"),
        pytest.param("Ferry late.", "de", "de", id="too short to doubt"),
        pytest.param("12 34 56 78 – 90", None, None, id="figures"),
        pytest.param("", None, None, id="nothing"),
        pytest.param(SENTENCES["en"], "de", "en", id="English in a German frame"),
        pytest.param(SENTENCES["ru"], "de", "ru", id="Russian in a German frame"),
        pytest.param(SENTENCES["de"], "ru", "de", id="German in a Russian frame"),
        pytest.param(SENTENCES["de"], "nds", "nds", id="a rare language is believed"),
    ],
)
def test_a_declaration_is_believed_unless_plainly_wrong(text: str, declared: str | None, expected: str | None) -> None:
    assert detect_language.language_of(text, declared) == expected


def fitting(latin: int, other: int, language: str) -> bool:
    return detect_language.fits_script(["a" * latin, "ж" * other], language)


@pytest.mark.parametrize(
    ("holds", "no_longer"),
    [
        pytest.param(
            detect_language.is_english(["the", "of", *["ferry"] * 10]),
            detect_language.is_english(["the", "of", *["ferry"] * 9]),
            id="a dozen words",
        ),
        pytest.param(
            detect_language.is_english(["the", "of", "and", *["ferry"] * 22]),
            detect_language.is_english(["the", "of", "and", *["ferry"] * 23]),
            id="an eighth of them small words of English",
        ),
        pytest.param(fitting(59, 41, "ru"), fitting(60, 40, "ru"), id="Latin letters in Russian"),
        pytest.param(fitting(41, 59, "de"), fitting(40, 60, "de"), id="other letters in German"),
        pytest.param(
            detect_language.language_of("港" * 8, None), detect_language.language_of("港" * 7, None), id="24 letters"
        ),
    ],
)
def test_how_much_tells_a_language(holds: object, no_longer: object) -> None:
    assert holds
    assert not no_longer


@pytest.mark.parametrize(("before", "language"), [(3900, "en"), (4000, "de")])
def test_no_more_than_the_beginning_is_looked_at(before: int, language: str) -> None:
    text = ("x" * 99 + " ") * (before // 100) + "the of and said " * 100
    assert detect_language.language_of(text, "de") == language


GERMAN = " ".join(
    (
        SENTENCES["de"],
        "Niemand werde heute übersetzen, sagte die Hafenmeisterin Ada Moos am 3. März in Brindel.",
        "Rund 400 Pendler nahmen den langen Weg mit dem Bus, und eine Schule blieb geschlossen.",
    )
)
FORMS: dict[PageKind, str] = {
    "text": GERMAN,
    "markdown": f"# Fähre bleibt im Hafen\n\n{GERMAN}",
    "html": f"<html lang='en-US'><body><article><h1>Fähre bleibt im Hafen</h1><p>{GERMAN}</p></article></body></html>",
    "email": f"Subject: F\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{GERMAN}",
}


@pytest.mark.parametrize("kind", FORMS)
def test_every_kind_of_source_gets_its_language(kind: PageKind) -> None:
    assert to_article(Page(Source("x", kind), FORMS[kind].encode())).language == "de"


def test_an_article_in_another_language_gets_key_points_and_a_note() -> None:
    article = to_article(Page(Source("x", "text"), GERMAN.encode()))
    for analysis in (pipeline.analyze(article), reader.analyze(article)):
        assert analysis.notes == ("Quotes and actors are found in English only; this article is in German.",)
        assert analysis.key_points
        assert len(analysis.sentences) == 3
        assert not analysis.quotes
        assert not analysis.actors


@pytest.mark.parametrize(
    ("language", "name"), [("de", "German"), ("pt-BR", "Portuguese"), ("nb", "Norwegian"), ("qq", "the language 'qq'")]
)
def test_languages_are_named(language: str, name: str) -> None:
    assert detect_language.name_of(language) == name


def test_an_article_that_says_nothing_of_its_language_is_english() -> None:
    assert not reader.analyze(Article(text="The ferry sank. Nobody drowned."), key_points=1).notes
