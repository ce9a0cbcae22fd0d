"""The dates events are given, the wording they have in the sentence, and the words that date nothing."""

import pytest

from reader.analysis.time import tense
from reader.analysis.time.story_day import story_day
from reader.analysis.time.timeline import timeline
from reader.model import Event
from reader.text import document, nlp_model

MONDAY = "2017-01-23T20:11:00-08:00"
THURSDAY = "2024-03-14"


def events(text: str, published: str | None = MONDAY) -> tuple[Event, ...]:
    read = document.read(text, nlp_model.load())
    return timeline(read, story_day(read, published).counts_from)


def as_worded(text: str, published: str | None = MONDAY) -> list[tuple[str, str]]:
    found = sorted(events(text, published), key=lambda event: event.when.start)
    return [(event.when.text, event.date) for event in found]


# Published on Monday 23 January 2017.
FINDS = {
    "American date": ("The pier closed Jan. 3, 2016, after a storm.", [("Jan. 3, 2016", "2016-01-03")]),
    "American date, month in full": ("The pier closed on January 3, 2016.", [("January 3, 2016", "2016-01-03")]),
    "British date": ("The pier closed on 30 December 2015.", [("30 December 2015", "2015-12-30")]),
    "British date, abbreviated": ("The pier closed on 30 Dec 2015.", [("30 Dec 2015", "2015-12-30")]),
    "an ordinal": ("The pier closed on the 3rd of January 2016.", [("3rd of January 2016", "2016-01-03")]),
    "ISO 8601": ("The permit was issued on 2016-01-03.", [("2016-01-03", "2016-01-03")]),
    "weekday and date": ("The pier closed on Friday, Dec. 30, 2016.", [("Friday, Dec. 30, 2016", "2016-12-30")]),
    "weekday and British date": ("The pier closed on Friday 30 December.", [("Friday 30 December", "2016-12-30")]),
    "month and year": ("The pier has stood since March 2011.", [("March 2011", "2011-03")]),
    "abbreviated month and year": ("She was elected in Sept. 2014.", [("Sept. 2014", "2014-09")]),
    "month, comma and year": ("She was elected in October, 2014.", [("October, 2014", "2014-10")]),
    "month of a year": ("They met in the May of 2014.", [("May of 2014", "2014-05")]),
    "a year": ("The pier opened in 1987.", [("1987", "1987")]),
    "since a year": ("The valley has been at war since 2011.", [("2011", "2011")]),
    "a year before a noun": ("She survived the 2015 fire at the mill.", [("2015", "2015")]),
    "the crash of a year": ("He lost his job in the crash of 2008.", [("2008", "2008")]),
    "nearest day before": ("A truce was declared Dec. 30.", [("Dec. 30", "2016-12-30")]),
    "nearest day to come": ("The pier will open on 1 March.", [("1 March", "2017-03-01")]),
    "day of this month": ("The ferry sank on Jan. 9.", [("Jan. 9", "2017-01-09")]),
    "a day of months ago": ("The council voted on June 2 to close the pier.", [("June 2", "2016-06-02")]),
    "a day of months to come": ("The council will vote on Aug. 2.", [("Aug. 2", "2017-08-02")]),
    "past month": ("The council closed the pier in March.", [("March", "2016-03")]),
    "month to come": ("The council will close the pier in March.", [("March", "2017-03")]),
    "since a month": ("It has written to the ministry four times since May.", [("May", "2016-05")]),
    "mid-month": ("The levy was introduced in mid-November.", [("mid-November", "2016-11")]),
    "late month": ("The first snow fell in late October.", [("late October", "2016-10")]),
    "last named month": ("It sank last March.", [("last March", "2016-03")]),
    "next named month": ("The pier will open next June.", [("next June", "2017-06")]),
    "a month of last year": ("The mill burned in October last year.", [("October last year", "2016-10")]),
    "day of publication": ("The talks began Monday.", [("Monday", "2017-01-23")]),
    "weekday before": ("The council said Saturday it would wait.", [("Saturday", "2017-01-21")]),
    "weekday on": ("Her lawyers appealed on Thursday.", [("Thursday", "2017-01-19")]),
    "weekday with a time": ("A lorry overturned at about 9:30 a.m. Sunday.", [("Sunday", "2017-01-22")]),
    "weekday night": ("Rescuers were digging on Sunday night.", [("Sunday night", "2017-01-22")]),
    "weekday to come, would": ("The talks would conclude Tuesday.", [("Tuesday", "2017-01-24")]),
    "weekday to come, will": ("A judge will hear the case on Thursday.", [("Thursday", "2017-01-26")]),
    "weekday to come, ended until": ("The session ended until Wednesday.", [("Wednesday", "2017-01-25")]),
    "weekday to come, until": ("The talks were put off until Wednesday.", [("Wednesday", "2017-01-25")]),
    "weekday to come, scheduled": ("A vote is scheduled for Friday.", [("Friday", "2017-01-27")]),
    "weekday to come, forecast": (
        "Heavy rain was forecast again for Wednesday evening.",
        [("Wednesday evening", "2017-01-25")],
    ),
    "weekday to come, is to": ("The minister is to visit the valley on Friday.", [("Friday", "2017-01-27")]),
    "weekday to come, present": ("Voters go to the polls on Sunday.", [("Sunday", "2017-01-29")]),
    "weekday before, with a plan near": (
        "The council, which will vote on the levy, met Saturday.",
        [("Saturday", "2017-01-21")],
    ),
    "weekday before, ruling under appeal": (
        "The union said it will appeal against the ruling made on Friday.",
        [("Friday", "2017-01-20")],
    ),
    "ahead of a weekday": ("She spoke ahead of Tuesday’s vote.", [("Tuesday", "2017-01-24")]),
    "after a weekday": ("Shares fell after Friday’s announcement.", [("Friday", "2017-01-20")]),
    "last weekday": ("The talks began last Monday.", [("last Monday", "2017-01-16")]),
    "last weekday but one": ("The talks began last Thursday.", [("last Thursday", "2017-01-19")]),
    "next weekday": ("The council will vote next Monday.", [("next Monday", "2017-01-30")]),
    "next weekday of the week after": ("The council will vote next Wednesday.", [("next Wednesday", "2017-02-01")]),
    "this weekday": ("The final will be played this Saturday.", [("this Saturday", "2017-01-28")]),
    "two weekdays": (
        "The crews struck on Friday and will meet on Wednesday.",
        [("Friday", "2017-01-20"), ("Wednesday", "2017-01-25")],
    ),
    "a span of weekdays": (
        "Schools will be closed Wednesday through Friday.",
        [("Wednesday through Friday", "2017-01-25/2017-01-27")],
    ),
    "yesterday": ("The ferry sank yesterday.", [("yesterday", "2017-01-22")]),
    "today": ("The council announced today that the levy would stay.", [("today", "2017-01-23")]),
    "tonight": ("The final will be played tonight.", [("tonight", "2017-01-23")]),
    "tomorrow": ("The council will vote tomorrow.", [("tomorrow", "2017-01-24")]),
    "last night": ("Two boats collided last night.", [("last night", "2017-01-22")]),
    "this morning": ("Two boats collided this morning.", [("this morning", "2017-01-23")]),
    "the day before yesterday": ("It sank the day before yesterday.", [("the day before yesterday", "2017-01-21")]),
    "last week": ("It sank last week.", [("last week", "2017-W03")]),
    "earlier this week": ("The levy was dropped earlier this week.", [("earlier this week", "2017-W04")]),
    "next week": ("The talks will go on next week.", [("next week", "2017-W05")]),
    "last month": ("The army won back the town last month.", [("last month", "2016-12")]),
    "last month's": ("It was last month’s defeat that decided it.", [("last month", "2016-12")]),
    "earlier this month": ("She resigned earlier this month.", [("earlier this month", "2017-01")]),
    "later this month": ("The court will rule later this month.", [("later this month", "2017-01")]),
    "next month": ("The talks will go on next month.", [("next month", "2017-02")]),
    "last year": ("It cut stone from the hill until last year.", [("last year", "2016")]),
    "late last year": ("The mine closed late last year.", [("late last year", "2016")]),
    "this year": ("Prices have risen twice this year.", [("this year", "2017")]),
    "next year": ("The bridge will open early next year.", [("early next year", "2018")]),
    "the weekend": ("Thousands marched over the weekend.", [("the weekend", "2017-01-21/2017-01-22")]),
    "last weekend": ("Thousands marched last weekend.", [("last weekend", "2017-01-21/2017-01-22")]),
    "this weekend": ("The pier will reopen this weekend.", [("this weekend", "2017-01-28/2017-01-29")]),
    "three days ago": ("It sank three days ago.", [("three days ago", "2017-01-20")]),
    "a week ago": ("It sank a week ago.", [("a week ago", "2017-W03")]),
    "two weeks ago": ("The strike began two weeks ago.", [("two weeks ago", "2017-W02")]),
    "six months ago": ("She left the party six months ago.", [("six months ago", "2016-07")]),
    "a year ago": ("A year ago, she was a captain.", [("A year ago", "2016")]),
    "years ago in figures": ("The mine closed 12 years ago.", [("12 years ago", "2005")]),
    "more than years ago": ("The mine closed more than 30 years ago.", [("30 years ago", "1987")]),
    "two decades ago": ("The law was passed two decades ago.", [("two decades ago", "1997")]),
    "a century ago": ("The tunnel was dug a century ago.", [("a century ago", "1917")]),
    "weeks from now": ("The election will be held three weeks from now.", [("three weeks from now", "2017-W07")]),
    "a decade": ("The clinic was built in the 1990s.", [("the 1990s", "1990/1999")]),
    "late in a decade": ("The family moved north in the late 1980s.", [("the late 1980s", "1980/1989")]),
    "a decade, short": ("He sang in clubs in the ’70s.", [("the ’70s", "1970/1979")]),
    "the oldest short decade": ("The pier was built in the ’30s.", [("the ’30s", "1930/1939")]),
    "the latest short decade": ("The pier was mended in the ’20s.", [("the ’20s", "2020/2029")]),
    "a century": ("The bell was cast in the 18th century.", [("the 18th century", "1701/1800")]),
    "early in a year": ("The quarry changed hands in early 2015.", [("early 2015", "2015")]),
    "the end of a year": ("The permit expired at the end of 2015.", [("the end of 2015", "2015")]),
    "a quarter": ("Profit doubled in the third quarter of 2016.", [("the third quarter of 2016", "2016-07/2016-09")]),
    "a quarter of last year": (
        "Profit doubled in the second quarter of last year.",
        [("the second quarter of last year", "2016-04/2016-06")],
    ),
    "last quarter": ("Sales fell last quarter.", [("last quarter", "2016-10/2016-12")]),
    "a season of a year": ("The bridge fell in the spring of 2015.", [("the spring of 2015", "2015")]),
    "a season and year": ("The talks failed in summer 2015.", [("summer 2015", "2015")]),
    "last season of the year": ("It sank last winter.", [("last winter", "last winter")]),
    "from year to year": ("She led the union from 2011 to 2014.", [("2011 to 2014", "2011/2014")]),
    "between years": ("Rents doubled between 2011 and 2014.", [("2011 and 2014", "2011/2014")]),
    "a dash between years": ("She led the union in 2011-2014.", [("2011-2014", "2011/2014")]),
    "a short second year": ("The pier made a loss in 2015-16.", [("2015-16", "2015/2016")]),
    "years in brackets": ("Her first term (2011–2014) was quiet.", [("2011–2014", "2011/2014")]),
    "between months": ("The ferries did not run between May and July.", [("May and July", "2016-05/2016-07")]),
    "from month to month of a year": (
        "The mill stood empty from March to June 2015.",
        [("March to June 2015", "2015-03/2015-06")],
    ),
    "days of a month": ("The talks were held on Jan. 16-17 in the capital.", [("Jan. 16-17", "2017-01-16/2017-01-17")]),
    "days of a month, British": (
        "The fair was held on 16–18 September 2015.",
        [("16–18 September 2015", "2015-09-16/2015-09-18")],
    ),
    "from day to day": (
        "The court sat from Jan. 3 to Feb. 4, 2016.",
        [("Jan. 3 to Feb. 4, 2016", "2016-01-03/2016-02-04")],
    ),
    "over the turn of the year": (
        "The mill was shut from December to January.",
        [("December to January", "2016-12/2017-01")],
    ),
    "the past years": ("Rents have doubled in the past five years.", [("the past five years", "2012/2017")]),
    "the last months": (
        "Three mines have closed in the last two months.",
        [("the last two months", "2016-11/2017-01")],
    ),
    "the past weeks": ("Prices rose over the past three weeks.", [("the past three weeks", "2017-W01/2017-W04")]),
    "the past year": ("Four editors have left over the past year.", [("the past year", "2016/2017")]),
    "the next years": ("It will spend the money over the next three years.", [("the next three years", "2017/2020")]),
    "the past decade": ("The town has lost two schools in the past decade.", [("the past decade", "2007/2017")]),
    "Christmas Day": ("The ferry sank on Christmas Day.", [("Christmas Day", "2016-12-25")]),
    "New Year's Eve": ("A warehouse burned down on New Year’s Eve.", [("New Year’s Eve", "2016-12-31")]),
}

