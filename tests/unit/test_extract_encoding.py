"""From bytes to text: declared by header or meta element, declared wrongly, or not at all."""

import pytest

from reader.extract import to_article
from reader.extract.formats import charset_letters, encoding, sniff
from reader.model import Page, Source

TEXTS = {
    "German": ("Die Fähre „Möwe“ blieb am Montag im Hafen – größer war der Sturm nie, hieß es. ", ["cp1252"]),
    "French": ("Le bac n’a pas pris la mer lundi, a annoncé l’autorité ; la tempête a forcé. ", ["cp1252"]),
    "Spanish": ("El transbordador no zarpó el lunes, informó la señora Núñez en el muelle. ", ["cp1252"]),
    "Polish": ("W poniedziałek prom został w porcie, bo wiał silny wiatr – mówiła pani Żak. ", ["cp1250"]),
    "Polish too": ("W poniedziałek prom został w porcie, bo sztorm, mówiła pani Żak, śpiewając. ", ["iso8859-2"]),
    "Czech": (
        "V pondělí zůstala loď v přístavu, řekla paní Moučková; žádná cesta přes moře. ",
        ["cp1250", "iso8859-2"],
    ),
    "Hungarian": ("Hétfőn a komp a kikötőben maradt a szélvihar miatt, közölte Ősz Éva. ", ["cp1250", "iso8859-2"]),
    "Turkish": ("Pazartesi günü feribot limanda kaldı, dedi Ayşe Iğdır; fırtına çok güçlüydü. ", ["cp1254"]),
    "Russian": ("В понедельник паром остался в порту, сказала начальница порта Ада Мох. ", ["cp1251", "koi8-r"]),
    "Ukrainian": ("У понеділок пором лишився в порту, сказала її начальниця Ада Мох. ", ["cp1251", "koi8-u"]),
    "Greek": ("Τη Δευτέρα το πλοίο έμεινε στο λιμάνι, είπε η λιμενάρχης Άντα Μος. ", ["cp1253", "iso8859-7"]),
    "Hebrew": ("ביום שני נשארה המעבורת בנמל, אמרה מנהלת הנמל עדה מוס. הים סער. ", ["cp1255"]),
    "Arabic": ("بقيت العبارة في الميناء يوم الاثنين، قالت مديرة الميناء آدا موس للصحفيين. ", ["cp1256"]),
    "Japanese": (
        "月曜日、フェリーは港に留まった。港長のエイダ・モスが記者団に語った。",
        ["shift_jis", "euc_jp", "iso2022_jp"],
    ),
    "Chinese": ("星期一，渡轮留在港内，港务长莫艾达对记者说。海上风浪很大。", ["gb2312", "gb18030"]),
    "Chinese, traditional": ("星期一，渡輪留在港內，港務長莫艾達對記者說。海上風浪很大。", ["big5"]),
    "Korean": ("월요일 여객선은 항구에 머물렀다고 항만장 모애다가 기자들에게 말했다. ", ["euc_kr"]),
}
ROWS = [pytest.param(text, name, id=f"{who} {name}") for who, (text, names) in TEXTS.items() for name in names]
PAGE = "<!doctype html><html><head>{}<title>x</title></head><body><p>{}</p></body></html>"


def meta(label: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'


@pytest.mark.parametrize(("text", "name"), ROWS)
@pytest.mark.parametrize("length", [1, 8])
@pytest.mark.parametrize(
    "said", ["header", "meta", "nothing", "utf-8 in the header", "utf-8 in the meta", "an unknown name"]
)
def test_a_page_is_read_whatever_it_says(text: str, name: str, length: int, said: str) -> None:
    label = {"meta": meta(name), "utf-8 in the meta": meta("utf-8")}.get(said, "")
    charset = {"header": name, "utf-8 in the header": "utf-8", "an unknown name": "x-klingon"}.get(said)
    page = PAGE.format(label, text * length)
    assert encoding.decode(page.encode(name), charset) == page


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("charset", [None, "iso-8859-1", "shift_jis"])
def test_a_byte_order_mark_wins(name: str, charset: str | None) -> None:
    text = TEXTS["Czech"][0]
    marked = text if name in ("utf-8-sig", "utf-16") else "\ufeff" + text
    assert encoding.decode(marked.encode(name), charset) == text


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("charset", [None, "utf-8", "utf-16"])
@pytest.mark.parametrize("who", ["German", "Polish", "Chinese", "Russian"])
def test_utf16_shows_itself_by_its_markup(name: str, charset: str | None, who: str) -> None:
    text = PAGE.format("", TEXTS[who][0] * 4)
    content = text.encode(name)
    assert encoding.decode(content, charset) == text
    assert sniff.binary_name(content) is None
    assert sniff.kind_of(content) == "html"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(bytes(range(256)) * 8, id="all bytes"),
        pytest.param(b"\x00" * 64, id="nothing"),
        pytest.param(b"\x07\x00\x1b\x00" * 64, id="small numbers"),
        pytest.param("The ferry left.".encode("utf-32-le"), id="four bytes a letter"),
        pytest.param(b"The ferry \x00 left.", id="one byte of none"),
    ],
)
def test_other_bytes_with_nuls_are_no_text(content: bytes) -> None:
    assert sniff.unmarked_utf16(content) is None
    assert sniff.binary_name(content) == "binary data"


@pytest.mark.parametrize(
    ("header", "declared", "real"),
    [
        pytest.param("koi8-r", "windows-1251", "koi8-r", id="the header before the meta element"),
        pytest.param("x-klingon", "windows-1251", "cp1251", id="the meta element where the header is nonsense"),
        pytest.param(None, "windows-1251", "cp1251", id="the meta element"),
    ],
)
def test_the_order_of_what_is_said(header: str | None, declared: str, real: str) -> None:
    page = PAGE.format(meta(declared), TEXTS["Russian"][0])
    assert encoding.decode(page.encode(real), header) == page


@pytest.mark.parametrize(
    ("real", "taken_for"),
    [("cp1250", "cp1252"), ("iso8859_2", "cp1254"), ("cp1252", "cp1257"), ("cp1254", "cp1252")],
)
def test_letters_of_one_language_decide(real: str, taken_for: str) -> None:
    text = {"cp1250": "Polish", "iso8859_2": "Czech", "cp1252": "German", "cp1254": "Turkish"}[real]
    content = TEXTS[text][0].encode(real)
    assert content.decode(charset_letters.best(content, taken_for)) == TEXTS[text][0]


def test_a_name_from_elsewhere_costs_a_text_nothing() -> None:
    text = "Die Fähre fährt, sagt Søren Núñez, für größere Häfen."
    assert charset_letters.best(text.encode("cp1252"), "cp1252") == "cp1252"


def test_bytes_that_are_broken_are_read_with_gaps() -> None:
    text = TEXTS["French"][0].encode() + b"\xff\xfe " + TEXTS["French"][0].encode()
    assert "a annoncé l’autorité" in encoding.decode(text, "utf-8")


def test_a_whole_page_in_windows_letters() -> None:
    story = f"<p>{TEXTS['Polish'][0] * 3}</p>"
    page = Page(Source("x", "html"), PAGE.format("", story).encode("cp1250"), "utf-8")
    assert TEXTS["Polish"][0].strip() in to_article(page).text
