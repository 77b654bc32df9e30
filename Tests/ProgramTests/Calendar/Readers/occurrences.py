"""What comes round by a calendar, as icalendar and dateutil understand it.

    occurrences.py FILE LAST-DAY

One line for each event: its UID, then each occurrence through that day. One with a time is told in
seconds since 1970, by the zone as the file describes it; one without as its day.
"""

import datetime
import io
import sys

import dateutil.rrule
import dateutil.tz
import icalendar

with open(sys.argv[1], "rb") as file:
    text = file.read()
last = datetime.datetime.fromisoformat(sys.argv[2]) + datetime.timedelta(hours=23, minutes=59)
calendar = icalendar.Calendar.from_ical(text)
zones = dateutil.tz.tzical(io.StringIO(text.decode("utf-8"), newline=""))

for event in calendar.walk("VEVENT"):
    start = event["DTSTART"].dt
    timed = isinstance(start, datetime.datetime)
    if timed:
        name = event["DTSTART"].params.get("TZID")
        zone = zones.get(name) if name else dateutil.tz.UTC
        start = start.replace(tzinfo=None)
    else:
        start = datetime.datetime.combine(start, datetime.time())
    if "RRULE" in event:
        rule = event["RRULE"].to_ical().decode("ascii")
        walls = dateutil.rrule.rrulestr(rule, dtstart=start).between(start, last, inc=True)
    else:
        walls = [start]
    told = [event["UID"]]
    for wall in walls:
        if timed:
            moment = dateutil.tz.resolve_imaginary(wall.replace(tzinfo=zone))
            told.append(str(int(moment.timestamp())))
        else:
            told.append(wall.date().isoformat())
    print(" ".join(told))
