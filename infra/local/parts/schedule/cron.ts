/** Whether an instant's minute is one of a schedule's. */
export type MinuteMatcher = (at: Date) => boolean;

interface LocalTime {
  minute: number;
  hour: number;
  day: number;
  month: number;
  /** 1 is Sunday, as EventBridge counts. */
  weekday: number;
  year: number;
  daysInMonth: number;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Reads EventBridge's `cron(minutes hours day-of-month month day-of-week year)`. */
export function parseCron(expression: string, timeZone = 'UTC'): MinuteMatcher {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  if (fields.length !== 6) throw new Error(`${expression} is not a cron expression of six fields`);
  const [minutes = '', hours = '', days = '', months = '', weekdays = '', years = ''] = fields;
  const minute = matcher(minutes, 0, 59);
  const hour = matcher(hours, 0, 23);
  const month = matcher(named(months, MONTHS), 1, 12);
  const weekday = weekdays === '?' ? () => true : matchWeekday(named(weekdays, WEEKDAYS));
  const day = days === '?' ? () => true : matchDay(days);
  const year = matcher(years, 1970, 2199);
  const format = formatter(timeZone);
  return (at) => {
    const time = localTime(format, at);
    return (
      minute(time.minute) &&
      hour(time.hour) &&
      month(time.month) &&
      year(time.year) &&
      day(time) &&
      weekday(time)
    );
  };
}

/** Any value, `5`, `1-5`, `0/15`, and lists of them. */
function matcher(field: string, min: number, max: number): (value: number) => boolean {
  const allowed = new Set<number>();
  for (const part of field.split(',')) {
    const found = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part);
    if (!found) throw new Error(`${field} is not a cron field`);
    const [, start = '*', end, step] = found;
    const from = start === '*' ? min : Number(start);
    const open = start === '*' || step !== undefined;
    const to = end === undefined ? (open ? max : from) : Number(end);
    for (let value = from; value <= to; value += Number(step ?? 1)) allowed.add(value);
  }
  return (value) => allowed.has(value);
}

/** Also `L`, the last day of the month. */
function matchDay(field: string): (time: LocalTime) => boolean {
  if (field === 'L') return ({ day, daysInMonth }) => day === daysInMonth;
  const matches = matcher(field, 1, 31);
  return ({ day }) => matches(day);
}

/** Also `6L`, the last Friday, and `2#1`, the first Monday. */
function matchWeekday(field: string): (time: LocalTime) => boolean {
  const [, which, last, nth] = /^(\d)(L)?(?:#(\d))?$/.exec(field) ?? [];
  if (last)
    return ({ weekday, day, daysInMonth }) => weekday === Number(which) && day > daysInMonth - 7;
  if (nth)
    return ({ weekday, day }) => weekday === Number(which) && Math.ceil(day / 7) === Number(nth);
  const matches = matcher(field, 1, 7);
  return ({ weekday }) => matches(weekday);
}

const named = (field: string, names: string[]) =>
  field.toUpperCase().replace(/[A-Z]{3}/g, (name) => String(names.indexOf(name) + 1));

function formatter(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
}

function localTime(format: Intl.DateTimeFormat, at: Date): LocalTime {
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return {
    minute,
    hour,
    day,
    month,
    year,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1,
    daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
}
