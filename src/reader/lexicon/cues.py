"""Cue words as data: which words give speech to somebody, what they take, and the speech act each performs."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from reader.lexicon.wordlists import words

Frame = Literal["that", "quote", "as", "object", "to", "for", "of", "question"]

# lemma: the frames it takes (t that-clause, q quotation, a as-phrase, o object, i infinitive, f for-phrase,
# e of-phrase, w wh-clause), under its speech act. The acts are the
# classes of English speech-act verbs, as news copy uses them.
_FRAMES: dict[str, Frame] = {
    "t": "that", "q": "quote", "a": "as", "o": "object", "i": "to", "f": "for", "e": "of", "w": "question",
}  # fmt: skip
_TABLE = """
say: say/tqw tell/tqwio speak/q write/tqw tweet/tqo post/tqo state/tqo comment/tq remark/tq mention/to note/tqo
say: observe/tq quip/tq joke/tq begin/q open/q continue/q go/q sum/q put/q recount/tqo recall/tqo relate/tqo narrate/tqo
say: email/tq text/tq mumble/tq mutter/tq murmur/tq whisper/tq sigh/q laugh/q smile/q grin/q shrug/q nod/q speculate/tq
say: reflect/tq muse/tq ponder/tqw wonder/tqw volunteer/tq interject/tq chime/q drawl/q intone/q opine/tq read/tq
say: reiterate/tqo repeat/tqo echo/tqo stress/tqo emphasize/tqo emphasise/tqo underscore/to underline/to add/tq
say: express/o voice/o describe/a depict/a portray/a characterize/a characterise/a refer/a term/o dub/o label/oa
say: brand/oa call/oqf name/o liken/o compare/o cite/to quote/o discuss/o detail/to
say: outline/to elaborate/tq
answer: answer/tq reply/tq respond/tq retort/tq rejoin/tq counter/tq shoot/q
explain: explain/tqw clarify/tqw illustrate/tw
announce: announce/tqo declare/tqoa proclaim/tqo report/tqo reveal/tqow disclose/tqow release/o unveil/o confirm/tqo
announce: inform/to notify/to publish/o testify/tq tout/o signal/to indicate/tqo
claim: claim/tqi allege/tq assert/tqo contend/tq maintain/tq insist/tqo argue/tqf posit/tq purport/i profess/ti swear/ti
claim: affirm/tqo aver/tq avow/tq attest/t charge/tq suggest/tqo imply/to hint/tq theorize/tq
deny: deny/tqo dispute/to dismiss/oa reject/oa rebut/o refute/to disavow/o contradict/o disagree/tq
deny: debunk/o decline/i refuse/i
accuse: accuse/oe blame/of fault/of chide/o
criticise: criticize/oaf criticise/oaf condemn/oaf denounce/oaf decry/oa deride/oa lambast/oaf lambaste/oaf slam/oaf
criticise: blast/oaf rip/oaf attack/oaf rebuke/of mock/oaf ridicule/oaf bemoan/to lament/tqo deplore/o scold/o
criticise: complain/tq gripe/tq grumble/tq fume/q rail/q object/tq protest/tq scoff/tq sneer/q assail/oa bash/oaf
criticise: chastise/of castigate/of disparage/oa lash/q
criticise: question/ow knock/o hit/o fire/q snap/q
praise: praise/oaf hail/oa laud/oaf commend/of applaud/of congratulate/of thank/of compliment/o celebrate/o salute/o
praise: credit/o extol/o boast/tq brag/tq gush/q rave/q cheer/q welcome/o endorse/o back/o
promise: promise/tqi pledge/tqi vow/tqi guarantee/to assure/tqo commit/i threaten/ti offer/tqi undertake/i
warn: warn/tqo caution/tqo alert/to
demand: demand/tqoi urge/tqo order/to insist/t require/t plead/qi beg/qi exhort/qo implore/qo appeal/f call/f press/o
demand: instruct/to command/tqo direct/o lobby/f request/to petition/f
ask: ask/tqwoi inquire/qw query/qw
propose: propose/tqoi recommend/tqo advise/tqo advocate/tof counsel/o encourage/o invite/o move/t
agree: agree/tqi concede/tqo admit/tqo acknowledge/tqo accept/to grant/t concur/tq allow/t confess/tq recognize/t
agree: apologize/qf apologise/qf regret/to
estimate: estimate/to calculate/to reckon/t project/ti put/o gauge/o rate/o figure/t
predict: predict/tqo forecast/to expect/ti foresee/to anticipate/to envision/o bet/t prophesy/t
believe: believe/to think/to feel/to know/to hope/ti fear/ti want/i consider/o view/oa see/oa regard/oa doubt/to
believe: assume/t suspect/to worry/tq love/i hate/i wish/ti prefer/oi understand/t realize/t remember/tqo
believe: imagine/t like/i
find: find/to conclude/tqo show/to determine/to rule/tq hold/t decide/ti learn/t discover/t judge/t report/t
find: hear/t read/t document/o demonstrate/to establish/t
shout: shout/tq yell/tq scream/tq cry/q chant/tq exclaim/q bellow/q roar/q sing/q bark/q
"""

# Nouns that carry what somebody said: "his claim that …", "in a statement", "the report said".
SPEECH_NOUNS = words(
    """statement claim report announcement warning comment remark tweet post letter email e-mail memo message
    accusation allegation assertion argument denial promise pledge vow threat call demand request question
    answer response reply speech address testimony interview suggestion proposal recommendation prediction
    forecast estimate belief view opinion criticism complaint praise concern fear hope filing lawsuit complaint
    affidavit indictment ruling opinion study survey poll analysis release communique communiqué dispatch note
    blog editorial column book memoir document documents records press-release transcript video posting tweet
    readout"""
)

# Prepositions that give what stands beside them to somebody: "according to police", "per the report".
ACCORDING = frozenset({"according", "per"})


class Cue(NamedTuple):
    """One cue word: its lemma, speech act, and the frames it takes."""

    lemma: str
    act: str
    frames: frozenset[Frame]


def _parse(table: str) -> Iterable[Cue]:
    for line in table.strip().splitlines():
        act, _, entries = line.partition(":")
        for entry in entries.split():
            lemma, _, letters = entry.partition("/")
            yield Cue(lemma, act, frozenset(_FRAMES[letter] for letter in letters))


CUES: dict[str, Cue] = {}
for _cue in _parse(_TABLE):
    # A lemma listed twice keeps its first act and takes the frames of both.
    _first = CUES.get(_cue.lemma, _cue)
    CUES[_cue.lemma] = Cue(_cue.lemma, _first.act, _first.frames | _cue.frames)

# What a word of speech other than a listed verb performs.
_NOUN_ACTS = {
    noun: act
    for act, nouns in {
        "accuse": "accusation", "claim": "allegation claim assertion", "deny": "denial",
        "promise": "promise pledge vow threat", "warn": "warning", "demand": "call demand", "ask": "request question",
        "announce": "announcement", "criticise": "criticism complaint", "praise": "praise",
        "predict": "prediction forecast", "estimate": "estimate", "propose": "proposal recommendation suggestion",
        "find": "ruling study survey", "believe": "belief fear hope view", "answer": "answer response reply",
    }.items()
    for noun in words(nouns)
}  # fmt: skip


def speech_act(lemmas: Iterable[str]) -> str:
    """The act of a cue given the lemmas of its words, the most telling one: "said in warning" -> warn.

    A plain "say" gives way to any other listed word; words not listed perform "say".
    """
    act = "say"
    for lemma in lemmas:
        cue = CUES.get(lemma)
        found = cue.act if cue else _NOUN_ACTS.get(lemma)
        if found and found != "say":
            return found
    return act
