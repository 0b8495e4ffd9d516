import { logFile } from '../../../infra/local/run/log-file';
import { bootBenchCloud } from '../../support/cloud/boot';
import type { SourceEdit } from '../../support/cloud/edits';
import { type Timing, withTiming } from '../../support/cloud/timing';
import { type Arena, type ArenaKind, openArena, SIDE_ARENAS } from '../clients/arena';
import { tellAll, tellTheRest } from '../clients/crowd';
import { customer } from '../clients/customer';
import { overtaken } from '../clients/overtaken';
import { type Dice, dice } from '../clients/random';
import { createWorld, type World } from '../clients/world';
import { writeHistory } from '../history/file';
import type { ServiceLine } from '../history/lines';
import { askAgain, comeToRest, keepSweeping } from './come-to-rest';
import { startFaults } from './faults';
import { readBalances, readPayments, stripeOf } from './read-stripe';
import { readTable } from './read-table';

export interface RunOptions {
  /** Names the bundles of the services. */
  name: string;
  /** Where the history goes. */
  path: string;
  seed: number;
  rounds: number;
  /** Customers who want the one slot of a round; a quarter as many want something of another provider. */
  attempts: number;
  clients: number;
  /** With how long open holds and late events may take at the end, before the history is checked anyway. */
  timing: Timing & { restSeconds: number };
  /** Faults go on all the time; without them nothing goes wrong. */
  faults?: { webhookDelayMs: number; everyMs: number };
  /** Bugs that are planted into the services. */
  planted?: readonly SourceEdit[];
  /** Told after each round; answers whether there shall be another one. */
  onRound?: (round: number) => boolean;
}

/** Drives the booking API as many customers at once, and writes down everything that can be checked later. */
export async function recordHistory(options: RunOptions): Promise<void> {
  const { seed, rounds, attempts, clients, timing, faults, planted = [] } = options;
  const { holdSeconds, lockSeconds, requestSeconds, restSeconds } = timing;
  const history = writeHistory(options.path);
  const cloud = await bootBenchCloud({
    name: options.name,
    edits: [...withTiming(timing), ...planted],
    requestSeconds,
    ...(faults && {
      onFault: (fault: string, { operation }: { operation: string }) =>
        history.write({ kind: 'fault', atMs: Date.now(), fault: `${fault} ${operation}` }),
    }),
    log: logFile(`${options.path}.log`),
  });
  try {
    const isFaulty = faults !== undefined;
    history.write({ kind: 'run', seed, rounds, attempts, clients, isFaulty, holdSeconds });
    const random = dice(seed);
    const patienceMs = (requestSeconds + 2) * 1000;
    const world = createWorld({ cloud, history, random, holdSeconds, patienceMs });
    const stopSweeping = keepSweeping(world);
    const heal = faults ? startFaults(world, dice(seed + 1), { seed, ...faults }) : undefined;
    const accounts = await tellRounds(world, options);
    await heal?.();
    await tellTheRest(world, clients);
    await askAgain(world, clients, lockSeconds);
    await comeToRest(world, restSeconds);
    await stopSweeping();
    await writeTheEnd(world, accounts);
  } finally {
    await cloud.stop();
    await history.close();
  }
}

async function tellRounds(world: World, options: RunOptions): Promise<string[]> {
  const { rounds, attempts, clients, onRound = () => true } = options;
  const accounts = new Set<string>();
  const history = {
    ...world.history,
    write: (line: Parameters<typeof world.history.write>[0]) => {
      if (line.kind === 'service') accounts.add((line as ServiceLine).stripeAccountId);
      world.history.write(line);
    },
  };
  for (let round = 0; round < rounds; round++) {
    const side = SIDE_ARENAS[round % SIDE_ARENAS.length] ?? 'overlap';
    const open = (kind: ArenaKind) => openArena(world.cloud, history, kind, world.random);
    const [slot, other, late] = [await open('one-slot'), await open(side), await open('overtaken')];
    await tellAll(world, clients, [
      ...late.starts.map((start) => overtaken(world, late, start)),
      ...crowd(world, slot, attempts, other, Math.ceil(attempts / 4)),
    ]);
    if (!onRound(round)) break;
  }
  return [...accounts];
}

/** Customers of both arenas, mixed. */
function crowd(world: World, one: Arena, ones: number, other: Arena, others: number) {
  const stories = [
    ...Array.from({ length: ones }, () => customer(world, one)),
    ...Array.from({ length: others }, () => customer(world, other)),
  ];
  return mixed(stories, world.random);
}

function mixed<T>(items: T[], random: Dice): T[] {
  const keyed = items.map((item) => ({ item, key: random.between(0, 1_000_000) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

async function writeTheEnd({ cloud, history }: World, accounts: readonly string[]): Promise<void> {
  const stripe = stripeOf(cloud);
  for (const line of await readTable(cloud)) history.write(line);
  for (const line of await readPayments(stripe)) history.write(line);
  for (const line of await readBalances(stripe, accounts)) history.write(line);
}
