"""The shape of the code, beyond the direction of imports (which `make check` holds to its contracts)."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent
MODULES = [path for folder in ("bot", "dialogs") for path in (PROJECT / folder).rglob("*.py")]
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "manager",
    "service",
    "const",
    "constants",
    "misc",
}


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_a_module_is_small_and_its_name_says_something() -> None:
    assert [str(path) for path in MODULES if lines(path) > 250] == []
    assert [str(path) for path in MODULES if path.stem in EMPTY_NAMES] == []


def test_most_modules_are_very_small() -> None:
    assert median(lines(path) for path in MODULES) <= 80


def test_every_module_of_the_dialogue_says_what_it_is_for() -> None:
    for path in MODULES:
        if path.stat().st_size:
            assert path.read_text(encoding="utf-8").startswith('"""'), path.relative_to(PROJECT)


EVERYWHERE = {
    ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): path
    for folder in ("bot", "dialogs", "tests", "benchmarks")
    for path in (PROJECT / folder).rglob("*.py")
    if ".venv" not in path.parts
}


def imported(path: Path) -> set[str]:
    """The modules of ours that a module imports, wherever in it, also for types alone."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            submodules = {f"{node.module}.{name.name}" for name in node.names}
            found |= submodules & EVERYWHERE.keys() or {node.module}
    return found & EVERYWHERE.keys()


def test_no_files_import_each_other_in_a_circle() -> None:
    graph = {name: imported(path) - {name} for name, path in EVERYWHERE.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from None
