import {
  ConflictException,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { describe, expect, it } from 'vitest';
import type { ReleaseClients, ReleaseTarget } from '../target';
import { activated } from './activation';
import { changeRecord, ReleaseConflict, readRecord } from './records';

const target: ReleaseTarget = {
  slicesBucket: 'b',
  releasesKvsArn: 'arn',
  signingSecretId: 's',
  region: 'eu-west-1',
};

/** A store with one ETag for all keys, as CloudFront has it; `beforePut` is somebody else's moment. */
function aStore(beforePut: (put: (key: string, value: string) => void) => void = () => undefined) {
  const values = new Map<string, string>();
  let version = 1;
  const write = (key: string, value: string) => {
    values.set(key, value);
    version += 1;
  };
  const send = async (command: unknown) => {
    if (command instanceof DescribeKeyValueStoreCommand) return { ETag: String(version) };
    if (command instanceof GetKeyCommand) {
      const Value = values.get(command.input.Key ?? '');
      if (Value === undefined) throw new ResourceNotFoundException({ message: '', $metadata: {} });
      return { Value };
    }
    if (!(command instanceof PutKeyCommand)) throw new Error('unexpected command');
    beforePut(write);
    if (command.input.IfMatch !== String(version)) {
      throw new ConflictException({ message: 'stale', $metadata: {} });
    }
    write(command.input.Key ?? '', command.input.Value ?? '');
    return {};
  };
  return { values, clients: { releases: { send } } as unknown as ReleaseClients };
}

describe('changing what is served', () => {
  it('writes the first release of a slice', async () => {
    const { clients } = aStore();
    await changeRecord('mf-catalog', (now) => activated(now, 'r1'), target, clients);
    expect(await readRecord('mf-catalog', target, clients)).toEqual({ live: 'r1' });
  });

  it('writes again when another slice was released in between', async () => {
    let interruptions = 2;
    const { clients, values } = aStore((put) => {
      interruptions -= 1;
      if (interruptions >= 0) put('slice/mf-booking', `{"live":"b${interruptions}"}`);
    });
    await changeRecord('mf-catalog', (now) => activated(now, 'r1'), target, clients);
    expect(values.get('slice/mf-catalog')).toBe('{"live":"r1"}');
    expect(values.get('slice/mf-booking')).toBe('{"live":"b0"}');
  });

  it('refuses when somebody else released the same slice in between', async () => {
    const { clients, values } = aStore((put) => put('slice/mf-catalog', '{"live":"theirs"}'));
    const change = changeRecord('mf-catalog', (now) => activated(now, 'mine'), target, clients);
    await expect(change).rejects.toThrow(ReleaseConflict);
    await expect(change).rejects.toThrow('live is now theirs');
    await expect(change).rejects.toThrow('you lost');
    expect(values.get('slice/mf-catalog')).toBe('{"live":"theirs"}');
  });
});
