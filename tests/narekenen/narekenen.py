#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""narekenen.py PGA FIRST_DAY LAST_DAY STEP [RULE...]

Computes every date that `pga termijnen` prints again, for each --peildatum from the first day to the last. Which kast
and key, the environment says. Shares nothing with lib/termijn: the lengths stand below as the law and the example
policy have them, months and Easter come from dateutil. Prints what differs and exits 1; exits 1 too when it saw too
little to mean anything, or no term of one of the rules that are named. Hours are counted with the time zone data of
the system.
"""
import datetime
import json
import re
import subprocess
import sys
import zoneinfo

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

NEAR = 14  # days, of the example policy
KNOWN_DECREES = ('2023-04-28 2023-05-19 2024-05-10 2024-12-27 2025-05-30 2026-01-02 2026-05-15 2027-05-07 2028-04-28 '
                 '2028-05-26').split()

# Rule: length and regime. None: the day comes from the facts. 'onverwijld': no day.
LAW = {
    'notificatie': ('1 maand', 'eu'),
    'notificatie_na_uitstel': ('14 dagen', 'kalender'),
    'uitstel_herziening': ('3 maanden', 'kalender'),
    'verval_melden': ('onverwijld', 'kalender'),
    'aanhouden': ('6 weken', 'kalender'),
    'terugkoppeling': ('14 dagen', 'kalender'),
    'herweging': ('6 maanden', 'kalender'),
    'afsluiten': ('30 dagen', 'kalender'),
    'deelname': (None, 'kalender'),
    'overdracht': (None, 'kalender'),
    'uitstroomtoets': (None, 'kalender'),
    'uitstroombesluit': ('30 dagen', 'kalender'),
    'overlijden': ('30 dagen', 'kalender'),
    'evaluatie': (None, 'kalender'),
    'nieuw_oordeel': (None, 'kalender'),
    'overleg': ('3 maanden', 'kalender'),
    'actie': (None, 'kalender'),
    'verstrekking': (None, 'kalender'),
    'advies': (None, 'kalender'),
    'pas_op_de_plaats': ('3 maanden', 'kalender'),
    'vernietiging_niet_opgenomen': ('14 dagen', 'kalender'),
    'vernietiging_geen_aanwijzingen': ('14 dagen', 'kalender'),
    'vernietiging_uiterlijk': ('5 jaar', 'kalender'),
    'bewaring': ('6 maanden', 'kalender'),
    'verzoek': ('1 maand', 'eu'),
    'correctie': ('onverwijld', 'kalender'),
    'bron_inlichten': ('onverwijld', 'kalender'),
    'woo_verzoek': ('4 weken', 'atw'),
    'datalek': ('72 uur', 'eu'),
    'datalek_betrokkenen': ('onverwijld', 'kalender'),
    'audit': ('4 jaar', 'kalender'),
    'hercontrole': ('1 jaar', 'kalender'),
    'jaarverslag': ('6 maanden', 'kalender'),
    'screening': ('onverwijld', 'kalender'),
    'screening_verlopen': (None, 'kalender'),
    'aanwijzing': (None, 'kalender'),
    'opleiding': ('3 maanden', 'kalender'),
    'opleiding_verlopen': (None, 'kalender'),
    'vernietiging_voltooien': ('14 dagen', 'kalender'),
    'vernietiging_kopieen': ('30 dagen', 'kalender'),
}
ACT = datetime.date(2025, 7, 1)
SINCE_AVG = {'notificatie', 'notificatie_na_uitstel', 'uitstel_herziening', 'verzoek', 'woo_verzoek', 'datalek',
             'datalek_betrokkenen'}  # also before the Act
FIRST_AUDIT = '2 jaar'  # after the Act came into force
# No term of the law: a day that came while it was suspended becomes the day on which that ended.
RESTS = {'evaluatie', 'vernietiging_niet_opgenomen', 'vernietiging_geen_aanwijzingen'}
LONGER = {'verzoek': '3 maanden', 'woo_verzoek': '6 weken'}  # with a notice, from the start

DAYS = 'ma di wo do vr za zo'.split()
MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split()
CLOCK = zoneinfo.ZoneInfo('Europe/Amsterdam')
DATE = r'(?:%s) \d{1,2} (?:%s) \d{4}' % ('|'.join(DAYS), '|'.join(MONTHS))
UNITS = {'dag': 'days', 'dagen': 'days', 'week': 'weeks', 'weken': 'weeks', 'maand': 'months', 'maanden': 'months',
         'jaar': 'years'}
LENGTH = r'\d+ (?:%s)' % '|'.join(UNITS)
TIME = DATE + r' om \d{2}:\d{2} uur(?: \((?:zomer|winter)tijd\))?'


class Mistake(Exception):
    pass


def check(condition, what):
    if not condition:
        raise Mistake(what)


def read_date(text):
    """A date as people read it; its weekday must be right."""
    weekday, day, month, year = text.split()
    date = datetime.date(int(year), MONTHS.index(month) + 1, int(day))
    check(DAYS[date.weekday()] == weekday, f'{text}: that is a {DAYS[date.weekday()]}')
    return date


def read_time(text):
    """An instant as people read it; of an hour that comes twice, the one it says."""
    date, clock = text.split(' om ')
    time = datetime.time.fromisoformat(clock[:5])
    fold = 1 if 'wintertijd' in clock else 0
    return datetime.datetime.combine(read_date(date), time.replace(fold=fold), CLOCK).astimezone(datetime.timezone.utc)


def plus(date, length):
    number, unit = length.split()
    return date + relativedelta(**{UNITS[unit]: int(number)})


def holiday(date, regime):
    kings_day = datetime.date(date.year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= datetime.timedelta(1)
    since_easter = (date - easter(date.year)).days
    fixed = {(1, 1), (12, 25), (12, 26)}
    moving = {1, 39, 50}
    if regime == 'atw':
        fixed |= {(5, 5)}
        moving |= {-2}
        if date.isoformat() in KNOWN_DECREES:
            return True
    return (date.month, date.day) in fixed or since_easter in moving or date == kings_day


def moved(date, regime):
    while regime != 'kalender' and (date.weekday() >= 5 or holiday(date, regime)):
        date += datetime.timedelta(1)
    return date


class Term:
    """What the dates of one term must be, from its start, its rule and the facts that its steps name."""

    def __init__(self, term):
        self.term = term
        self.start = datetime.date.fromisoformat(term['start'])
        check(term['regel'] in LAW, f"the rule {term['regel']} is not in the table of this program")
        self.length, self.regime = LAW[term['regel']]
        check(term['regime'] == self.regime, f"regime {term['regime']}, not {self.regime}")
        if term['regel'] == 'audit' and 'inwerkingtreding' in term['stappen'][0]:
            self.length = FIRST_AUDIT
        old = term['regel'] in SINCE_AVG or term['regel'] == 'vernietiging_uiterlijk'
        check(old or self.start >= ACT, f'starts on {self.start}, before the Act')
        check('PGA' not in term['grondslag'] or self.start >= ACT or term['regel'] == 'vernietiging_uiterlijk',
              f"{self.start} is before the Act, but {term['grondslag']}")
        self.safe = self.last = None
        if self.length == 'onverwijld':
            self.safe = self.start
        elif self.length and self.length.endswith(' uur'):
            self.hours = datetime.timedelta(hours=int(self.length.split()[0]))
        elif self.length and not term['stappen'][0].startswith('nog geen weegbesluit'):
            self.count(self.start, self.length)

    def count(self, start, length):
        self.safe = plus(start, length)
        self.last = moved(self.safe, self.regime)
        self.raw, self.end = self.safe, self.last

    def step(self, text):
        for pattern, handle in STEPS:
            match = re.fullmatch(pattern, text)
            if match:
                return handle(self, *match.groups())
        check(not re.search(DATE, text), f'this program does not know the step: {text}')

    def begins(self, date):
        check(read_date(date) == self.start, f'start {date}, not {self.start}')

    def policy(self, shorter, _):
        self.count(self.start, shorter)

    def policy_hours(self, shorter, law):
        check(int(shorter) <= int(law) and law + ' uur' == self.length, f'{shorter} hours in place of {law}')
        self.hours = datetime.timedelta(hours=int(shorter))

    def plus_step(self, length, date):
        check(self.length, f'a length, {length}, for a rule that has none')
        check(read_date(date) == self.raw, f'+ {length} = {date}, not {self.raw}')

    def moved_step(self, reasons, date):
        check(read_date(date) == self.end, f'moved to {date}, not {self.end}')
        check(len(reasons.split(', ')) == (self.end - self.raw).days, f'{reasons}: not every day that was skipped')

    def hours_begin(self, time):
        self.begin = read_time(time)

    def hours_end(self, hours, time):
        check(int(hours) * datetime.timedelta(hours=1) == self.hours, f'{hours} hours, not {self.length}')
        end = self.begin + self.hours
        check(read_time(time) == end, f'+ {hours} hours = {time}, not {end.astimezone(CLOCK)}')
        self.last = end.astimezone(CLOCK).date()
        clock = end.astimezone(CLOCK).strftime('%H:%M')
        check(self.term['tijd'] == clock, f"time {self.term['tijd']}, not {clock}")

    def hours_earliest(self, hours, time):
        check(int(hours) * datetime.timedelta(hours=1) == self.hours, f'{hours} hours, not {self.length}')
        event = read_time(time) - self.hours
        check(event.astimezone(CLOCK).date() == self.start, f'{time} is not {hours} hours after {self.start}')
        hour = event.replace(minute=0) + datetime.timedelta(hours=1)
        check(self.begin == hour, f'begins at {self.begin}, not at the whole hour after {event}')
        self.safe = read_time(time).astimezone(CLOCK).date()
        clock = read_time(time).astimezone(CLOCK).strftime('%H:%M')
        check(self.term['tijd_veilig'] == clock, f"earliest time {self.term['tijd_veilig']}, not {clock}")

    def own_day(self, date):
        self.safe = self.last = read_date(date)

    def earliest(self, start, length, date):
        check(plus(read_date(start), length) == read_date(date), f'{start} + {length} is not {date}')
        self.safe = read_date(date)
        self.earlier = True

    def earliest_fact(self, date):
        self.safe = read_date(date)
        self.earlier = True

    def longer(self, _, length):
        check(LONGER.get(self.term['regel']) == length, f'{length} is not how long this may become')
        self.count(self.start, length)

    def again(self, date):
        self.began = read_date(date)
        self.raw = plus(read_date(date), self.length)
        self.end = self.last = moved(self.raw, self.regime)

    def longer_again(self, _, length):
        """Within the term only because that began again: the earliest reading stays."""
        check(LONGER.get(self.term['regel']) == length, f'{length} is not how long this may become')
        self.raw = plus(self.began, length)
        self.end = self.last = moved(self.raw, self.regime)

    def stood_still(self, since, until):
        if self.term['regel'] in RESTS and read_date(since) <= self.last < read_date(until):
            self.safe = self.last = read_date(until)

    def not_before(self, date):
        check(read_date(date) == ACT, f'the Act came into force on {ACT}')
        check(self.last < ACT, f'{self.last} is not before it')
        self.safe = self.last = ACT

    def sooner(self, date):
        self.safe = self.last = read_date(date)

    def met(self, date, late):
        check(read_date(date).isoformat() == self.term['nagekomen_op'], f'met on {date}')
        check(bool(late) == self.term['te_laat'], 'late or not')

    def stopped(self, date, late):
        """A suspension may have begun before the day that is printed, not after it."""
        check(bool(late) == self.term['te_laat'], 'overdue before it stopped or not')
        check(not late or self.last and read_date(date) > self.last, f'{date} is not after {self.last}')

    def only_date(self, date):
        read_date(date)

    earlier = False

    def result(self):
        for text in self.term['stappen']:
            self.step(text)
        if self.term['regel'] == 'notificatie' and self.last and not self.earlier:
            self.safe = self.last  # no earlier reading was printed: there is none
        for name, date in (('veilig', self.safe), ('uiterlijk', self.last)):
            check(self.term[name] == (date.isoformat() if date else None), f'{name} {self.term[name]}, not {date}')
        return self


STEPS = [
    (rf'start: .* ({DATE})', Term.begins),
    (rf'beleid: ({LENGTH}) in plaats van ({LENGTH})', Term.policy),
    (r'beleid: (\d+) uur in plaats van (\d+) uur', Term.policy_hours),
    (rf'\+ ({LENGTH}) = ({DATE})', Term.plus_step),
    (rf'([^:]+) → ({DATE})', Term.moved_step),
    (rf'het uur van de gebeurtenis telt niet mee \(.*\) → ({TIME})', Term.hours_begin),
    (rf'\+ (\d+) uur = ({TIME})', Term.hours_end),
    (rf'vroegste lezing, vanaf het tijdstip zelf: \+ (\d+) uur = ({TIME})', Term.hours_earliest),
    (rf'dag die daarbij is bepaald: ({DATE})', Term.own_day),
    (rf'vroegste lezing: .* ({DATE}) \+ ({LENGTH}) = ({DATE})', Term.earliest),
    (rf'vroegste lezing: [^=]* = ({DATE})', Term.earliest_fact),
    (rf'verlengd: .* ({DATE}), samen ({LENGTH})', Term.longer),
    (rf'verlengd vanaf het nieuwe begin: .* ({DATE}), samen ({LENGTH})', Term.longer_again),
    (rf'stond stil van ({DATE}) tot ({DATE}): .*', Term.stood_still),
    (rf'telt opnieuw vanaf: .* ({DATE}) \(dit is een lezing\)', Term.again),
    (rf'niet eerder dan de inwerkingtreding van de wet: ({DATE})', Term.not_before),
    (rf'eerder: .* ({DATE})', Term.sooner),
    (rf'nagekomen: .* ({DATE})(, te laat)?', Term.met),
    (rf'(?:vervallen|opgeschort): .* ({DATE})(?: \([^)]*\))?(, was al te laat)?', Term.stopped),
    (rf'.* ({DATE}): na de (?:eerste termijn, en telt|termijn, en die begint|termijn, en die staat) dus niet(?: opnieuw| stil)?', Term.only_date),
]


def status(term, today):
    """The status of a term that runs."""
    safe = datetime.date.fromisoformat(term['veilig'])
    last = datetime.date.fromisoformat(term['uiterlijk']) if term['uiterlijk'] else None
    if LAW[term['regel']][0] == 'onverwijld':
        return 'onverwijld'
    if last and last < today:
        return 'overschreden'
    if safe < today:
        return 'vroegste_lezing_voorbij'
    return 'nadert' if (safe - today).days <= NEAR else 'open'


def check_term(term, today):
    result = Term(term).result()
    if term['status'] not in ('nagekomen', 'vervallen', 'opgeschort'):
        check(term['status'] == status(term, today), f"status {term['status']}, not {status(term, today)}")
    return result


def check_text(text, terms, today):
    """Every date in the text is a date of the terms, and how far away it is said to be is right."""
    known = {t[k] for t in terms for k in ('start', 'veilig', 'uiterlijk', 'nagekomen_op')}
    known |= {t['was'][k] for t in terms if t['was'] for k in ('veilig', 'uiterlijk')}
    for t in terms:
        reasons = t['stappen'] + ([t['was']['reden']] if t['was'] else [])
        known |= {read_date(d).isoformat() for s in reasons for d in re.findall(DATE, s)}
    dates = re.findall(DATE, re.sub(r'\n +', ' ', text))
    for date in dates:
        check(read_date(date).isoformat() in known, f'{date} in the text is not in the JSON')
    for date, words in re.findall(rf'^  ({DATE}): (?:overschreden|nadert|open), (.*)$', text, re.M):
        days = (read_date(date) - today).days
        said = re.fullmatch(r'(over )?(\d+) dag(?:en)?( geleden)?', words)
        if said:
            check(days == int(said[2]) * (1 if said[1] else -1), f'{date}: {words}, not {days} days')
        else:
            check(words == 'vandaag' and days == 0 or 'ongeveer' in words and abs(days) > 92, f'{date}: {words}')
    return len(dates)


def ask(pga, day, *options):
    done = subprocess.run([pga, 'termijnen', '--peildatum', day.isoformat(), '--alles', *options],
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def main(pga, first, last, step, *expected):
    day, dates, moves, rules, wrong = datetime.date.fromisoformat(first), 0, 0, set(), 0
    while day <= datetime.date.fromisoformat(last):
        terms = json.loads(ask(pga, day, '--json'))
        for term in terms:
            rules.add(term['regel'])
            try:
                result = check_term(term, day)
                moves += result.safe != result.last
            except Mistake as mistake:
                wrong += 1
                print(f"{day} {term['dossier']} {term['regel']} {term['onderwerp'] or term['betrokkene'] or ''}: {mistake}")
        try:
            dates += check_text(ask(pga, day, '--uitleg'), terms, day)
        except Mistake as mistake:
            wrong += 1
            print(f'{day} text: {mistake}')
        day += datetime.timedelta(int(step))
    print(f'{dates} dates, {moves} of them two, {len(rules)} rules')
    if not (dates > 100 and moves > 0 and len(rules) > 5):
        sys.exit('too few to mean anything')
    if not rules.issuperset(expected):
        sys.exit(f"no term of {', '.join(sorted(set(expected) - rules))}")
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main(*sys.argv[1:])
