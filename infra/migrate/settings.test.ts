import { describe, expect, it } from 'vitest';
import { parseEnvironment, parseOptions, sourceNameOf } from './settings';

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
