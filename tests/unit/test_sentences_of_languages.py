"""Where sentences end in other languages than English, by tables written for it."""

import pytest

from reader.text.sentences import split

# A bar stands where a sentence ends.
TABLE = {
    "de": [
        "Am 3. März blieb die Fähre im Hafen.| Der Sturm kam am 12. Februar.",
        "Im 19. Jahrhundert fuhr sie oft.| Heute spielt der 1. FC Brindel.",
        "Dr. Moos sagte, z. B. der Sturm sei schuld.| Nr. 5 ist die Möwe.",
        "Sie kostet ca. 3 Mio. Euro, d.h. zu viel.| Er ist 12.| Die Mutter lacht.",
        "„Niemand fährt.“| Moos blieb im Hafen.",
        "»Niemand fährt heute.«| Die Fähre blieb.",
        "»Niemand fährt. Warum auch?«, fragte Moos.| Er ging.",
        "„Warum?“, fragte J. Moos.| Keiner wusste es.",
    ],
    "fr": [
        "M. Roy est parti.| Mme Roy reste, p. ex. demain.| Il pleut.",
        "« Personne ne passe. »| La mer monte.",
        "« Il pleut ! Je reste. Et toi ? »| Elle sortit.",
        "Il dit « oui.| Puis il partit.",
        "Le bac ne part pas !| Pourquoi ?| Le Dr. Roy l'ignore.",
    ],
    "es": [
        "El barco no zarpó.| ¿Por qué?| ¡Nadie lo sabe!| El Sr. Vega salió.",
        "La Dra. Vega vive en EE. UU. y volverá.| Pero no hoy.",
    ],
    "it": ["Il dott. Rossi parla.| Il sig. Neri tace.| La nave resta."],
    "pt": ["O Sr. Costa saiu.| A Dra. Lima ficou.| O barco não partiu."],
    "nl": ["De heer J. de Vries en dr. Moos wachten.| Het kost ca. 3 euro, o.a. voor de boot.| Hij lacht."],
    "sv": ["Färjan gick inte, bl.a. på grund av stormen.| Den 3. mars blev det lugnt."],
    "da": ["Færgen sejlede ikke den 3. marts.| Hr. Moos ventede."],
    "pl": ["Prom nie wypłynął 3 marca 2020 r. z portu.| Prof. Mech czekał.| To nie koniec."],
    "cs": ["Trajekt nevyplul 3. března.| Ing. Moos čekal.| Na moři byla bouře."],
    "ru": ["Паром не вышел в море.| А. Ветров, т. е. капитан, ждал.| Он молчал."],
    "ja": [
        "船長は黙った。|「雨だ。『帰れ。』と言われた。帰ろう。」と彼は述べた。|波が高い。",
        "横浜港のフェリーは欠航した。|「誰も渡れない。」と港長は述べた。|明日はどうか？|分からない！",
    ],
    "zh": ["渡轮没有启航。|“今天没有人能过海。”港务长说。|明天再看！|风很大？"],
    "hi": ["नौका सोमवार को नहीं चली।| आज कोई पार नहीं करेगा।| क्यों?| किसी को पता नहीं।"],
    "ar": ["لم تبحر العبارة.| هل تبحر غدا؟| لا أحد يعرف."],
    "ur": ["کشتی نہیں چلی۔| کیا کل چلے گی؟| کسی کو معلوم نہیں۔"],
    "el": ["Το πλοίο δεν απέπλευσε.| Κανείς δεν ξέρει γιατί."],
    "ko": ["여객선은 출항하지 않았다.| 왜 그랬을까?| 아무도 모른다."],
    "xx": ["Fera nen sailat.| Nen persona know."],
}
ROWS = [(language, marked) for language, rows in TABLE.items() for marked in rows]


@pytest.mark.parametrize(("language", "marked"), ROWS)
def test_sentences_end_where_the_bars_stand(language: str, marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[s.start : s.end] for s in split(text, (), language)] == parts


def test_english_keeps_its_own_rules() -> None:
    text = "It sank on Dec. 30. Crews left the U.S. on Jan. 3."
    assert len(split(text)) == len(split(text, (), "en")) == 2
