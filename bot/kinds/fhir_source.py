"""FHIR resources as programs write them: one in JSON or XML, a bundle of many, or one a line (NDJSON)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from bot.kinds.charset import decoded
from bot.kinds.strict_xml import NotXml, attribute, local, tree
from bot.kinds.worded import TooMuch, Torn

Resource = dict[str, Any]
MOST = 50_000
"""Resources in a file."""
_SPACE = "http://hl7.org/fhir"
_LOOKED_AT = 64 << 10


def resources_in(data: bytes) -> list[Resource] | None:
    """The resources of a file, bundles opened; None if it is no FHIR. Raises `Torn`, `TooMuch`."""
    head = data[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head[:1] in (b"{", b"["):
        roots = _of_json(data) if b'"resourceType"' in data.replace(b"\0", b"") else None
    else:
        roots = _of_xml(data) if head[:1] == b"<" and _SPACE.encode() in head else None
    if roots is None:
        return None
    found: list[Resource] = []
    for root in roots:
        for resource in _opened(root, 0):
            found.append(resource)
            if len(found) > MOST:
                raise TooMuch
    return found


def _opened(resource: Any, depth: int) -> Iterator[Resource]:
    """What is in a bundle, and in bundles in it; else the resource itself."""
    if not isinstance(resource, dict) or not isinstance(resource.get("resourceType"), str) or depth > 3:
        return
    if resource["resourceType"] not in ("Bundle", "Parameters"):
        yield resource
    for entry in every(resource, "entry") if resource["resourceType"] == "Bundle" else every(resource, "parameter"):
        if isinstance(entry, dict):
            yield from _opened(entry.get("resource"), depth + 1)


def every(node: Any, name: str) -> list[Any]:
    """The values of an element, whether there are none, one or many."""
    value = node.get(name) if isinstance(node, dict) else None
    return value if isinstance(value, list) else [] if value is None else [value]


def _of_json(data: bytes) -> list[Any] | None:
    text = decoded(data)
    try:
        return [_loaded(text)]
    except (ValueError, RecursionError):
        pass
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        roots = [_loaded(line) for line in lines]
    except (ValueError, RecursionError):
        if text.lstrip("\ufeff \t\r\n").startswith("{") and '"resourceType"' in text[:2_000]:
            raise Torn from None
        return None
    return roots if len(roots) > 1 else None


def _loaded(text: str) -> Any:
    """Numbers stay as they are written: a lab that prints 12.10 has measured as exactly."""
    loaded = json.loads(text.lstrip("\ufeff"), parse_float=str, parse_int=str)
    is_fhir = isinstance(loaded, dict) and isinstance(loaded.get("resourceType"), str)
    if isinstance(loaded, list):
        return {"resourceType": "Bundle", "entry": [{"resource": each} for each in loaded]}
    if not is_fhir:
        raise ValueError("no resource")
    return loaded


def _of_xml(data: bytes) -> list[Any] | None:
    try:
        root = tree(io.BytesIO(data))
    except NotXml:
        raise Torn from None
    return [_resource(root)] if root.tag.startswith(_SPACE) else None


def _resource(element: Element) -> Resource:
    return {"resourceType": local(element), **_fields(element)}


def _fields(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in element:
        name = local(each)
        value = _div(each) if name == "div" else _value(each, name)
        found[name] = value if name not in found else [*_many(found[name]), value]
    return found


def _value(element: Element, name: str) -> Any:
    if name in ("resource", "contained") and len(element):
        return _resource(element[0])
    fields = _fields(element)
    said = attribute(element, "value")
    if "url" in element.attrib:
        fields["url"] = element.attrib["url"]
    return fields if fields else said


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _div(element: Element) -> str:
    """The narrative as markup again, its elements without their namespace."""
    from xml.etree.ElementTree import tostring

    for each in element.iter():
        each.tag = local(each)
    return tostring(element, encoding="unicode")
