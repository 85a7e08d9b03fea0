"""What sorts of values there are: one kind a file, all of them in one table."""

from __future__ import annotations

from claimcheck.kinds import (
    access,
    actor,
    cause,
    channel,
    count,
    date,
    disclosure,
    duration,
    equipment,
    location,
    measure,
    money,
    order,
    ordinal,
    origin,
    penalty,
    precedent,
    recurrence,
    time,
    verdict,
)
from claimcheck.kinds.kind import Kind

KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        time.KIND,
        date.KIND,
        duration.KIND,
        recurrence.KIND,
        count.KIND,
        ordinal.KIND,
        money.KIND,
        measure.KIND,
        location.KIND,
        actor.KIND,
        channel.KIND,
        access.KIND,
        equipment.KIND,
        origin.KIND,
        precedent.KIND,
        disclosure.KIND,
        cause.KIND,
        verdict.KIND,
        penalty.KIND,
        order.KIND,
    )
}
