import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { documentClient, marketTable } from '../table';
import { STEPS, type StepName } from './command';
import type { Region } from './ownership';

/** Regions by name; the table has the same name in all of them. */
const Input = z.object({
  step: z.enum(Object.keys(STEPS) as [StepName]),
  providerId: z.string().min(1),
  here: z.string().min(1),
  other: z.string().min(1),
  home: z.string().min(1),
  table: z.string().min(1),
});

const USAGE = `npm run provider-region -w services -- <${Object.keys(STEPS).join('|')}> <providerId> --here <region> --other <region> --home <region> --table <name>`;

/** See docs/runbooks/provider-ownership.md. */
async function main(): Promise<void> {
  const option = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { here: option, other: option, home: option, table: option },
  });
  const [step, providerId] = positionals;
  const parsed = Input.safeParse({ step, providerId, ...values });
  if (!parsed.success) throw new Error(USAGE);
  const input = parsed.data;
  const regionOf = (region: string): Region => ({
    name: region,
    table: marketTable(documentClient(new DynamoDBClient({ region })), input.table),
  });
  const regions = { here: regionOf(input.here), other: regionOf(input.other) };
  const move = { providerId: input.providerId, homeRegion: input.home, now: new Date() };
  const told = await STEPS[input.step](regions, move);
  console.log(JSON.stringify(told ?? 'done', undefined, 2));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
