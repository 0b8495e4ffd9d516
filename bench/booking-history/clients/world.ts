import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchCloud } from '../../support/cloud/boot';
import type { HistoryFile } from '../history/file';
import { type Api, historyApi, type Result, type Wish } from './api';
import type { Dice } from './random';

/** Something that a client does from beginning to end. */
export type Story = (client: number) => Promise<void>;

const TRIES = 3;
const RETRY_MS = 150;

/** What the stories of all clients share. */
export interface World {
  cloud: BenchCloud;
  history: HistoryFile;
  random: Dice;
  holdSeconds: number;
  /** Names the next attempt. */
  nextAttempt(): string;
  /** Makes a wish until its answer is definite, a few times; what stays open is asked again at the end. */
  attempt(client: number, wish: Wish): Promise<Result>;
  /** Makes one request. */
  ask: Api['ask'];
  /** Has some client tell a story after a while. */
  later(delayMs: number, story: Story): void;
  /** A story whose time has come. */
  takeDue(): Story | undefined;
  waiting(): number;
  /** Wishes without a definite answer. */
  open: Wish[];
}

export function createWorld(
  given: Pick<World, 'cloud' | 'history' | 'random' | 'holdSeconds'> & { patienceMs: number },
): World {
  const api = historyApi(given.cloud, given.history, given.patienceMs);
  const stories: { dueMs: number; story: Story }[] = [];
  const open: Wish[] = [];
  let attempts = 0;
  return {
    ...given,
    ask: api.ask,
    open,
    nextAttempt: () => `a${++attempts}`,
    async attempt(client, wish) {
      let result = await api.ask(client, wish);
      for (let tries = 1; tries < TRIES && result.outcome === 'unknown'; tries++) {
        await sleep(RETRY_MS * tries);
        result = await api.ask(client, wish);
      }
      if (result.outcome === 'unknown') open.push(wish);
      return result;
    },
    later: (delayMs, story) => void stories.push({ dueMs: Date.now() + delayMs, story }),
    takeDue() {
      const place = stories.findIndex(({ dueMs }) => dueMs <= Date.now());
      return place < 0 ? undefined : stories.splice(place, 1)[0]?.story;
    },
    waiting: () => stories.length,
  };
}
