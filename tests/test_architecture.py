"""The shape of the code, beyond the direction of imports (which `make check` holds to its contracts)."""

import ast
import re
from collections.abc import Iterator
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
    for folder in ("bot", "dialogs", "tests", "training", "benchmarks")
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


def test_whatever_has_a_name_is_read_somewhere() -> None:
    """But what a library reads: decorated, in a class with a base of its own, or a migration."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in EVERYWHERE.values()}
    known = {name for tree in trees.values() for name in names_read(tree)}
    unread = [
        f"{path.relative_to(PROJECT)}: {name}"
        for path, tree in trees.items()
        if "migrations" not in path.parts
        for name in names_given(tree)
        if name not in known and not name.startswith(("test_", "pytest", "__"))
    ]
    assert unread == []


def names_given(tree: ast.Module) -> Iterator[str]:
    """The names that a module gives to functions, classes and values, and its classes to what they do."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(decorator_list=[]) | ast.AsyncFunctionDef(decorator_list=[]):
                yield node.name
            case ast.ClassDef(bases=[]):
                yield node.name
                yield from names_given(
                    ast.Module([each for each in node.body if not isinstance(each, ast.AnnAssign)], [])
                )
            case ast.ClassDef():
                yield node.name
            case ast.Assign():
                yield from (
                    each.id for target in node.targets for each in ast.walk(target) if isinstance(each, ast.Name)
                )
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def names_read(tree: ast.Module) -> Iterator[str]:
    """The names that a module reads, imports or passes on; also in short texts, by which some are looked up."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()) | ast.alias(name=name):
                yield name
            case ast.Constant(value=str() | bytes() as text) if len(text) < 60:
                yield from re.findall(r"\w+", str(text))