LEAVES_ALONE = {
    "no verb": "ELLERY, Friday, 30 December 2016",
    "a day that is a name": "The Good Friday accord was kept, and so was Black Friday.",
    "a habit": "The ferry is late every Monday and on Tuesdays.",
    "a habit, evenings": "The choir meets on Tuesday evenings.",
    "any such day": "It was closed on a Sunday, like any shop.",
    "a namesake": "The Sept. 11 attacks were remembered.",
    "a newspaper": "She told the Sunday Courier that she was well.",
    "a day that does not exist": "It was the 31 February 2016 edition.",
    "a month that is a verb": "They may march, and the second may follow.",
    "a month that is a person": "The plan was drawn up with Orla May. It was later taken over by May.",
    "march on": "Thousands were to march on the capital.",
    "the sun": "The sun was out and the crew sat down.",
    "a second": "It lasted a second, and a minute later it was gone.",
    "to fall": "Prices fall and spring back.",
    "a number like a year": "It was sold for 2016 crowns.",
    "a number of people": "Some 2016 people signed and paid 1999 crowns.",
    "a street": "He lives at 1987 Harbour Road.",
    "a model": "The car was a Corvane 2000 with new tyres.",
    "an age": "He was 39 and she was 14 years old.",
    "a duration": "The strike lasted three weeks and two days.",
    "a duration, hyphened": "The two-year inquiry cost a fortune.",
    "a duration with for": "They were married for 40 years.",
    "a time": "The bell rang at 9:30 and again at noon.",
    "later, from somewhere else": "Two days later the crew was found.",
    "the next day": "The next day nobody spoke.",
    "today in general": "The mill is a museum today.",
    "today's": "Today’s children read less, she said.",
    "now": "Now nobody fishes here.",
    "a score": "They won 3-2 and then 21-14.",
    "a vote": "The law passed 52-48.",
    "a telephone number": "Call 555-1234 or 020 7946 0958 to report it.",
    "a price": "The levy was 2.50 crowns and is now 3.50.",
    "a ratio": "It was carried 9/11 of the time.",
    "a quarter of": "A quarter of the harvest was lost in the fourth quarter of the match.",
    "half": "He scored in the second half and again in the first half.",
    "a season in sport": "She was signed last season.",
    "a generation": "It was lost for generations.",
    "a bill's number": "Proposition 1990 was thrown out.",
    "a group": "The Group of 20 met the Gang of 4.",
    "a highway": "Highway 2012 was closed.",
    "once": "Once the rain stopped, the search went on.",
    "a march": "The March of Dimes gave money.",
    "a March for": "The March for Rivers drew crowds.",
    "a first name": "Augusta Moss and June Holm sang.",
    "a surname": "She said that April Holm had been right.",
    "an hour": "It took an hour and 40 minutes.",
    "percent": "It rose 2000 percent.",
    "daily": "It runs daily, weekly or monthly.",
    "two thousand": "2000 people came.",
    "a film": "She starred in “Friday Night Lights” twice.",
}

