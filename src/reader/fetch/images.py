"""The lead image of an article: fetched like a page, checked to be one, and made small enough for a terminal.

Needs Pillow, which comes with the extra "images"; nothing asks for an image without it.
"""

import io
import warnings

from reader.errors import FetchError
from reader.fetch import request, web
from reader.model import Source

# Lead images as sent to browsers are 0.1 to 2 MB; ten is a press photograph nobody meant for a page.
MAX_BYTES = 10_000_000
WHOLE_SECONDS = 20.0
# Camera pictures have up to 50 million pixels; a file that unpacks to more is made to fill the memory.
MAX_PIXELS = 50_000_000
# The widest terminals show some 300 cells of 10 pixels; half of that is sharp at any size the modal has.
MOST_PIXELS_ACROSS = 1600
# What news pages use. Other decoders of Pillow stay closed to what comes off the web.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_HINT = "o opens the article in the browser."


def fetch(url: str, led_by: Source) -> bytes:
    """Fetch an image.

    Args:
        url: an http or https address.
        led_by: the page that names it.

    Returns:
        A PNG of at most `MOST_PIXELS_ACROSS` pixels either way, written by us: none of the page's bytes go further.

    Raises:
        FetchError: it could not be had, is no image, or is too large.
    """
    with request.get(url, led_by=led_by, whole=WHOLE_SECONDS) as answer:
        web.check_status(answer)
        media = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if not media.startswith("image/"):
            raise FetchError(f"{answer.host} sent no image.", _HINT)
        content = answer.read(MAX_BYTES)
    return small_png(content)


def small_png(content: bytes) -> bytes:
    """Decode an image and write it anew, small.

    Raises:
        FetchError: it is damaged, of a kind that is not read, or unpacks to too much.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Pillow warns of odd metadata and of large images; the size is checked below, before anything is decoded.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise FetchError(f"The image has {image.width} × {image.height} pixels, too many to show.", _HINT)
                image.thumbnail((MOST_PIXELS_ACROSS, MOST_PIXELS_ACROSS))
                small = io.BytesIO()
                image.convert("RGB").save(small, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        # Pillow's decoders raise all of these on damaged files.
        raise FetchError("The image is damaged, or of a kind that cannot be shown.", _HINT) from error
    return small.getvalue()
