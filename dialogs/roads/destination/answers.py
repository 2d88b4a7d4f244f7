"""Answers about where the second opinion is to be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.checklist import wishes
from dialogs.content.profile import Profile, denied, found, not_denied, unnamed
from dialogs.content.told import NOTHING_TOLD, Told
from dialogs.effects import Say, Turn
from dialogs.journey.screens import Screens
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.destination.screens import MOST, did_you_mean, known, one
from dialogs.roads.road import Answers, Means
from dialogs.understanding.near_places import near
from dialogs.understanding.whose_wish import own_wish

MAX_DESTINATION = 120
"""Characters: a doctor, a hospital, a city."""


@dataclass(frozen=True)
class DestinationAnswers:
    """The step `destination`."""

    screens: Screens
    denying: Collection[str] = ()
    """Plain words that take back what follows: "not North Clinic"."""
    told: Told = NOTHING_TOLD

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        moved = self.screens.journey.move(case, move, argument, case.passing(DESTINATION))
        if moved is None:
            return None
        guide = self.screens.guide
        match move:
            case "known":
                return Turn(case, (known(guide, case, int(argument) if argument.isdecimal() else 0),))
            case "meant":
                return self._meant(case, argument)
            case "choose":
                return self._chosen(case, (argument,)) if argument in guide.destinations else None
            case "look":
                return Turn(case, (one(guide, case, argument),)) if argument in case.destinations else None
            case "remove":
                return self._without(case, argument)
            case "also":
                return Turn(case, (self.screens.prompt(case, replaces=True),))
        return Turn(moved, (self.screens.prompt(moved, replaces=True),))

    def write(self, case: Case, text: str) -> Turn:
        """The hospital or the doctor, in the patient's words: one that we know is shown with what it asks for."""
        named = " ".join(text.split())
        if len(named) > MAX_DESTINATION:
            return Turn(case, (self.screens.prompt(case, self.screens.too_long(named, MAX_DESTINATION)),))
        profiles = self.screens.guide.destinations
        named = wanted_by_themselves(profiles, named, self.told)
        before, corrects = named, self.told.corrects(named)
        named = self.told.place(self._in_place_of(named) if corrects else named)
        meant, no = not_denied(profiles, named, self.denying), denied(profiles, before, self.denying)
        case = self._taken_back(case, {*found(profiles, before), *no}, found(profiles, meant), corrects)
        if no and not found(profiles, meant):  # where it is not to be; where it is to be was not said
            return Turn(case, (self.screens.prompt(case),))
        if keys := found(profiles, meant):
            beside = " ".join(word for word in unnamed(profiles, meant).split() if word not in self.denying)
            own = named if self.told.says_more(beside) else case.destination
            return self._chosen(replace(case, destination=own), keys, is_noted=True)
        perhaps = near(profiles, meant)
        # What takes another back waits for its yes.
        waits = perhaps and corrects and bool(case.destinations or case.destination)
        case = replace(case, destination=before if waits else named).passing(DESTINATION)
        if perhaps and self._has_room(case, (perhaps.key,)):
            return Turn(case, (did_you_mean(perhaps.key, self._noted(case)),))
        moved = self.screens.journey.move(case, "answered")
        assert moved is not None, "where it goes can always be said at its step"
        return Turn(moved, (self.screens.prompt(moved, self._noted(case)),))

    def _noted(self, case: Case) -> Say:
        """All that is written down now: who named another before sees it here, and can take it back."""
        others = wishes.named(self.screens.guide, case)
        return Say("destination_noted", {"destination": case.destination, "destinations": others})

    def _in_place_of(self, text: str) -> str:
        """What is to stand in place of the rest: of "North Clinic, I mean South Clinic" the second."""
        places, pieces = self.screens.guide.destinations, text.split()
        for at in range(1, len(pieces)):
            before, behind = " ".join(pieces[:at]), " ".join(pieces[at:])
            if self.told.takes_back(behind) and found(places, before) and found(places, behind):
                return self.told.in_place_of(behind)
        return self.told.in_place_of(text)

    def _taken_back(self, case: Case, named: Collection[str], meant: tuple[str, ...], corrects: bool) -> Case:
        """Without what is denied now, nor what was chosen last where another one was meant: "I meant Mayo Clinic"."""
        gone = {*named} - {*meant}
        if corrects and meant and case.destinations and case.destinations[-1] not in meant:
            gone.add(case.destinations[-1])
        for key in gone & {*case.destinations}:
            case = self._without_one(case, key)
        return replace(case, destination="") if corrects and meant else case

    def _meant(self, case: Case, key: str) -> Turn | None:
        """Yes, the one that was offered: its name stands right in their words, or alone in place of them."""
        said, corrects = case.destination, self.told.corrects(case.destination)
        meant = self.told.place(self.told.in_place_of(said)) if corrects else said
        perhaps = near(self.screens.guide.destinations, meant)
        if perhaps is None or perhaps.key != key:
            return None
        case = self._taken_back(case, (), (key,), corrects)
        return self._chosen(replace(case, destination="" if perhaps.alone else perhaps.text), (key,))

    def _has_room(self, case: Case, keys: tuple[str, ...]) -> bool:
        return len({*case.destinations, *keys}) <= MOST

    def _chosen(self, case: Case, keys: tuple[str, ...], is_noted: bool = False) -> Turn:
        """With these destinations too, and what the last of them asks for."""
        every = tuple(dict.fromkeys((*case.destinations, *keys)))
        if not self._has_room(case, keys):
            return Turn(case, (self.screens.prompt(case, Say("destination_full", {"most": MOST})),))
        case = replace(case, destinations=every).passing(DESTINATION)
        noted = self._noted(case) if is_noted else None
        return Turn(case, (one(self.screens.guide, case, keys[-1], noted),))

    def _without(self, case: Case, key: str) -> Turn:
        case = self._without_one(case, key)
        return Turn(case, (self.screens.prompt(case, replaces=True),))

    def _without_one(self, case: Case, key: str) -> Case:
        """Without one that was chosen; words that named it alone go with it."""
        left = tuple(each for each in case.destinations if each != key)
        said = found(self.screens.guide.destinations, case.destination)
        own = "" if key in said and not {*said} & {*left} else case.destination
        return replace(case, destinations=left, destination=own)


def wanted_by_themselves(profiles: Mapping[str, Profile], text: str, told: Told) -> str:
    """What a patient wants, without the place where another wants them: "my sister wants Stanford but I want Mayo"."""

    def names_a_place(part: str) -> bool:
        is_named = any(word[0].isupper() for word in part.split())
        return bool(part) and (is_named or bool(found(profiles, part)) or near(profiles, part) is not None)

    return own_wish(text, told, names_a_place)


def answers(means: Means) -> Answers:
    denying = frozenset((*means.asked.words.denying, *means.told.removed))
    destination = DestinationAnswers(means.screens, denying, means.told)
    return Answers(press=destination.press, write=destination.write)
