"""The one table of what is taken out of a text before it is shown: classes of characters, for whoever shows one."""

# What a terminal obeys: C0 but tab and newline, DEL, C1.
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
# Marks, embeddings, overrides and isolates of direction: they reorder what stands around them (CVE-2021-42574).
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Line ends that not everything takes for such.
SEPARATORS = "\u2028\u2029"
# Unseen, or a space that is none: soft hyphen, grapheme joiner, Hangul and Khmer fillers, Mongolian separator,
# zero-width space, word joiner and invisible operators, byte order mark, interlinear marks. ZWNJ and ZWJ (200c, 200d)
# are handled apart: Persian, Indic scripts and emoji need them.
HIDDEN = "\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
SURROGATES = "\ud800-\udfff"
# Beyond the first plane: marks of musical notation, "tag" characters, numbered variants.
HIDDEN_BEYOND = "\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
