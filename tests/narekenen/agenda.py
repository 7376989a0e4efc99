#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""agenda.py PGA DAY...

Reads what `pga termijnen --ics` and `--csv` print with a parser that others wrote (icalendar; the csv module), and
holds it against `--json`. Which kast and key, the environment says. Prints what differs and exits 1.
"""
import csv
import datetime
import io
import json
import re
import subprocess
import sys

from icalendar import Calendar

# Of the people in examples/invoer: a calendar goes to clouds, and names nobody.
NAMES = ('Veldkamp', 'Oosterling', 'Anker', 'Meijerink', 'Schuurman', 'Parkzicht', 'Groenewoud')
STATES = {'nagekomen': 'CANCELLED', 'vervallen': 'CANCELLED', 'opgeschort': 'TENTATIVE'}
wrong = []


def check(condition, what):
    if not condition:
        wrong.append(what)


def ask(pga, day, *options):
    done = subprocess.run([pga, 'termijnen', '--peildatum', day, '--alles', *options], stdout=subprocess.PIPE,
                          check=True)
    return done.stdout


def check_lines(raw):
    lines = raw.split(b'\r\n')
    check(lines.pop() == b'', 'the last line has no CRLF')
    for line in lines:
        check(b'\r' not in line and b'\n' not in line, f'a bare line end in {line!r}')
        check(len(line) <= 75, f'{len(line)} octets: {line!r}')
        line.decode()  # no character is cut in two


def subject(term):
    return ''.join(f' ({t})' for t in (term['betrokkene'] and 'betrokkene ' + term['betrokkene'],
                                       term['onderwerp'] and term['onderwerp'].replace('_', ' ')) if t)


def expected(term):
    """Day, summary and status of the events of a term."""
    what = f": {term['zin']}"
    state = STATES.get(term['status'], 'CONFIRMED')
    last, safe = term['uiterlijk'], term['veilig']
    if any(s.startswith('onverwijld') for s in term['stappen']):
        return [(term['start'], f"{term['dossier']}, onverwijld{what}", state)]
    events = [(last, term['dossier'] + what, state)] if last else []
    if last != safe:
        events.append((safe, f"{term['dossier']}, vroegste lezing{what}", state))
    elif term['was'] and term['was']['veilig'] != term['was']['uiterlijk']:
        events.append((safe, f"{term['dossier']}, vroegste lezing{what}", 'CANCELLED'))
    return events


def check_event(event, terms, day):
    uid = str(event['UID'])
    check(uid.endswith('@pga.invalid') and len(uid) == 44, f'UID {uid}')
    check(event['DTSTAMP'].dt.strftime('%Y-%m-%d %H%M%S %Z') == day + ' 000000 UTC', f"DTSTAMP {event['DTSTAMP'].dt}")
    check(type(event['DTSTART'].dt) is datetime.date, f'{uid}: not a whole day')
    check(int(event['SEQUENCE']) > 0, f'{uid}: SEQUENCE')
    rule = str(event['CATEGORIES'].to_ical().decode())
    description = str(event['DESCRIPTION'])
    mine = [t for t in terms if t['regel'] == rule and re.match(re.escape(t['dossier']) + '[:,]', str(event['SUMMARY'])) and
            description.endswith('berekening:\n- ' + '\n- '.join(t['stappen'])) and
            description.startswith(t['zin'] + subject(t) + '\n')]
    check(mine, f'{uid}: no term has this description: {description!r}')
    check(all(t['grondslag'] in description and t['zekerheid'] in description for t in mine), f'{uid}: legal basis')
    alarms = [a for a in event.walk('VALARM')]
    check(len(alarms) == (2 if str(event['STATUS']) == 'CONFIRMED' else 0), f'{uid}: {len(alarms)} alarms')
    for alarm in alarms:
        check(str(alarm['ACTION']) == 'DISPLAY' and alarm['DESCRIPTION'] == event['SUMMARY'], f'{uid}: alarm')
        check(alarm['TRIGGER'].dt < datetime.timedelta(0), f'{uid}: alarm after the event')


def check_calendar(raw, terms, day):
    check_lines(raw)
    calendar = Calendar.from_ical(raw)
    check(str(calendar['VERSION']) == '2.0' and calendar['PRODID'], 'no VERSION or PRODID')
    events = list(calendar.walk('VEVENT'))
    check(all(not e.errors for e in [calendar, *events]), 'the parser found errors')
    for event in events:
        check_event(event, terms, day)
    found = sorted((e['DTSTART'].dt.isoformat(), str(e['SUMMARY']), str(e['STATUS'])) for e in events)
    wanted = sorted((date, summary + subject(t), state) for t in terms for date, summary, state in expected(t))
    check(found == wanted, f'events {found}, not {wanted}')
    uids = {str(e['UID']): int(e['SEQUENCE']) for e in events}
    check(len(uids) == len(events), 'two events share a UID')
    return uids


def cell(term, column):
    """The value of a term as a cell."""
    if column.startswith('was_'):
        value = term['was'] and term['was'][column[4:]]
    else:
        value = term[column]
    if isinstance(value, bool):
        return 'ja' if value else 'nee'
    if isinstance(value, list):
        return ' | '.join(value)
    return '' if value is None else str(value)


def check_csv(raw, terms):
    text = raw.decode()
    check(text.count('\n') == text.count('\r\n') == len(terms) + 1, 'CSV: line ends')
    for row, term in zip(csv.DictReader(io.StringIO(text, newline=''), strict=True), terms, strict=True):
        for column, value in row.items():
            check(value == cell(term, column), f'CSV {column}: {value!r}, not {cell(term, column)!r}')


def main(pga, *days):
    before, count = {}, 0
    for day in days:
        terms = json.loads(ask(pga, day, '--json'))
        raw = ask(pga, day, '--ics')
        sheet = ask(pga, day, '--csv')
        uids = check_calendar(raw, terms, day)
        check_csv(sheet, terms)
        for name in NAMES:
            check(name.encode() not in raw + sheet, f'{day}: the name {name}')
        # What was in a calendar once is in it ever after, met or moved.
        check(before.keys() <= uids.keys(), f'{day}: events have gone: {before.keys() - uids.keys()}')
        check(all(uids[u] >= s for u, s in before.items() if u in uids), f'{day}: SEQUENCE has fallen')
        before, count = uids, count + len(uids)
    print(f'{count} events')
    for what in wrong:
        print(what)
    sys.exit(1 if wrong or count < 50 else 0)


if __name__ == '__main__':
    main(*sys.argv[1:])
