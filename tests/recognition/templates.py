"""Long reports of one clinic's template, for telling the same report twice from two reports that look alike."""

from __future__ import annotations

import random

NORMAL = {
    "Lungs and airways": "The central airways are patent. There is no focal consolidation or pleural effusion.",
    "Heart and vessels": "The heart is of normal size. No pericardial effusion is seen. The aorta is normal.",
    "Mediastinum": "No enlarged mediastinal, hilar or axillary lymph nodes are seen. The esophagus is unremarkable.",
    "Liver": "The liver is normal in size and attenuation. No focal hepatic lesion is seen. Portal vein is patent.",
    "Biliary system": "The gallbladder is present without calcified stones. There is no biliary dilatation.",
    "Pancreas": "The pancreas enhances homogeneously. There is no ductal dilatation or peripancreatic stranding.",
    "Spleen and adrenals": "The spleen is not enlarged. Both adrenal glands are normal in configuration and thickness.",
    "Kidneys": "The kidneys enhance symmetrically. There is no hydronephrosis, stone or suspicious renal mass.",
    "Bowel": "The stomach and small bowel are normal in course. The appendix is seen and is normal. No obstruction.",
    "Bones": "No suspicious lytic or sclerotic osseous lesion. Mild degenerative changes of the thoracic spine.",
}
CHANGED = (
    "A {mm} mm nodule in the {side} {lobe} lobe is new since the study of {day} and merits attention on follow-up.",
    "There is a {mm} mm hypodense lesion in segment {segment}, which measured {other} mm before, with rim enhancement.",
    "A {side} sided node measures {mm} mm in short axis, compared with {other} mm on {day}, and enhances avidly.",
    "Irregular wall thickening over a length of {mm} mm, with stranding of the adjacent fat on the {side}, is seen.",
    "A {mm} mm cyst and a further {other} mm indeterminate focus on the {side}, not seen on {day}, should be followed.",
)


def a_scan_report(chance: random.Random, changed: int = 4) -> str:
    """A report of about 250 words, of which so many of ten organs are not as the template has them."""
    day = f"{chance.randrange(1, 29)} {chance.choice(['March', 'May', 'July'])} 20{chance.randrange(22, 27)}"
    organs = dict(NORMAL)
    for organ in chance.sample(sorted(organs), changed):
        organs[organ] = chance.choice(CHANGED).format(
            mm=chance.randrange(4, 60),
            other=chance.randrange(4, 60),
            segment=chance.randrange(1, 9),
            side=chance.choice(["left", "right"]),
            lobe=chance.choice(["upper", "middle", "lower"]),
            day=f"{chance.randrange(1, 29)} {chance.choice(['January', 'June', 'October'])} 2025",
        )
    head = (
        "LAKESHORE REGIONAL HOSPITAL\nDepartment of Radiology\nCT CHEST, ABDOMEN AND PELVIS WITH CONTRAST\n"
        f"Patient: DOE, JANE M    Accession: {chance.randrange(10**6, 10**7)}    Exam date: {day}\n"
        "TECHNIQUE: Helical images were obtained after intravenous contrast. Dose reduction was used.\nFINDINGS:\n"
    )
    return (
        head + "\n".join(f"{organ}: {text}" for organ, text in organs.items()) + f"\nIMPRESSION: As above, of {day}.\n"
    )


def scanned_again(text: str, chance: random.Random, slips: float = 0.01) -> str:
    """The same report as another scan has it: so many words misread, another printing date, lines broken elsewhere."""
    words = text.split()
    for at, word in enumerate(words):
        if chance.random() < slips:
            mark = chance.randrange(len(word))
            words[at] = word[:mark] + chance.choice("lIoOcrne") + word[mark + 1 :]
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    return "\n".join([*lines, f"Printed {chance.randrange(1, 29)} November 2026"])
