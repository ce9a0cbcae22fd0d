"""The figures found, with value and unit, and the numbers left alone."""

import pytest
from babel.core import get_global
from babel.numbers import get_territory_currencies

from reader.analysis.quantities.figures import figures
from reader.lexicon import units
from reader.model import Figure
from reader.text import document, nlp_model


def found(text: str) -> tuple[Figure, ...]:
    return figures(document.read(text, nlp_model.load()))


FINDS = {
    "people": ("It killed more than 400,000 people.", [("more than 400,000 people", 400_000, "people")]),
    "a word in between": ("At least 12 harbour workers left.", [("At least 12 harbour workers", 12, "workers")]),
    "deaths by verb": ("In all 12 were killed.", [("12 were killed", 12, "killed")]),
    "deaths by verb, people before": ("The blast killed 31.", [("31", 31, "killed")]),
    "people hurt": ("It injured at least 88 people.", [("at least 88 people", 88, "people")]),
    "dead by itself": ("The flood left 14 dead.", [("14 dead", 14, "dead")]),
    "dozens with a number": ("Two dozen residents left.", [("Two dozen residents", 24, "residents")]),
    "number words": ("Twenty-five passengers swam.", [("Twenty-five passengers", 25, "passengers")]),
    "number words with hundred": ("Three hundred people swam.", [("Three hundred people", 300, "people")]),
    "number words with hundred and more": (
        "Two hundred and fifty people swam.",
        [("Two hundred and fifty people", 250, "people")],
    ),
    "half a million": ("Half a million people left.", [("Half a million people", 500_000, "people")]),
    "a million": ("A million people left.", [("A million people", 1e6, "people")]),
    "millions in figures": (
        "Some 11 million people slept on its trains.",
        [("Some 11 million people", 1.1e7, "people")],
    ),
    "a million and a half": (
        "About 1.5 million refugees crossed.",
        [("About 1.5 million refugees", 1.5e6, "refugees")],
    ),
    "a short million before people": ("The app has 4m users.", [("4m users", 4e6, "users")]),
    "one hundred thousand in lakh": ("Floods drove 5 lakh people out.", [("5 lakh people", 500_000, "people")]),
    "a range of people": ("Between 20 and 30 people were inside.", [("Between 20 and 30 people", 20, "people")]),
    "a range with to": ("Some 20 to 30 people were inside.", [("Some 20 to 30 people", 20, "people")]),
    "a range with a dash": ("Clinics see 200–300 patients.", [("200–300 patients", 200, "patients")]),
    "hyphened people": ("A 12-member panel sat.", [("12-member", 12, "members")]),
    "things nobody listed": ("It sold 22 federal lighthouses.", [("22 federal lighthouses", 22, "lighthouses")]),
    "ten things nobody listed": ("It sold 10 federal lighthouses.", [("10 federal lighthouses", 10, "lighthouses")]),
    "three words on the way to the noun": (
        "It sold 12 rusty old harbour lighthouses.",
        [("12 rusty old harbour lighthouses", 12, "lighthouses")],
    ),
    "three words on the way to the whole": (
        "Half of the small old grey town was under water.",
        [("Half of the small old grey town", 0.5, "share")],
    ),
    "signatures": ("A petition drew 612 signatures.", [("612 signatures", 612, "signatures")]),
    "counts of a crime": ("He denied 39 counts of fraud.", [("39 counts", 39, "counts")]),
    "pages": ("The panel has 340 pages of emails.", [("340 pages", 340, "pages")]),
    "jobs": ("The firm will cut 300 jobs.", [("300 jobs", 300, "jobs")]),
    "homes": ("The storm cut power to 3,000 homes.", [("3,000 homes", 3_000, "homes")]),
    "dollars with a magnitude": ("They paid $2.3 billion.", [("$2.3 billion", 2.3e9, "USD")]),
    "dollars, hyphened": ("It was a $5-million plan.", [("$5-million", 5e6, "USD")]),
    "pounds by sign": ("A fine of £150,000 was set.", [("£150,000", 150_000, "GBP")]),
    "pounds, short": ("A fine of £4m was set.", [("£4m", 4e6, "GBP")]),
    "a short magnitude": ("It made €5m.", [("€5m", 5e6, "EUR")]),
    "a capital short magnitude": ("It made $5B.", [("$5B", 5e9, "USD")]),
    "billions, short, in words": ("It made 2.3bn euros.", [("2.3bn euros", 2.3e9, "EUR")]),
    "money in words": ("It cost 40 million euros.", [("40 million euros", 4e7, "EUR")]),
    "pounds in words beside the sign": (
        "It costs £4.50, or nine pounds a day.",
        [("£4.50", 4.5, "GBP"), ("nine pounds", 9, "GBP")],
    ),
    "crowns": ("A levy of 2.50 crowns was set.", [("2.50 crowns", 2.5, "crowns")]),
    "rupees, of whichever country": ("It cost Rs 200 crore.", [("Rs 200 crore", 2e9, "rupees")]),
    "rupees by an abbreviation": ("It cost Rs. 500 to mend.", [("Rs. 500", 500, "rupees")]),
    "rupees of India": ("It cost ₹2 lakh crore.", [("₹2 lakh crore", 2e12, "INR")]),
    "crore, short": ("It cost Rs 20cr.", [("Rs 20cr", 2e8, "rupees")]),
    "rand": ("The office was given R4bn.", [("R4bn", 4e9, "ZAR")]),
    "rand, small, beside rand": (
        "The grant is R350 and the fund holds R2.5 million.",
        [("R350", 350, "ZAR"), ("R2.5 million", 2.5e6, "ZAR")],
    ),
    "rand in words": ("The ferry earned 40 million rand.", [("40 million rand", 4e7, "ZAR")]),
    "ringgit": ("The fare is RM50.", [("RM50", 50, "MYR")]),
    "Namibian dollars": ("The jetty cost N$5 million.", [("N$5 million", 5e6, "NAD")]),
    "shillings of Kenya": ("The fine is KSh 300 or Ksh3,000.", [("KSh 300", 300, "KES"), ("Ksh3,000", 3_000, "KES")]),
    "shillings, of whichever country": ("The dam cost Sh2.3 billion.", [("Sh2.3 billion", 2.3e9, "shillings")]),
    "crowns, short, before and behind": (
        "It cost kr 400, then 500 kr.",
        [("kr 400", 400, "crowns"), ("500 kr", 500, "crowns")],
    ),
    "zlotys": ("A ticket costs 300 zł.", [("300 zł", 300, "PLN")]),
    "francs by code": ("It made CHF 20 million.", [("CHF 20 million", 2e7, "CHF")]),
    "a code behind": ("It made 5 million SEK.", [("5 million SEK", 5e6, "SEK")]),
    "a code that is a word, beside a million": ("It lost COP 300 million.", [("COP 300 million", 3e8, "COP")]),
    "dollars of another country": (
        "It cost 5 million Canadian dollars.",
        [("5 million Canadian dollars", 5e6, "CAD")],
    ),
    "a range of money": ("It will cost $2 million to $3 million.", [("$2 million to $3 million", 2e6, "USD")]),
    "a range sharing its magnitude": (
        "It will cost between $2 and $3 million.",
        [("between $2 and $3 million", 2e6, "USD")],
    ),
    "Australian dollars": ("A fine of A$500 was set.", [("A$500", 500, "AUD")]),
    "cents": ("It adds 25 cents to the price.", [("25 cents", 25, "cents")]),
    "the longest word for about": (
        "It cost approximately $40 million.",
        [("approximately $40 million", 4e7, "USD")],
    ),
    "a toll some way off": (
        "The death toll in the high northern valleys reached an estimated 52.",
        [("an estimated 52", 52, "dead")],
    ),
    "no less than": ("It will hire no less than 1,200 clerks.", [("no less than 1,200 clerks", 1_200, "clerks")]),
    "no more than": ("It takes no more than 7% of a budget.", [("no more than 7%", 7, "percent")]),
    "not more than": ("It takes not more than 7%.", [("not more than 7%", 7, "percent")]),
    "no fewer than": ("No fewer than 40 people swam.", [("No fewer than 40 people", 40, "people")]),
    "far fewer than": ("Far fewer than 40 people swam.", [("Far fewer than 40 people", 40, "people")]),
    "as low as": ("The price fell as low as $3.", [("as low as $3", 3, "USD")]),
    "as many as": ("As many as 40 people swam.", [("As many as 40 people", 40, "people")]),
    "just under": ("It fell just under 20 percent.", [("just under 20 percent", 20, "percent")]),
    "not even": ("Not even 40 people swam.", [("Not even 40 people", 40, "people")]),
    "not exceeding": ("It may not exceed 60 percent.", [("not exceed 60 percent", 60, "percent")]),
    "a verb that is negated": ("It does not cost more than 7%.", [("not cost more than 7%", 7, "percent")]),
    "a verb that is negated, short": (
        "It didn’t draw as many as 40 people.",
        [("didn’t draw as many as 40 people", 40, "people")],
    ),
    "a negation that goes no further": (
        "It was not known how more than 40 people swam.",
        [("more than 40 people", 40, "people")],
    ),
    "or more": ("It takes 40 people or more.", [("40 people or more", 40, "people")]),
    "or more, before the noun": ("It takes 40 or more people.", [("40 or more people", 40, "people")]),
    "plus": (
        "It has 50+ workers and 60-plus nurses.",
        [("50+ workers", 50, "workers"), ("60-plus nurses", 60, "nurses")],
    ),
    "at most, behind": ("He faces 20 years at most.", [("20 years at most", 20, "years")]),
    "at least, of what comes next": ("It took 40 people, at least 12 of them old.", [("40 people", 40, "people")]),
    "what a row is over": ("It ended a dispute over $40 million.", [("$40 million", 4e7, "USD")]),
    "over what rises": ("Prices rose over 40 percent.", [("over 40 percent", 40, "percent")]),
    "below zero": ("Output changed by minus 3 percent.", [("minus 3 percent", -3, "percent")]),
    "things with a size": ("They fired two 120 mm rounds.", [("two 120 mm rounds", 2, "rounds")]),
    "things with a hyphened size": ("It lost six 40-foot containers.", [("six 40-foot containers", 6, "containers")]),
    "three in ten": ("About 3 in 10 voters agree.", [("About 3 in 10 voters", 0.3, "share")]),
    "two in ten who say so": ("He leads, and fewer than 2 in 10 say it helps.", [("fewer than 2 in 10", 0.2, "share")]),
    "nine of ten": ("The bank said 9 of 10 loans were repaid.", [("9 of 10 loans", 0.9, "share")]),
    "thousands parted by spaces": ("The pension is Rs 13 500.", [("Rs 13 500", 13_500, "rupees")]),
    "millions parted by spaces": ("It fed 1 200 000 people.", [("1 200 000 people", 1.2e6, "people")]),
    "a number of sizes": ("They fired 12 155 mm shells.", [("12 155 mm shells", 12, "shells")]),
    "a decimal comma": ("It spent N$2,25 billion.", [("N$2,25 billion", 2.25e9, "NAD")]),
    "a decimal comma in percent": ("It rose 3,5%.", [("3,5%", 3.5, "percent")]),
    "a quarter of a million": (
        "Almost a quarter of a million people fled.",
        [("Almost a quarter of a million people", 250_000, "people")],
    ),
    "a noun before what is counted": (
        "It lists 26 state universities.",
        [("26 state universities", 26, "universities")],
    ),
    "won": ("It earned 12 million won.", [("12 million won", 1.2e7, "KRW")]),
    "what is handed over": ("He had handed over Rs 25 lakh.", [("Rs 25 lakh", 2.5e6, "rupees")]),
    "over years": ("They will invest it over five years.", [("five years", 5, "years")]),
    "more than years": ("He spent over 30 years there.", [("over 30 years", 30, "years")]),
    "behind a dateline": ("OSTEN, March 3, 2026 — It cost nearly $40 million.", [("nearly $40 million", 4e7, "USD")]),
    "nearly": ("It cost nearly $40 million.", [("nearly $40 million", 4e7, "USD")]),
    "percent": ("It fell 24 percent.", [("24 percent", 24, "percent")]),
    "per cent": ("It fell 24 per cent.", [("24 per cent", 24, "percent")]),
    "per cent sign": ("It fell by 3.5%.", [("3.5%", 3.5, "percent")]),
    "percent in words": ("It fell by five percent.", [("five percent", 5, "percent")]),
    "percent, hyphened": ("A 3.5-percent rise followed.", [("3.5-percent", 3.5, "percent")]),
    "percentage points": ("It rose 5 percentage points.", [("5 percentage points", 5, "percentage points")]),
    "part of a percentage point": (
        "The bank cut its rate by 0.5 percentage points.",
        [("0.5 percentage points", 0.5, "percentage points")],
    ),
    "basis points": ("The bank cut its rate by 25 basis points.", [("25 basis points", 25, "basis points")]),
    "a range of percent": ("Prices rose 3 to 4 percent.", [("3 to 4 percent", 3, "percent")]),
    "a third": ("About a third of the harvest was lost.", [("About a third of the harvest", 1 / 3, "share")]),
    "two-thirds": ("Two-thirds of the seats were won.", [("Two-thirds of the seats", 2 / 3, "share")]),
    "three quarters": ("Three quarters of voters stayed away.", [("Three quarters of voters", 0.75, "share")]),
    "half of": ("More than half of the town was under water.", [("More than half of the town", 0.5, "share")]),
    "one in five": ("One in five children goes hungry.", [("One in five children", 0.2, "share")]),
    "one in ten in figures": ("It struck 1 in 10 people.", [("1 in 10 people", 0.1, "share")]),
    "nine out of ten": ("Nine out of ten members agreed.", [("Nine out of ten members", 0.9, "share")]),
    "votes": ("The law passed by 1,204 votes.", [("1,204 votes", 1_204, "votes")]),
    "a vote": ("The law passed on a 52-48 vote.", [("52-48 vote", 52, "votes")]),
    "voted": ("The council voted 4-3 Tuesday to mend it.", [("voted 4-3", 4, "votes")]),
    "a vote of": ("It passed by a vote of 219 to 210.", [("vote of 219 to 210", 219, "votes")]),
    "miles": ("It lies 3.5 miles off.", [("3.5 miles", 3.5, "miles")]),
    "half a mile": ("It was found half a mile away.", [("half a mile", 0.5, "miles")]),
    "kilometres, short": ("It lies 12km off.", [("12km", 12, "kilometers")]),
    "an area, short": ("The fire burned 1,200 sq km.", [("1,200 sq km", 1_200, "square kilometers")]),
    "an area in words": ("The fire burned 40 square miles.", [("40 square miles", 40, "square miles")]),
    "acres": ("The fire burned 12,000 acres.", [("12,000 acres", 12_000, "acres")]),
    "feet": ("The water rose 11 feet.", [("11 feet", 11, "feet")]),
    "a hyphened height": ("A 30-foot wave struck.", [("30-foot", 30, "feet")]),
    "tonnes": ("It spilled 900 tonnes of oil.", [("900 tonnes", 900, "tonnes")]),
    "pounds as weight": ("The atlas weighs 11 pounds.", [("11 pounds", 11, "pounds")]),
    "litres": ("It holds 2 million litres.", [("2 million litres", 2e6, "liters")]),
    "winds": ("Winds reached 140 mph.", [("140 mph", 140, "miles per hour")]),
    "winds in kilometres": ("Winds reached 90 km/h.", [("90 km/h", 90, "kilometers per hour")]),
    "power": ("The plant makes 900 megawatts.", [("900 megawatts", 900, "megawatts")]),
    "a temperature in both scales": ("It reached 40C/104F.", [("40C/104F", 40, "degrees Celsius")]),
    "a temperature in brackets": ("It reached 40C (104F) in the shade.", [("40C (104F)", 40, "degrees Celsius")]),
    "degrees": ("It reached 104 degrees Fahrenheit.", [("104 degrees Fahrenheit", 104, "degrees Fahrenheit")]),
    "frost": ("It fell to minus 12 degrees Celsius.", [("minus 12 degrees Celsius", -12, "degrees Celsius")]),
    "a quake": ("A 7.8-magnitude earthquake struck.", [("7.8-magnitude", 7.8, "magnitude")]),
    "a quake, the other way": ("A magnitude 6.1 earthquake struck.", [("magnitude 6.1", 6.1, "magnitude")]),
    "the age of a war": ("He ended the nearly 6-year-old civil war.", [("nearly 6-year-old", 6, "years")]),
    "a hyphened duration": ("It ended the family’s four-decade rule.", [("four-decade", 4, "decades")]),
    "a sentence in years": ("He got 12 years in prison.", [("12 years", 12, "years")]),
    "up to": ("He faces up to 30 years in prison.", [("up to 30 years", 30, "years")]),
    "weeks": ("The trial will last six weeks.", [("six weeks", 6, "weeks")]),
}

