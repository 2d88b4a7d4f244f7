"""What is shown at the question about the country."""

from __future__ import annotations

from dialogs.journey.road import Layout
from dialogs.letters import COUNTRIES
from dialogs.roads.country.path import COUNTRY

LAYOUT: Layout = {COUNTRY: (*((country,) for country in COUNTRIES), ("skip",))}
