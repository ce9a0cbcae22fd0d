"""The months and days of the week by every name that news copy has for them. Data."""

from reader.lexicon.wordlists import words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = words("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")
# By name and abbreviation, without its point: "Sept" is 9.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"),
            ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"),
            ("November", "Nov"), ("December", "Dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
# Those that a point stands behind; "May", "June" and "July" are not shortened.
SHORT_MONTHS = frozenset(name for name in MONTHS if name == "Sept" or (len(name) == 3 and name != "May"))
# As Germans, Dutch, French, Spaniards, Italians and Portuguese write them, in small letters.
MONTHS_ABROAD = words(
    """januar januari janvier enero gennaio janeiro februar februari février febrero febbraio fevereiro märz maart mars
    marzo março april avril abril aprile mai mei mayo maggio maio juni juin junio giugno junho juli juillet
    julio luglio julho august augustus août agosto september septembre septiembre settembre setembro oktober
    octobre octubre ottobre outubro november novembre noviembre novembro dezember december décembre diciembre dicembre
    dezembro"""
)
