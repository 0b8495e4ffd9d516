import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withQuietTimeLimit } from './quiet-time-limit';

const never = new Promise<string>(() => undefined);

/** Nothing else runs for a while; what has come in the meantime is seen afterwards. */
function beBusy(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a limit of quiet time', () => {
  it('gives what comes in time', async () => {
    await expect(withQuietTimeLimit(Promise.resolve('here'), 500, 'It')).resolves.toBe('here');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a wait for what does not come', async () => {
    const wait = expect(withQuietTimeLimit(never, 500, 'It')).rejects.toThrow(
      'It took longer than 500 ms',
    );
    await vi.advanceTimersByTimeAsync(500);
    await wait;
  });

  it('passes on a failure at once', async () => {
    const failing = Promise.reject(new Error('refused'));
    await expect(withQuietTimeLimit(failing, 500, 'It')).rejects.toThrow('refused');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not count a stretch in which the process was busy', async () => {
    let arrive: (text: string) => void = () => undefined;
    const work = new Promise<string>((resolve) => {
      arrive = resolve;
    });
    const wait = withQuietTimeLimit(work, 500, 'It');
    beBusy(10_000);
    await vi.advanceTimersByTimeAsync(400);
    arrive('late for the clock only');
    await expect(wait).resolves.toBe('late for the clock only');
  });
});
