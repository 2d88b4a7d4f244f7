"""For which records a C-CDA counts: for what it is as a whole, and for what its sections hold."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bot.kinds.coded import FEWEST_RESULTS, MEDICINES, RESULTS, record_of_document
from bot.kinds.strict_xml import attribute, child, local

_FEWEST_WORDS = 30
"""Of a section that is a paper of its own; "no notes of this kind" is shorter."""
_MEASURED = ("PQ", "IVL_PQ", "INT", "REAL")
"""Types of values that are numbers (HL7 v3, data types)."""


def records_of(root: Element) -> tuple[str, ...]:
    """The keys of the records, what the document is first."""
    templates = {attribute(each, "root") for each in root if local(each) == "templateId"}
    sections = [(_codes(each), each) for each in root.iter() if local(each) == "section"]
    medicines = any(codes & MEDICINES and any(_taken(section)) for codes, section in sections)
    values = sum(sum(_measured(section)) for codes, section in sections if codes & RESULTS)
    papers = [record_of_document(codes) for codes, section in sections if _is_said(section)]
    told = (
        record_of_document(_codes(root), templates),
        *papers,
        "medications" if medicines else "",
        "labs" if values >= FEWEST_RESULTS else "",
    )
    return tuple(dict.fromkeys(filter(None, told)))


def _codes(parent: Element) -> set[str]:
    """The code of a document or a section, and what it is in other systems."""
    code = child(parent, "code")
    return {attribute(each, "code") for each in code.iter()} if code is not None else set()


def _is_said(section: Element) -> bool:
    """Whether its own text says enough to be a report or a note: one that stands in a summary counts like one alone."""
    text = child(section, "text")
    return text is not None and len(" ".join(text.itertext()).split()) >= _FEWEST_WORDS


def _taken(section: Element) -> Iterator[bool]:
    """For each medicine in it; "no medicines are known" is written as one that is denied or unknown."""
    for each in section.iter():
        if local(each) == "substanceAdministration":
            denied = attribute(each, "negationInd") == "true" or attribute(each, "nullFlavor")
            material = child(each, "consumable", "manufacturedProduct", "manufacturedMaterial", "code")
            named = material is not None and (attribute(material, "code") or any(True for _ in material))
            yield not denied and bool(named)


def _measured(section: Element) -> Iterator[bool]:
    """For each value that is a number; a picture described in words stands in such sections too."""
    for each in section.iter():
        if local(each) == "observation" and (value := child(each, "value")) is not None:
            kind = next((said for name, said in value.attrib.items() if name.endswith("}type")), "")
            yield kind.rpartition(":")[2] in _MEASURED and not attribute(value, "nullFlavor")