# Published on Thursday 14 March 2024: sentences written after the rules, none of which was changed for them but one.
ON_A_THURSDAY = [
    ("Orla Fenwick, who was mayor from 1998 to 2006, died on Tuesday.", ["1998/2006", "2024-03-12"]),
    ("The bridge, opened in the 1930s, was closed in January after cracks were found.", ["1930/1939", "2024-01"]),
    ("Ministers will meet in Brackwater on Monday to discuss the levy.", ["2024-03-18"]),
    ("The regulator fined the firm in November 2022.", ["2022-11"]),
    ("A trial is due to begin on 8 April.", ["2024-04-08"]),
    ("Sales rose in the three months to February.", ["2024-02"]),
    ("The chain, founded in 1884, has closed 40 shops since last summer.", ["1884", "last summer"]),
    ("Police said on Wednesday evening that two men had been arrested.", ["2024-03-13"]),
    ("The storm, expected to make landfall late Friday, has already cut power to 3,000 homes.", ["2024-03-15"]),
    ("By Thursday morning the water had reached the church.", ["2024-03-14"]),
    ("He was last seen at 6 p.m. on March 2.", ["2024-03-02"]),
    ("The council has until the end of May to reply.", ["2024-05"]),
    ("Her first novel came out in 2009 and her second in 2015.", ["2009", "2015"]),
    ("The firm has lost money every year since 2019.", ["2019"]),
    ("In February of last year the roof fell in.", ["2023-02"]),
    ("They have been separated for two years and met again last Sunday.", ["2024-03-10"]),
    ("The election is scheduled for Nov. 5.", ["2024-11-05"]),
    ("The mayor, elected in a landslide two years ago, faces voters again in May.", ["2022", "2024-05"]),
    ("“We lost everything in 1997,” she said, recalling the flood.", ["1997"]),
    ("The two sides signed a truce on 4 March 2023, but fighting resumed in June.", ["2023-03-04", "2023-06"]),
    ("The company said it would cut 300 jobs by the end of the year.", []),
    ("A hearing was set for next Thursday.", ["2024-03-21"]),
    ("The fire broke out shortly after midnight on Saturday.", ["2024-03-09"]),
    ("Voting begins on Saturday and ends on Sunday.", ["2024-03-16", "2024-03-17"]),
    ("The vote, held last month, was declared void on Monday.", ["2024-02", "2024-03-11"]),
    ("The festival runs from 3 to 7 April.", ["2024-04-03/2024-04-07"]),
    ("Between January and March 2020 the clinic saw 4,000 people.", ["2020-01/2020-03"]),
    ("The line has been shut since the weekend.", []),
    ("The painting was stolen in the early hours of 9 August 1994.", ["1994-08-09"]),
    ("Rents fell 3 percent in the year to January 2024.", ["2024-01"]),
    ("He took office in mid-2021.", ["2021"]),
    ("It was built in the late 19th century and rebuilt in the 1950s.", ["1801/1900", "1950/1959"]),
    ("The deal expires in three weeks.", []),
    ("The strike entered its third week on Monday.", ["2024-03-11"]),
    ("The judge said yesterday he would rule by Friday.", ["2024-03-13", "2024-03-15"]),
    ("The clock stopped at 11:04 on the morning of June 6, 1944.", ["1944-06-06"]),
    ("The league will return to Saturday afternoons next season.", []),
    ("She may march with them in May, she said.", ["2024-05"]),
    ("The 1992 law requires a second vote.", ["1992"]),
    ("Exports grew in the fourth quarter of last year.", ["2023-10/2023-12"]),
    ("Half of those polled in a 2021 survey agreed.", ["2021"]),
    ("The group claimed the attack late on Sunday.", ["2024-03-10"]),
    ("He will be sentenced on Sept. 12, 2024.", ["2024-09-12"]),
    ("It was the wettest March on record.", []),
    ("He quit in December 2023 after the vote.", ["2023-12"]),
    ("Earlier this year, the union called a strike.", ["2024"]),
    ("The ferry sinks twice in the second act of “Sunday Bloody Sunday”.", []),
    ("Fewer than 2,000 remain, down from 5,000 in 1990.", ["1990"]),
    ("Mr Holm, 44, moved there a decade ago.", ["2014"]),
    ("The mine closed in 1984-85.", ["1984/1985"]),
]


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert as_worded(text) == expected


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert as_worded(text) == []


