import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScheduleSpec } from '../../template/types';
import { aLog } from '../../testing';
import { parseCron } from './cron';
import { type SchedulePart, startSchedule } from './index';

const FUNCTION = 'arn:aws:lambda:eu-west-1:111111111111:function:sweeper:live';
const schedule = (expression: string, rest: Partial<ScheduleSpec> = {}): ScheduleSpec => ({
  name: 'sweep',
  arn: 'arn:aws:events:eu-west-1:111111111111:rule/sweep',
  region: 'eu-west-1',
  expression,
  timeZone: 'UTC',
  enabled: true,
  kind: 'rule',
  targets: [{ functionArn: FUNCTION }],
  ...rest,
});

let part: SchedulePart | undefined;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T11:58:30.500Z') });
});
afterEach(async () => {
  await part?.stop();
  vi.useRealTimers();
});

function start(spec: ScheduleSpec) {
  const invokeLater = vi.fn();
  part = startSchedule({ schedules: [spec], invokeLater, log: aLog().log });
  return invokeLater;
}

describe('startSchedule', () => {
  it("invokes a rate's target after each interval, with a scheduled event", () => {
    const invokeLater = start(schedule('rate(1 minute)'));
    vi.advanceTimersByTime(59_999);
    expect(invokeLater).not.toHaveBeenCalled();
    vi.advanceTimersByTime(120_001);
    expect(invokeLater).toHaveBeenCalledTimes(3);
    expect(invokeLater).toHaveBeenLastCalledWith(
      FUNCTION,
      expect.objectContaining({
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        time: '2026-03-01T12:01:30Z',
      }),
    );
  });

  it("invokes a cron's target at the start of its minutes", () => {
    const invokeLater = start(schedule('cron(0 12 * * ? *)'));
    vi.advanceTimersByTime(89_000);
    expect(invokeLater).not.toHaveBeenCalled();
    vi.advanceTimersByTime(600_000);
    expect(invokeLater).toHaveBeenCalledOnce();
  });

  it('sends a schedule its own input, and does nothing when disabled', () => {
    const targets = [{ functionArn: FUNCTION, input: '{"a":1}' }];
    const invokeLater = start(
      schedule('rate(2 hours)', { kind: 'schedule', targets, enabled: false }),
    );
    vi.advanceTimersByTime(7_200_000);
    expect(invokeLater).not.toHaveBeenCalled();
    part?.runNow('sweep');
    expect(invokeLater).toHaveBeenCalledWith(FUNCTION, { a: 1 });
  });

  it('stops', async () => {
    const invokeLater = start(schedule('rate(1 minute)'));
    await part?.stop();
    vi.advanceTimersByTime(600_000);
    expect(invokeLater).not.toHaveBeenCalled();
  });

  it('refuses an expression that it does not know', () => {
    expect(() => start(schedule('at(2026-01-01T00:00:00)'))).toThrow('not a cron expression');
  });
});

describe('parseCron', () => {
  it.each([
    ['cron(*/15 * * * ? *)', '2026-03-01T10:45:59Z', true],
    ['cron(0/15 * * * ? *)', '2026-03-01T10:44:00Z', false],
    ['cron(0 8-10 ? * MON-FRI *)', '2026-03-02T09:00:00Z', true],
    ['cron(0 8-10 ? * MON-FRI *)', '2026-03-01T09:00:00Z', false],
    ['cron(0 0 1,15 * ? *)', '2026-03-15T00:00:00Z', true],
    ['cron(0 0 L * ? *)', '2026-02-28T00:00:00Z', true],
    ['cron(0 0 L * ? *)', '2028-02-28T00:00:00Z', false],
    ['cron(0 0 ? * 6L *)', '2026-03-27T00:00:00Z', true],
    ['cron(0 0 ? * 2#1 *)', '2026-03-02T00:00:00Z', true],
    ['cron(0 0 ? * 2#1 *)', '2026-03-09T00:00:00Z', false],
    ['cron(0 0 1 JAN ? 2027)', '2027-01-01T00:00:00Z', true],
    ['cron(0 0 1 JAN ? 2027)', '2026-01-01T00:00:00Z', false],
  ])('%s at %s: %s', (expression, at, expected) => {
    expect(parseCron(expression)(new Date(at))).toBe(expected);
  });

  it('counts in the time zone of the schedule, through summer time', () => {
    const isDue = parseCron('cron(0 9 * * ? *)', 'Europe/Berlin');
    expect(isDue(new Date('2026-01-10T08:00:00Z'))).toBe(true);
    expect(isDue(new Date('2026-07-10T07:00:00Z'))).toBe(true);
    expect(isDue(new Date('2026-07-10T08:00:00Z'))).toBe(false);
  });

  it.each(['cron(0 12 * * ?)', 'cron(a * * * ? *)'])('refuses %s', (expression) => {
    expect(() => parseCron(expression)).toThrow();
  });
});