LEAVES_ALONE = {
    "years": "In 2012 harbour workers struck.",
    "a year before a noun": "The 2016 elections were quiet.",
    "days of the month": "On Dec. 30 people left.",
    "ages of people": "A 14-year-old girl and a man aged 39 days swam.",
    "an age after a name": "Orla Fenwick, 61, swam.",
    "years old": "She is 14 years old.",
    "dates by distance": "It sank three years ago, two days after the storm.",
    "telephone numbers": "Call 555-1234 or 020 7946 0958.",
    "scores": "They won 3-2 and then 4:1.",
    "a result in words": "Rovers lost 4-3 on penalties.",
    "one of": "One of the ferries and two of the people left.",
    "a number by name": "No. 5 people movers.",
    "bare numbers": "There were 12 and then 40.",
    "an address": "She lives at 12 Harbour Road and works at 100 Mill Street.",
    "a model": "Two Boeing 737 jets and an A320 landed.",
    "a section of law": "It falls under Section 12 powers.",
    "a time of day": "It sank at 4:30 p.m. and again at 9 a.m.",
    "a flight": "Flight 212 passengers waited.",
    "dozens": "Dozens of people left, and hundreds of others.",
    "thousands": "Thousands of people left.",
    "a few": "A few people and several ships left.",
    "small numbers of nothing special": "She sent two letters and three parcels.",
    "nine of nothing special": "It sold 9 federal lighthouses.",
    "four words on the way to the noun": "It sold 12 rusty old wooden harbour lighthouses.",
    "four words on the way to the whole": "Half of the poor small old grey town was under water.",
    "the longest month": "On September 30 people left.",
    "the longest word for what has rows": "They live in apartment 12C on the quay.",
    "years that lead to today": "For their previous six years they were quiet.",
    "an ordinal": "The third ship was the first to leave.",
    "a second": "It was over in a second.",
    "the second half": "He scored in the second half.",
    "a quarter": "It fell in the third quarter.",
    "a quarter of an hour": "She waited a quarter of an hour.",
    "half an hour": "She waited half an hour.",
    "half past": "By then it was half past nine.",
    "a page's number": "See page 12 pictures.",
    "a group": "The Group of 20 leaders met.",
    "a road": "Highway 95 bridges were shut.",
    "24/7": "It is open 24/7.",
    "a decade": "Songs of the 1980s were played.",
    "a name with a number": "Formula 1 drivers met.",
    "one at a time": "They left one at a time.",
    "one person": "One person saw it.",
    "a ratio": "The odds were 9/2.",
    "a version": "Version 2.5 users complained.",
    "who won": "Of those who stood 40 won.",
    "one of some": "It is one of nine schools.",
    "a score with a comma": "The score was 12,5.",
    "roads with a letter": "The R21 and the R500 were closed, and so was the N2.",
    "codes that are words": "The COP 28 talks, the SDG 5 goal and the TOP 10 list were named.",
    "a magnitude of thanks": "It was a thank-you of some magnitude.",
}

