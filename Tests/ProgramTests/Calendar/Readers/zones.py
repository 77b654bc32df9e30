"""Where the zones of calendars differ from the zone database of this system.

    zones.py FIRST-DAY LAST-DAY FILE…

Every five days from one day to the other, and around each change. One line for each difference: the
zone, the moment, what the file says and what the database says, both in seconds east of UTC.
"""

import datetime
import io
import sys
import zoneinfo

import dateutil.tz

UTC = datetime.timezone.utc
first, last = (
    datetime.datetime.fromisoformat(day).replace(tzinfo=UTC) for day in sys.argv[1:3]
)
step = datetime.timedelta(days=5)


def seconds(moment, zone):
    # dateutil reckons without fold where it is asked in UTC, so that the wall time is what it tells.
    return int(moment.astimezone(zone).utcoffset().total_seconds())


count = 0
for path in sys.argv[3:]:
    with open(path, encoding="utf-8", newline="") as file:
        zones = dateutil.tz.tzical(io.StringIO(file.read(), newline=""))
    for name in zones.keys():
        count += 1
        told, known = zones.get(name), zoneinfo.ZoneInfo(name)
        moment = first
        while moment < last:
            around = [moment]
            if known.utcoffset(moment.astimezone(known)) != known.utcoffset(
                (moment + step).astimezone(known)
            ):
                low, high = moment, moment + step
                before = seconds(low, known)
                while high - low > datetime.timedelta(seconds=1):
                    middle = low + (high - low) // 2
                    middle = middle.replace(microsecond=0)
                    low, high = (middle, high) if seconds(middle, known) == before else (low, middle)
                around += [low, high]
            for one in around:
                if seconds(one, told) != seconds(one, known):
                    print(name, one.isoformat(), seconds(one, told), seconds(one, known))
            moment += step
print(count, file=sys.stderr)
