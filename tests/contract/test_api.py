"""The public Python API: names, signatures, and that they stay callable whatever has been imported."""

import importlib
import inspect
import pkgutil
import subprocess
import sys

import pytest

import reader

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
