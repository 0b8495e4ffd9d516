import { expect, it } from 'vitest';
import { createProgress } from './progress';

it('says what is done, how long it took and what came of it', async () => {
  let text = '';
  let nowMs = 0;
  const progress = createProgress(
    (part) => {
      text += part;
    },
    () => nowMs,
  );
  await progress.step(
    'build',
    async () => {
      expect(text).toBe('  build    ');
      expect(progress.current).toBe('build');
      nowMs = 21_400;
      return 3;
    },
    (files) => `${files} files`,
  );
  expect(text).toBe('  build      21.4 s  3 files\n');
  expect(progress.current).toBeUndefined();
});

it('remembers the step that failed', async () => {
  const progress = createProgress(() => undefined);
  const failing = progress.step('upload', () => Promise.reject(new Error('away')), String);
  await expect(failing).rejects.toThrow('away');
  expect(progress.current).toBe('upload');
});
