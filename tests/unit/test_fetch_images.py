"""Lead images: fetched from the web alone, checked to be images, made small."""

import io
import struct
import warnings
import zlib
from collections.abc import Callable

import pytest
from PIL import Image
from pytest_httpserver import HTTPServer

from reader.errors import FetchError
from reader.fetch import images
from reader.model import Source


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the machine must not stand between the test and its own server."""
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    content = io.BytesIO()
    Image.new(mode, size).save(content, kind)
    return content.getvalue()


def huge_header(width: int, height: int) -> bytes:
    """A PNG that says it is this large, and holds nothing."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 9) + b"IDAT"


def failure(call: Callable[[], bytes]) -> str:
    with pytest.raises(FetchError) as caught:
        call()
    assert caught.value.hint
    return caught.value.message


def fetched(url: str) -> bytes:
    return images.fetch(url, Source("http://127.0.0.1/", "html", is_private=True))


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content), formats=("PNG",))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_what_pages_use_becomes_a_png(httpserver: HTTPServer, kind: str) -> None:
    httpserver.expect_request("/lead").respond_with_data(picture(kind), content_type=f"image/{kind.lower()}")
    small = opened(fetched(httpserver.url_for("/lead")))
    assert (small.size, small.mode) == ((40, 30), "RGB")


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16"), ("JPEG", "CMYK"), ("JPEG", "L")]
)
def test_any_kind_of_colour_is_shown(kind: str, mode: str) -> None:
    assert opened(images.small_png(picture(kind, mode=mode))).mode == "RGB"


def test_a_large_one_is_made_small_in_its_shape() -> None:
    assert opened(images.small_png(picture(size=(4000, 1000), mode="L"))).size == (1600, 400)


def test_nothing_but_the_picture_goes_further() -> None:
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Taken at the home of a source"
    Image.new("RGB", (9, 9)).save(content, "JPEG", exif=exif)
    assert b"home of a source" in content.getvalue()
    assert b"home of a source" not in images.small_png(content.getvalue())


def test_a_redirect_is_followed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/old").respond_with_data("", status=302, headers={"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data(picture(), content_type="IMAGE/PNG; charset=binary")
    assert opened(fetched(httpserver.url_for("/old"))).size == (40, 30)


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://harbourpost.example/x.png", "data:image/png;base64,AAAA"]
)
def test_a_redirect_leads_to_the_web_only(httpserver: HTTPServer, target: str) -> None:
    httpserver.expect_request("/lead").respond_with_data("", status=302, headers={"Location": target})
    assert "no web page" in failure(lambda: fetched(httpserver.url_for("/lead")))


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "/etc/hostname", "data:image/png;base64,AAAA", "ftp://harbourpost.example/x", ""]
)
def test_the_web_only(url: str) -> None:
    assert "is not a web address" in failure(lambda: fetched(url))


@pytest.mark.parametrize("content_type", ["text/html", "application/octet-stream", "imagery/png", ""])
def test_what_calls_itself_something_else_is_left(httpserver: HTTPServer, content_type: str) -> None:
    httpserver.expect_request("/lead").respond_with_data(picture(), content_type=content_type)
    assert "sent no image" in failure(lambda: fetched(httpserver.url_for("/lead")))


def test_a_page_that_is_gone(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/lead").respond_with_data("gone", status=404, content_type="image/png")
    assert failure(lambda: fetched(httpserver.url_for("/lead")))


def test_too_many_bytes(httpserver: HTTPServer) -> None:
    small = picture()
    for name, size in (("fits", 10_000_000), ("over", 10_000_001)):
        content = small + b"\0" * (size - len(small))
        httpserver.expect_request(f"/{name}").respond_with_data(content, content_type="image/png")
    assert opened(fetched(httpserver.url_for("/fits"))).size == (40, 30)
    assert "larger than 10 MB" in failure(lambda: fetched(httpserver.url_for("/over")))


DAMAGED = [
    ("half of it", picture("JPEG", (300, 300))[:400]),
    ("nothing", b""),
    ("words", b"no image at all"),
    ("a drawing with scripts", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    ("a kind that pages do not use", picture("TIFF")),
    ("a kind with commands in it", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
    ("more pixels than any", huge_header(60_000, 60_000)),
]


@pytest.mark.parametrize("content", [row[1] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_damaged(content: bytes) -> None:
    assert "damaged, or of a kind" in failure(lambda: images.small_png(content))


def test_too_many_pixels_are_not_unpacked() -> None:
    assert "10000 × 5001 pixels" in failure(lambda: images.small_png(huge_header(10_000, 5001)))
    assert "damaged" in failure(lambda: images.small_png(huge_header(10_000, 5000)))


def test_warnings_are_as_before() -> None:
    before = list(warnings.filters)
    images.small_png(picture())
    assert list(warnings.filters) == before
