import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseStageName, type StageName } from '../config';

export const COMMANDS = ['plan', 'run', 'verify', 'report'] as const;
export type Command = (typeof COMMANDS)[number];

export const USAGE = `Moves a Supabase project into the marketplace. Usage:
  npm run migrate -- plan    [--stage local]            goes through everything and writes nothing
  npm run migrate -- run     [--stage local] [--again]  moves it; goes on where an earlier run ended
  npm run migrate -- verify  [--stage local]            compares both sides whole
  npm run migrate -- report  [--stage local]            writes what is known as one HTML file
Options:
  --state <folder>   keeps what a migration knows of itself (.local/migrate/<stage>)
  --without-files    leaves the files of Supabase's storage alone
  --again            moves everything once more, over what is there
Environment:
  SUPABASE_DB_URL            postgres://… of the project's database, the direct connection
  SUPABASE_URL               https://<project>.supabase.co, for the files
  SUPABASE_SERVICE_ROLE_KEY  the key that may read all files
docs/migrate.md tells the whole story.`;

const Environment = z.object({
  SUPABASE_DB_URL: z.string().regex(/^postgres(ql)?:\/\//),
  SUPABASE_URL: z.url().optional(),
  SUPABASE_SERVICE_ROLE_KEY: z.string().min(1).optional(),
});
export type SupabaseEnvironment = z.infer<typeof Environment>;

export interface Options {
  command: Command;
  stage: StageName;
  stateDir: string;
  withFiles: boolean;
  again: boolean;
}

/** @returns undefined when help is asked for. @throws Error in a sentence. */
export function parseOptions(args: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      stage: { type: 'string', default: 'local' },
      state: { type: 'string' },
      'without-files': { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const command = COMMANDS.find((known) => known === positionals[0]);
  if (!command || positionals.length > 1) throw new Error(USAGE);
  const stage = parseStageName(values.stage);
  return {
    ...{ command, stage },
    stateDir: values.state ?? `.local/migrate/${stage}`,
    withFiles: !values['without-files'],
    again: values.again,
  };
}

/** @throws Error naming what is missing or is no address. */
export function parseEnvironment(
  source: Record<string, string | undefined>,
  { withFiles }: Pick<Options, 'withFiles'>,
): SupabaseEnvironment {
  const parsed = Environment.safeParse(source);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
    throw new Error(`Set ${names.join(' and ')}: see \`npm run migrate -- --help\`.`);
  }
  const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY } = parsed.data;
  if (withFiles && !(SUPABASE_URL && SUPABASE_SERVICE_ROLE_KEY)) {
    throw new Error(
      'Files are moved too: set SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY, or say --without-files.',
    );
  }
  return parsed.data;
}

/** A database without its password: how a state knows that it is about this one. */
export function sourceNameOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}
