"""The public Python API: names, signatures, and that they stay callable whatever has been imported."""

import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import reader
from reader.errors import NotAnArticle

SIGNATURES = {
    "read": "(source)",
    "clean": "(html, url=None)",
    "analyze": "(text, *, headline=None, key_points=5, language='en', method='news')",
    "to_markdown": "(reading, template=None)",
    "to_json": "(reading)",
}


def without_types(function: object) -> str:
    signature = inspect.signature(function)  # type: ignore[arg-type]
    bare = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in signature.parameters.values()]
    return str(inspect.Signature(bare))


def test_all_lists_exactly_the_api() -> None:
    assert sorted(reader.__all__) == sorted(SIGNATURES)


@pytest.mark.parametrize("name", SIGNATURES)
def test_signature(name: str) -> None:
    assert without_types(getattr(reader, name)) == SIGNATURES[name]


def test_functions_are_not_replaced_by_modules_of_the_same_name() -> None:
    """Importing `reader.x` sets the attribute x of `reader`: a package of the name of a function would replace it."""
    modules = [module.name for module in pkgutil.walk_packages(reader.__path__, "reader.")]
    assert "reader.pipeline" in modules
    code = "import importlib, sys, reader\n"
    code += "for name in sys.argv[1:]: importlib.import_module(name)\n"
    code += "assert all(callable(getattr(reader, name)) for name in reader.__all__)\n"
    run = subprocess.run([sys.executable, "-c", code, *modules], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_every_module_says_what_it_owns() -> None:
    for module in pkgutil.walk_packages(reader.__path__, "reader."):
        document = importlib.import_module(module.name).__doc__
        assert document, module.name
        assert document.strip(), module.name


@pytest.mark.parametrize("form", [str, str.encode], ids=["text", "bytes"])
def test_a_page_that_lists_articles_is_refused_with_one_to_read_instead(form: Callable[[str], str | bytes]) -> None:
    headlines = [f"Council of {town} votes to rebuild the old pier" for town in ("Brindle", "Harwell", "Corvane") * 2]
    cards = "".join(f"<h2><a href='/{n}-votes'>{headline}</a></h2>" for n, headline in enumerate(headlines))
    with pytest.raises(NotAnArticle) as caught:
        reader.clean(form(f"<title>Harbour Post</title><body>{cards}"), "https://harbourpost.example/")
    assert caught.value.message == "https://harbourpost.example/ lists articles and is none itself."
    assert "https://harbourpost.example/0-votes" in caught.value.hint


def test_a_front_page_is_no_reading(tmp_path: Path) -> None:
    cards = "".join(
        f"<h2><a href='https://harbourpost.example/{n}'>Town {n} votes for a pier</a></h2>" for n in "abcdef"
    )
    (tmp_path / "front.html").write_text(f"<meta property='og:type' content='website'><body>{cards}", encoding="utf-8")
    with pytest.raises(NotAnArticle, match="lists articles"):
        reader.read(tmp_path / "front.html")
