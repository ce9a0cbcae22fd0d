"""How pictures are credited: at the end of a caption, or in a line of their own. Patterns alone."""

import re

from reader.extract.phrase_patterns import any_of
from reader.lexicon.agencies import SIGNATURE

# A credit at the end of a caption, in brackets or behind a label: "(AP Photo/Ada Moss)", "Photo: Ada Moss/Harbour".
IN_BRACKETS = re.compile(
    r"(?:(?<!\s)\s++)?[(\[](?=[^()\[\]]*?(?:photo|image|picture|file|foto|bild|credit|courtesy|provided|handout|"
    rf"\b(?-i:{SIGNATURE})\b|[A-Z][\w.'’-]{{1,40}} [A-Z][\w.'’-]{{1,40}} ?/ ?[^()\[\]]))"
    r"(?P<credit>[^()\[\]]++)[)\]]\s*+$",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"(?:(?<!\s)\s++)?(?:[|•–—]\s*+)?(?P<credit>(?:photo(?:graph|graphy)?|image|picture|illustration|foto|bild|cr[ée]dit|source|courtesy)"
    r"(?: (?:by|credit|courtesy|of)){0,3}\s*+[:/]\s*[^.]{2,80}|©\s?[^.]{2,80})\.?\s*+$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^(?:image |photo |picture )?(?:credit|source|caption)\s*[:,]\s*|^(?:photo|photograph|image|picture|foto|bild)"
    r"(?: by)?\s*[:/]\s*|^photo by\s+|^©\s*",
    re.IGNORECASE,
)
# A line that credits a picture and says nothing else: "Photo: Ada Moss/Harbour Post", "Getty Images".
LINE = re.compile(
    r"^\W*"
    + any_of(
        r"(?:photo(?:graph|s|graphy)?|images?|pictures?|video|illustration|fotos?|bild|bilder)"
        r"(?: (?:credit|source|courtesy|caption|by|via|used|from|©)[\w ]{0,30})?\s*[:/©]",
        r"(?:photo|image|picture)s? (?:by|courtesy|credit|used under)\b",
        r"credits?\s*:|getty images|shutterstock|file photo",
    )
    + r"(?:[^.!?]|\.\w){0,120}\.?$",
    re.IGNORECASE,
)
# "Ferries at dusk. (AP Photo/Ada Moss)", "(Ada Moss / The Harbour Post)", "(Photo provided by Harbour Police)".
CAPTION_END = re.compile(
    r"[(\[]"
    + any_of(
        r"(?:AP |File |Handout |Courtesy )?(?:Photo|Image|Picture|Foto)s?\b[^()\[\]]{0,80}",
        rf"[^()\[\]]{{2,60}}/(?:{SIGNATURE})[^()\[\]]{{0,30}}",
        r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} ?/ ?[A-Z][^()\[\]]{2,40}",
    )
    + r"[)\]]\W*$"
)
