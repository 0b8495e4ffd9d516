import { afterEach, expect, it } from 'vitest';
import { type QueuePart, startQueue } from './index';

const dead = { name: 'dead', arn: 'arn:aws:sqs:eu-west-1:111111111111:dead', url: 'u' };
let part: QueuePart;
afterEach(() => part.stop());

it('keeps messages in order and lists them for the console', async () => {
  part = await startQueue({ port: 0, queues: [dead] });
  part.send(dead.arn, 'first');
  part.send(dead.arn, 'second');
  const listed = await (await fetch(part.url)).json();
  expect(listed).toMatchObject([
    { name: 'dead', messages: [{ body: 'first' }, { body: 'second' }] },
  ]);
  expect((await part.health()).detail).toBe('1 queues, 2 messages given up');
});

it('refuses a queue that the template does not have', async () => {
  part = await startQueue({ port: 0, queues: [dead] });
  expect(() => part.send('arn:other', 'x')).toThrow('no queue arn:other');
});
