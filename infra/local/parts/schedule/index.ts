import { randomUUID } from 'node:crypto';
import { LOCAL_ACCOUNT } from '../../client';
import type { Log, Part } from '../../part';
import type { ScheduleSpec } from '../../template/types';
import { parseCron } from './cron';

const MINUTE_MS = 60_000;
const UNIT_MS: Record<string, number> = {
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
};

export interface ScheduleOptions {
  schedules: ScheduleSpec[];
  /** Hands the event over; Lambda retries it. */
  invokeLater(functionArn: string, event: unknown): void;
  log: Log;
}

export interface SchedulePart extends Part {
  /** Invokes a schedule's targets now, whatever its expression says. */
  runNow(name: string): void;
}

/** Invokes functions as the template's scheduled rules and schedules say. */
export function startSchedule({ schedules, invokeLater, log }: ScheduleOptions): SchedulePart {
  const run = (spec: ScheduleSpec, at: Date) => {
    for (const target of spec.targets) {
      log({ source: 'schedule', level: 'debug', message: `${spec.name} → ${target.functionArn}` });
      invokeLater(target.functionArn, eventFor(spec, target.input, at));
    }
  };
  const enabled = schedules.filter((spec) => spec.enabled);
  const cancellations = enabled.map((spec) => arrange(spec, (at) => run(spec, at)));
  return {
    name: 'schedule',
    url: '',
    runNow: (name) => {
      const spec = schedules.find((candidate) => candidate.name === name);
      if (!spec) throw new Error(`The template has no schedule ${name}`);
      run(spec, new Date());
    },
    health: async () => ({
      ready: true,
      detail:
        enabled.map(({ name, expression }) => `${name} ${expression}`).join(', ') || 'nothing',
    }),
    stop: async () => {
      for (const cancel of cancellations) cancel();
    },
  };
}

/** Sets the timers of a schedule; returns what clears them. */
function arrange(spec: ScheduleSpec, run: (at: Date) => void): () => void {
  const everyMs = rateMs(spec.expression);
  if (everyMs !== undefined) {
    const timer = setInterval(() => run(new Date()), everyMs);
    return () => clearInterval(timer);
  }
  const isDue = parseCron(spec.expression, spec.timeZone);
  let timer: NodeJS.Timeout;
  const waitForMinute = () => {
    timer = setTimeout(
      () => {
        const now = new Date();
        if (isDue(now)) run(now);
        waitForMinute();
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    );
  };
  waitForMinute();
  return () => clearTimeout(timer);
}

/** `rate(5 minutes)`; undefined for any other expression. */
function rateMs(expression: string): number | undefined {
  const [, value, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const unitMs = UNIT_MS[unit];
  return unitMs === undefined ? undefined : Number(value) * unitMs;
}

/** A rule sends a scheduled event, a schedule sends its input and nothing else. */
function eventFor(spec: ScheduleSpec, input: string | undefined, at: Date): unknown {
  if (input !== undefined) return JSON.parse(input);
  if (spec.kind === 'schedule') return {};
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: LOCAL_ACCOUNT,
    time: at.toISOString().replace(/\.\d+Z$/, 'Z'),
    region: spec.region,
    resources: [spec.arn],
    detail: {},
  };
}
