"""Who the records are of: the lines by which a hospital finds a patient, asked once and printed on every paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patient:
    """What a hospital matches papers by. Every line may stay empty: it was passed over, or nobody was asked yet."""

    name: str = ""
    """The name as it stands in the records."""
    former: str = ""
    """Earlier names that may stand on older papers, in the patient's words."""
    born: str = ""
    """The date of birth, as ISO 8601."""
    number: str = ""
    """The hospital's number for the patient: a medical record number (MRN), or the NHS number."""
    doctor: str = ""
    """The doctor who treats them."""
    hospital: str = ""
    """Where they are treated."""
    contact: str = ""
    """A telephone number or an e-mail address under which they can be reached."""


NOBODY_YET = Patient()