@pytest.mark.parametrize(("text", "expected"), ON_A_THURSDAY)
def test_on_a_thursday(text: str, expected: list[str]) -> None:
    assert [date for _, date in as_worded(text, THURSDAY)] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param("It sank last week.", "2017-01-01", "2016-W51", id="a week of the year before"),
        pytest.param("It sank last month.", "2017-01-31", "2016-12", id="a month of the year before"),
        pytest.param("It sank a month ago.", "2017-03-31", "2017-02", id="a month with fewer days"),
        pytest.param("It sank on Feb. 29.", "2024-05-06", "2024-02-29", id="a leap day"),
        pytest.param("It sank on Dec. 31.", "2024-01-01", "2023-12-31", id="the day before, in another year"),
        pytest.param("It will sail on Jan. 1.", "2023-12-31", "2024-01-01", id="the day after, in another year"),
        pytest.param("It sank on Friday, Dec. 30.", "2017-06-01", "2016-12-30", id="a weekday that tells the year"),
        pytest.param("It sank last weekend.", "2017-01-22", "2017-01-14/2017-01-15", id="last weekend, on a Sunday"),
        pytest.param("Crowds marched this weekend.", "2017-01-22", "2017-01-21/2017-01-22", id="a weekend still on"),
        pytest.param("It will sail next Monday.", "2017-01-22", "2017-01-23", id="next Monday, on a Sunday"),
        pytest.param("It sank last quarter.", "2017-05-15", "2017-01/2017-03", id="the quarter before"),
    ],
)
def test_at_the_turn_of_something(text: str, published: str, expected: str) -> None:
    assert [event.date for event in events(text, published)] == [expected]