# Written after the rules: whole sentences, with what they hold.
SENTENCES = [
    ("The flood has killed at least 112 people and displaced 40,000 more.", [(112, "people"), (40_000, "displaced")]),
    ("The death toll rose to 52 on Sunday.", [(52, "dead")]),
    ("Officials put the death toll at more than 300.", [(300, "dead")]),
    ("Turnout was 61.4%, down from 68% in 2019.", [(61.4, "percent"), (68, "percent")]),
    ("The committee voted 12-3 to send the bill on.", [(12, "votes")]),
    ("It will spend £2.3bn on 14 new hospitals by 2030.", [(2.3e9, "GBP"), (14, "hospitals")]),
    ("The company made a profit of $31m on sales of $742m.", [(3.1e7, "USD"), (7.42e8, "USD")]),
    ("Temperatures reached 41.2°C in the south.", [(41.2, "degrees Celsius")]),
    ("The fire has burned 9,000 hectares and 120 houses.", [(9_000, "hectares"), (120, "houses")]),
    ("Nearly two-thirds of those polled want a second vote.", [(2 / 3, "share")]),
    ("Roughly one in three adults is overweight.", [(1 / 3, "share")]),
    ("Orla Fenwick, 44, scored 30 points in 28 minutes.", [(28, "minutes")]),
    ("He was jailed for eight and a half years.", []),
    ("The tunnel is 3.2km long and cost €400 million.", [(3.2, "kilometers"), (4e8, "EUR")]),
    ("More than 1,200 soldiers and 60 vehicles crossed the river.", [(1_200, "soldiers"), (60, "vehicles")]),
    ("The charge carries a maximum of 10 years in prison and a $250,000 fine.", [(10, "years"), (250_000, "USD")]),
    ("He owns a third of the company.", [(1 / 3, "share")]),
    ("She finished 12th in a field of 40.", []),
    ("The A40 and Route 66 were closed at 6.30pm.", []),
    ("The plane, a 20-year-old Corvane 700, had 189 seats.", [(189, "seats")]),
    ("It was 3-0 after 20 minutes.", [(20, "minutes")]),
    ("The bill passed the lower house by 231 votes to 198.", [(231, "votes")]),
    ("Inflation fell to 2.1 percent in May from 2.4 percent a month earlier.", [(2.1, "percent"), (2.4, "percent")]),
    ("An earthquake of magnitude 6.4 struck 30 miles off the coast.", [(6.4, "magnitude"), (30, "miles")]),
    ("Police fired 40 rounds.", [(40, "rounds")]),
    ("The 2,400-mile pipeline will carry 500,000 barrels a day.", [(2_400, "miles"), (500_000, "barrels")]),
    ("It lost 12 of its 40 planes.", [(40, "planes")]),
    ("About 30 per cent of the 1.2 million voters are under 25.", [(30, "percent"), (1.2e6, "voters")]),
    ("The 25-year-old was arrested with three other men.", [(3, "men")]),
    ("Flights 12 and 14 were held for 90 minutes.", [(90, "minutes")]),
    ("She swam 21 miles in 13 hours and 40 minutes.", [(21, "miles"), (13, "hours"), (40, "minutes")]),
    ("They have 7-10 days to reply.", [(7, "days")]),
    ("The lake held 3.5 million cubic metres of water.", [(3.5e6, "cubic meters")]),
    ("In 1998 40 people died there.", [(40, "people")]),
    ("It is sold in 1,000 shops in 12 countries.", [(1_000, "shops"), (12, "countries")]),
]


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(figure.text, pytest.approx(figure.value), figure.unit) for figure in found(text)] == expected


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(pytest.approx(figure.value), figure.unit) for figure in found(text)] == expected


