import { setTimeout as sleep } from 'node:timers/promises';
import type { Story, World } from './world';

const IDLE_MS = 20;

/** Has `clients` tell stories side by side: those whose time has come first, then the given ones. */
export async function tellAll(
  world: World,
  clients: number,
  stories: readonly Story[],
): Promise<void> {
  const queue = [...stories];
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (;;) {
        const story = world.takeDue() ?? queue.shift();
        if (!story) return;
        await story(client);
      }
    }),
  );
}

/** Tells what was put off until nothing is left to come. */
export async function tellTheRest(world: World, clients: number): Promise<void> {
  while (world.waiting() > 0) {
    await tellAll(world, clients, []);
    await sleep(IDLE_MS);
  }
}