# Published on Thursday 20 August 2026.
IN_AUGUST = {
    "the last one, no verb that tells": ("Families of those taken Oct. 7 met him.", ["2025-10-07"]),
    "the last one, in front of a known noun": ("He will be asked about Holm’s Oct. 7 call.", ["2025-10-07"]),
    "the last one, spoken of": ("The mayor says Oct. 7 is a turning point.", ["2025-10-07"]),
    "the last one, since": ("Since Oct. 7, more than 40,000 people have left.", ["2025-10-07"]),
    "the last one, whose verb is of now": ("He is likely to face questions about Holm’s Oct. 7 call.", ["2025-10-07"]),
    "the next one, as near as may be": ("Crowds are ready for the Sept. 20 parade, hotels full.", ["2026-09-20"]),
    "the next one, too far": ("Crowds are ready for the Sept. 21 parade, hotels full.", ["2025-09-21"]),
    "by the verb, as far as may be": ("The pier will open on May 21.", ["2027-05-21"]),
    "by the verb, too far": ("The pier will open on May 22.", ["May 22"]),
    "the next one, near": ("Crowds are ready for the Sept. 6 parade, hotels full.", ["2026-09-06"]),
    "the next one, by the verb": ("The pier will open on Oct. 7.", ["2026-10-07"]),
    "an election to come": ("He lost ground before the Nov. 3 election.", ["2026-11-03"]),
    "an election that has been": ("He lost the July 12 election.", ["2026-07-12"]),
    "planned for a day that may be past": ("It had planned to raise the levy on July 1.", ["July 1"]),
    "planned for a month that may be past": ("She was due to be released in July.", ["July"]),
    "a feast to come, however far": ("The fair will be held on Valentine’s Day.", ["2027-02-14"]),
    "a run that is on": ("The fair takes place 18-24 August.", ["2026-08-18/2026-08-24"]),
    "months that count from a day of the story": ("His health declined over the next three months.", []),
    "the next year, of the story": ("The next year, the mill burned down.", []),
    "the next months": ("He will rest over the next three months.", ["2026-08/2026-11"]),
}


