import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, parseEnvironment, parseOptions, sourceNameOf } from './settings';

const database = { SUPABASE_DB_URL: 'postgres://postgres:secret@db.example.test:6543/postgres' };

describe('the command', () => {
  it('knows its four words, and says how it is used to any other', () => {
    expect(parseOptions(['plan'])).toEqual({
      command: 'plan',
      stage: 'local',
      stateDir: '.local/migrate/local',
      withFiles: true,
      again: false,
    });
    expect(parseOptions(['run', '--help'])).toBeUndefined();
    for (const words of [[], ['walk'], ['plan', 'run']]) {
      expect(() => parseOptions(words)).toThrow(/^Moves a Supabase project/);
    }
    expect(() => parseOptions(['plan', '--stage', 'moon'])).toThrow('Stage "moon" is not one of');
  });

  it('is written in the guide as it is', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/migrate.md'), 'utf8');
    const commands = [...guide.matchAll(/^npm run migrate -- (.+)$/gm)].map(([, args = '']) =>
      parseOptions(args.split(' ')),
    );
    expect(commands.map((options) => options?.command)).toEqual([...COMMANDS]);
    expect(commands.every((options) => options?.stage === 'prod')).toBe(true);
  });

  it('names the variable that is missing or no address', () => {
    expect(() => parseEnvironment({}, { withFiles: false })).toThrow('Set SUPABASE_DB_URL');
    const wrong = { SUPABASE_DB_URL: 'https://example.test', SUPABASE_URL: 'x' };
    expect(() => parseEnvironment(wrong, { withFiles: false })).toThrow(
      'Set SUPABASE_DB_URL and SUPABASE_URL',
    );
    expect(() => parseEnvironment(database, { withFiles: true })).toThrow('--without-files');
    expect(parseEnvironment(database, { withFiles: false })).toEqual(database);
  });

  it('remembers a database without its password', () => {
    expect(sourceNameOf(database.SUPABASE_DB_URL)).toBe('db.example.test:6543/postgres');
  });
});
