"""Moments go into the database with their zone, and come out in UTC."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, MetaData, Table, create_engine, insert, select
from sqlalchemy.exc import StatementError

from bot.storage.instants import Instant

MOMENTS = Table("moments", MetaData(), Column("at", Instant))
ZONES = st.sampled_from([UTC, *map(ZoneInfo, ("Europe/Vienna", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"))])
MOMENT = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001 - zones are drawn


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = create_engine("sqlite://")
    MOMENTS.metadata.create_all(engine)
    yield engine
    engine.dispose()


def there_and_back(engine: Engine, moment: datetime | None) -> datetime | None:
    with engine.connect() as connection:
        connection.execute(insert(MOMENTS).values(at=moment))
        return connection.scalar(select(MOMENTS.c.at))


@given(moment=MOMENT)
def test_a_moment_comes_back_as_the_same_moment_in_utc(engine: Engine, moment: datetime) -> None:
    back = there_and_back(engine, moment)
    assert back is not None
    assert back.utcoffset() == timedelta()
    assert back == moment.astimezone(UTC)


def test_no_moment_comes_back_as_none(engine: Engine) -> None:
    assert there_and_back(engine, None) is None


def test_a_moment_without_its_zone_is_refused(engine: Engine) -> None:
    with pytest.raises(StatementError, match="time zone"):
        there_and_back(engine, datetime(2026, 3, 2, 9, 30))  # noqa: DTZ001 - the mistake this is about


@given(moments=st.lists(MOMENT, min_size=2))
def test_moments_are_ordered_by_time_whatever_their_zones(engine: Engine, moments: list[datetime]) -> None:
    with engine.connect() as connection:
        connection.execute(insert(MOMENTS), [{"at": moment} for moment in moments])
        ordered = list(connection.scalars(select(MOMENTS.c.at).order_by(MOMENTS.c.at)))
    assert ordered == sorted(moment.astimezone(UTC) for moment in moments)
