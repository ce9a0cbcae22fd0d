"""Capitalised words that are nobody's name: laws, peoples, platforms, and nouns that begin with a capital. Data."""

from reader.lexicon.wordlists import words

# What a run of words is that one of these heads: "Fisheries Act", "Declaration of Ellery". Of 44 organisations so named
# in the articles that the name tagger learned from six were marked as such.
HEADS = words(
    """act bill law laws regulations ordinance treaty accord agreement protocol plan strategy certificate award
    awards prize medal games championship championships tournament festival summit day week month year era war
    statement declaration generation generations peoples islander islanders languages
    constitution manifesto amendment"""
)
# With a capital they are no body of their own: "the Opposition", "Partition".
ALONE = words(
    """opposition partition republic people palace level independence proposal act edition project founder correction
    death group company unique block islam covid hijab turnout physics maths extraordinary plenipotentiary"""
)
WHOLE = frozenset(("first nations", "first nation", "stolen generations", "stolen generation", "press release"))
# Peoples, faiths and tongues.
PEOPLES = words(
    """aboriginal aboriginals aborigine aborigines indigenous maori inuit metis hausa hausas igbo igbos yoruba yorubas
    fulani kikuyu luo kalenjin zulu xhosa sikh sikhs hindu hindus muslim muslims christian christians catholic catholics
    protestant protestants jew jews jewish dalit dalits brahmin brahmins lingayat lingayats vokkaliga vokkaligas punjabi
    punjabis gujarati gujaratis bengali bengalis tamil tamils marathi kashmiri kashmiris sinhalese malay malays kurd
    kurds kurdish uyghur uyghurs uighur uighurs rohingya rohingyas tibetan tibetans african africans asian asians
    european europeans american americans british indian indians pakistani pakistanis australian australians tasmanian
    tasmanians chinese arab arabs hispanic hispanics latino latinos hindi urdu english french swahili arabic
    northerners southerners westerners"""
)
# Right behind a name for a people, of one of them or all, of their tongue and their land.
OF_PEOPLES = words("man men woman women elder elders people peoples clan tribe tribes nation language songline")
# Before the name of a ship.
SHIPS = words("ins hms uss hmas hmcs hmnzs pns bns rms mv fv usns uscgc")
# What people post on. Where these words stand before or behind, the firm itself does nothing.
PLATFORMS = words("twitter facebook instagram youtube tiktok whatsapp telegram linkedin reddit snapchat wechat weibo")
POSTED_ON = words("on via through across over")
POSTS = words("page post posts account accounts handle video videos user users live feed thread channel")
# Of the peoples and tongues those that are somebody's name as well.
ALSO_NAMES = words("christian english french german luo malay zulu african british indian")