@pytest.mark.parametrize(("text", "expected"), IN_AUGUST.values(), ids=IN_AUGUST)
def test_nothing_past_lies_ahead(text: str, expected: list[str]) -> None:
    assert [date for _, date in as_worded(text, "2026-08-20")] == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Ferry sinks Friday off the cape", []),
        ("What the council decides on Sept. 1", []),
        ("Ferry that sank in 1987 is raised", ["1987"]),
    ],
)
def test_a_heading_dates_only_what_it_gives_a_year(heading: str, expected: list[str]) -> None:
    text = f"The crews were saved.\n\n{heading}\n\nNobody was hurt."
    assert [event.date for event in events(text, "2026-08-20")] == expected


@pytest.mark.parametrize("published", [None, "", "yesterday", "2017-13-40"])
def test_without_a_day_of_publication_wording_stays(published: str | None) -> None:
    text = "The talks began Monday. It sank on Dec. 30. It sank last week. The pier opened in the 1980s."
    assert [event.date for event in events(text, published)] == ["1980/1989", "Monday", "Dec. 30", "last week"]


def test_what_somebody_calls_today_is_left_alone() -> None:
    assert as_worded("“We met yesterday and today we signed,” she said Saturday.") == [("Saturday", "2017-01-21")]


def test_a_dateline_dates_nothing() -> None:
    text = "PORT ELLERY, Jan. 20 (Northwire) — The ferry sank on Thursday."
    assert as_worded(text) == [("Thursday", "2017-01-19")]
    assert as_worded(f"Ferry sinks\n\n{text}") == [("Thursday", "2017-01-19")]


