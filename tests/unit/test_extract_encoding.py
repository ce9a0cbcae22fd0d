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
# The labels of the WHATWG encoding standard, all 228, by the codec that reads what browsers read so.
LABELS = {
    "cp866": "866 cp866 csibm866 ibm866",
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "iso8859-2": "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
    "iso8859-3": "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
    "iso8859-4": "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
    "iso8859-5": "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988",
    "iso8859-6": (
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
        "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"
    ),
    "iso8859-7": (
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
        "iso_8859-7:1987 sun_eu_greek"
    ),
    "iso8859-8": (
        "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso-ir-138 "
        "iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 logical visual"
    ),
    "iso8859-10": "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "mac-roman": "csmacintosh mac macintosh x-mac-roman",
    "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1252": (
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
        "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined"
    ),
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": (
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
        "windows-1254 x-cp1254"
    ),
    "cp1255": "cp1255 windows-1255 x-cp1255",
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "cp949": (
        "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"
    ),
    "utf-16-be": "unicodefffe utf-16be",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    "iso2022_jp": "csiso2022jp iso-2022-jp",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
}
# Browsers show nothing of these: what holds no attack where no script runs is read, and the others are guessed.
UNREAD = "iso-2022-cn iso-2022-cn-ext replacement"
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


def test_every_label_of_the_web_is_known() -> None:
    labels = {label: codec for codec, names in LABELS.items() for label in names.split()}
    assert len(labels) + len(UNREAD.split()) + len(["csiso2022kr", "iso-2022-kr", "hz-gb-2312"]) == 228
    assert {label: encoding.known(f" {label.upper()}") for label in labels} == labels
    assert not [label for label in UNREAD.split() if encoding.known(label)]


@pytest.mark.parametrize(
    ("label", "codec"),
    [("cp850", "cp850"), ("hz-gb-2312", "hz"), ("x-klingon", None), ("utf-7", None), ("zip", None), ("", None)],
)
def test_other_labels(label: str, codec: str | None) -> None:
    assert encoding.known(label) == codec


def test_a_page_that_says_utf_16_of_itself_is_not_in_it() -> None:
    page = PAGE.format(meta("utf-16"), "Die Fähre „Möwe“ blieb im Hafen, hieß es am Montag. ")
    assert encoding.decode(page.encode("cp1252")) == page
