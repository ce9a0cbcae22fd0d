import pytest

from reader.extract.formats import encoding
from reader.text import safe


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("\x1b[31mred\x1b[0m", "[31mred[0m", id="escape codes"),
        pytest.param("a\x07b\x08c\x7fd\x9be", "abcde", id="bell, backspace, delete, C1"),
        pytest.param("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", id="line ends"),
        pytest.param("\u202egnp.exe\u202c \u2066x\u2069", "gnp.exe x", id="bidirectional overrides and isolates"),
        pytest.param(
            "pay\u200bpal \ufeffsoft\xadhyphen \u2060w", "paypal softhyphen w", id="zero width and soft hyphen"
        ),
        pytest.param("cafe\u0301", "café", id="composed"),
        pytest.param("fer\u200dry l\u200cine \u200d.", "ferry line .", id="joiners that join nothing"),
        pytest.param("a\ud800b", "ab", id="half a surrogate pair"),
        pytest.param("A\U000e0041\U000e0042", "A", id="tag characters"),
        pytest.param("e\u200c\u0301", "é", id="a mark behind a joiner"),
        pytest.param("a\ufe00\ufe01b \ufe0f1\ufe0f", "ab 1", id="selectors that select nothing"),
        pytest.param("pass\u034fword \U000e0101", "password ", id="grapheme joiner, numbered variants"),
    ],
)
def test_safe_text_takes_out(given: str, expected: str) -> None:
    assert safe.safe_text(given) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tab\tand\nnewline", id="tab and newline"),
        pytest.param("می\u200cخواهم", id="Persian non-joiner"),
        pytest.param("क्\u200dष", id="Devanagari joiner"),
        pytest.param("👩\u200d🚀 👨\u200d👩\u200d👧", id="emoji put together"),
        pytest.param("❤\ufe0f 1\ufe0f\u20e3 ☎\ufe0e", id="selectors of emoji and keycaps"),
        pytest.param("“naïve” – Ærø, Łódź, 東京", id="marks and letters"),
        pytest.param("&amp; &lt;b&gt;", id="entities in text are text"),
    ],
)
def test_safe_text_leaves_alone(text: str) -> None:
    assert safe.safe_text(text) == text


def test_lines_are_trimmed_and_blank_ones_dropped() -> None:
    assert safe.lines("  a \u00a0 b \n\n \n c") == "a b\nc"
    assert safe.line(" a\n b ") == "a b"


@pytest.mark.parametrize(
    ("given", "expected"),
    [("Ferries &amp; trains", "Ferries & trains"), ("&amp;lt;b&gt;", "&lt;b>"), ("it&#8217;s", "it’s")],
)
def test_entities_are_decoded_once(given: str, expected: str) -> None:
    assert safe.decoded_line(given) == expected


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        pytest.param("https://a.example/x", None, "https://a.example/x", id="absolute"),
        pytest.param("/img.jpg", "https://a.example/story", "https://a.example/img.jpg", id="made absolute"),
        pytest.param("//cdn.example/i.jpg", "https://a.example/", "https://cdn.example/i.jpg", id="scheme of the page"),
        pytest.param("/img.jpg", None, None, id="no base"),
        pytest.param("javascript:alert(1)", "https://a.example/", None, id="script"),
        pytest.param("data:image/png;base64,AA", "https://a.example/", None, id="data"),
        pytest.param("file:///etc/hostname", None, None, id="file"),
        pytest.param("https://a.example/\x1b]8;;", None, "https://a.example/]8;;", id="escape code"),
        pytest.param("https://a.example/a b", None, None, id="space"),
        pytest.param("http://[half", None, None, id="nonsense"),
        pytest.param(None, None, None, id="none"),
    ],
)
def test_only_web_addresses_pass(url: str | None, base: str | None, expected: str | None) -> None:
    assert safe.safe_url(url, base) == expected


TEXT = "Die Fähre „Möwe“ fährt nicht – sagt Ærø."


@pytest.mark.parametrize(
    ("content", "charset", "expected"),
    [
        pytest.param(TEXT.encode(), None, TEXT, id="utf-8"),
        pytest.param(TEXT.encode(), "iso-8859-1", TEXT, id="utf-8 declared as latin-1"),
        pytest.param("\ufeff".encode() + TEXT.encode(), "cp1252", TEXT, id="byte order mark wins"),
        pytest.param(TEXT.encode("utf-16"), None, TEXT, id="utf-16"),
        pytest.param(TEXT.encode("cp1252"), "iso-8859-1", TEXT, id="windows marks under a latin-1 header"),
        pytest.param(b'<meta charset="windows-1252">' + TEXT.encode("cp1252"), None, None, id="meta"),
        pytest.param(b'<?xml version="1.0" encoding="iso-8859-2"?>' + "Łódź".encode("latin2"), None, None, id="xml"),
        pytest.param("漢字かな".encode("shift_jis"), "Shift_JIS", "漢字かな", id="shift-jis header"),
        pytest.param("简体中文".encode("gb18030"), "gb2312", "简体中文", id="gb18030 declared as gb2312"),
        pytest.param("漢字".encode("iso2022_jp"), "iso-2022-jp", "漢字", id="seven bits"),
        pytest.param(b"caf\xe9 \x81\xff", "no-such-charset", None, id="unknown name, broken bytes"),
    ],
)
def test_bytes_are_decoded(content: bytes, charset: str | None, expected: str | None) -> None:
    got = encoding.decode(content, charset)
    if expected is None:
        assert got.endswith(("Ærø.", "Łódź")) or got.startswith("caf")
    else:
        assert got == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Паром из Бриндла не отправился в понедельник из-за шторма, сообщили в порту. " * 4, "cp1251"),
        ("横浜港のフェリーは月曜日、嵐のため出港しなかったと港湾当局が発表した。" * 6, "shift_jis"),
        ("Prom z Gdańska nie wypłynął w poniedziałek z powodu sztormu, ogłosiły władze żeglugi. " * 4, "iso-8859-2"),
    ],
)
def test_undeclared_encodings_are_guessed(text: str, name: str) -> None:
    assert encoding.decode(text.encode(name))[:20] == text[:20]