def test_the_sentence_begins_behind_its_dateline() -> None:
    text = "OSTEN, March 3, 2026 — It cost $40 million."
    assert [text[each.sentence.start : each.sentence.end] for each in found(text)] == ["It cost $40 million."]


def test_every_currency_in_use_is_known() -> None:
    territories = get_global("territory_currencies")
    in_use = {code for territory in territories for code in get_territory_currencies(territory)}
    assert in_use - units.MONEY.keys() == set()


@pytest.mark.parametrize("sign", sorted(units.CURRENCY_SIGNS))
def test_every_sign_is_money_in_front_of_a_million(sign: str) -> None:
    assert [(each.text, each.value) for each in found(f"It cost {sign} 3 million.")] == [(f"{sign} 3 million", 3e6)]


@pytest.mark.parametrize("name", sorted({**units.MONEY, **units.MONEY_OF_COUNTRIES}))
def test_every_name_is_money_behind_a_million(name: str) -> None:
    assert [(each.text, each.unit) for each in found(f"It cost 3 million {name}.")] == [
        (f"3 million {name}", {**units.MONEY, **units.MONEY_OF_COUNTRIES}[name])
    ]


def test_the_same_figure_is_given_once_and_spans_hold() -> None:
    text = "Some 12 crews left. It cost $5. The 12 ferries, 12 crews and $5 are gone."
    given = found(text)
    assert [figure.text for figure in given] == ["Some 12 crews", "$5", "12 ferries"]
    assert all(text[figure.start : figure.end] == figure.text for figure in given)
    assert [text[figure.sentence.start : figure.sentence.end] for figure in given] == [
        "Some 12 crews left.",
        "It cost $5.",
        "The 12 ferries, 12 crews and $5 are gone.",
    ]
