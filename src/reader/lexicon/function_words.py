"""Small words of English by what they do in a sentence: open it, join its clauses, point to what is known. Data."""

from reader.lexicon.pronouns import POSSESSIVES
from reader.lexicon.wordlists import listed, words

# They open sentences, in small letters or not, and are hardly ever part of a name.
OPENERS = POSSESSIVES | words(
    """the a an he it she they we i this that these those but and or if when while as after before since until although
    though because despite during however meanwhile in on at for from with by to under about among against according
    what who why how where some many most both each such not now then still also even yet once earlier later instead"""
)
# In front of a noun they make it one already known.
DEFINITE = (POSSESSIVES - {"your"}) | words("the that this these those both")
# They introduce a phrase in front of the sentence: "In a lecture in 2009 she …".
INTRODUCING = words(
    """after although as at because before by during for from if in on once last since though under until when while
    with"""
)
# They begin the clause behind a comma: "…, but it will stay".
JOINING = words("and but because so which than while though although or if when as who")
# What an apostrophe at their head leaves out is no opening mark: ’em, ’til, ’cause. Decades do the same: ’90s.
ELIDED = words("em til cause bout round twas tis n cos kay")
# Behind these in front of a sentence it is the same without them: "Meanwhile, Moss denied it".
CONNECTIVES = words(
    "Still Meanwhile However Instead Also Now Then Nevertheless Moreover Indeed Furthermore Additionally"
)
# They turn a verb round.
NOT = words("not n't n’t never")
# They make a sentence say the opposite, wherever in it they stand.
NEGATIVE = NOT | words("no nobody none nothing neither nor without")
# A sentence that opens with one of these leans on the one before.
LEANING = listed("leaning_words")