def test_an_event_begins_behind_the_dateline() -> None:
    text = "PORT ELLERY, Corvane — The ferry sank on Thursday."
    (event,) = events(text)
    assert event.text == "The ferry sank on Thursday." == text[event.start : event.end]


def test_events_are_in_order_of_time_with_their_sentence() -> None:
    text = "The talks began Monday. A truce was declared Dec. 30. Crews met last winter. It has been war since 2011."
    found = events(text)
    assert [event.date for event in found] == ["2011", "2016-12-30", "2017-01-23", "last winter"]
    assert [event.text for event in found][1] == "A truce was declared Dec. 30."
    assert all(text[event.start : event.end] == event.text for event in found)
    assert all(text[event.when.start : event.when.end] == event.when.text for event in found)


def test_sentences_of_one_day_stay_apart_and_one_sentence_gives_a_day_once() -> None:
    text = "The ferry sank Saturday. Two crew were rescued Saturday, and on Saturday night it was raised."
    assert [(event.date, event.start) for event in events(text)] == [("2017-01-21", 0), ("2017-01-21", 25)]


def test_a_verb_is_looked_at_once_however_many_dates_hang_on_it() -> None:
    words = document.read("The council voted on Friday.", nlp_model.load()).doc
    told: dict[int, tense.Tense | None] = {}
    assert tense.beside(words[4], told) == "past"
    assert told == {2: "past"}
    assert tense.beside(words[4], {2: "future"}) == "future"
