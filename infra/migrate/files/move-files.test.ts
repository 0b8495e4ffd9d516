import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localClient } from '../../local/client';
import { serve } from '../../local/http';
import type { Part } from '../../local/part';
import { startS3 } from '../../local/parts/s3';
import { aLog } from '../../local/testing';
import type { Source } from '../source/postgres';
import type { FileRow } from '../source/rows';
import { MigrationState } from '../state/state';
import { compareFiles, moveFiles } from './move-files';
import { s3Target } from './s3-target';
import { supabaseStorage } from './supabase-storage';

const Bucket = 'assets';

let dir: string;
let part: Part;
let s3: S3Client;
let storage: Awaited<ReturnType<typeof serve>>;
let asked: string[] = [];
let isTroubled = false;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'));
  part = await startS3({ port: 0, dir, buckets: [{ name: Bucket }], log: aLog().log });
  s3 = new S3Client({ ...localClient(part.url), forcePathStyle: true });
  storage = await serve(0, (request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`);
    const isLost = request.url?.endsWith('lost.png');
    response.writeHead(isTroubled ? 503 : isLost ? 404 : 200);
    isTroubled = false;
    response.end(`picture at ${request.url}`);
  });
});
afterAll(async () => {
  s3.destroy();
  await part.stop();
  await storage.close();
  await rm(dir, { recursive: true });
});

const aFile = (name: string, changes: Partial<FileRow> = {}): FileRow => ({
  id: `00000000-0000-4000-8000-0000000000${String(name.length).padStart(2, '0')}`,
  ...{ bucket_id: 'media', is_public: true, name, size: '10', mimetype: 'image/png' },
  ...changes,
});

/** A project of these files, and where they go. */
function aMove(rows: readonly FileRow[]) {
  const source = {
    async *stream(_sql: string, [after]: readonly string[]) {
      yield rows.filter(({ id }) => id > String(after));
    },
  } as unknown as Source;
  const ports = { from: supabaseStorage(storage.url, 'key'), to: s3Target(s3, Bucket) };
  return { source, ...ports };
}

describe('files', () => {
  it('move with their type and a checksum, public ones to where they are served from', async () => {
    const state = new MigrationState(':memory:');
    const rows = [aFile('a b.png'), aFile('papers.pdf', { bucket_id: 'docs', is_public: false })];
    isTroubled = true;
    await moveFiles(aMove(rows), state, () => {});
    const found = await s3.send(
      new GetObjectCommand({ Bucket, Key: 'media/migrated/media/a b.png' }),
    );
    expect(found.ContentType).toBe('image/png');
    expect(await found.Body?.transformToString()).toContain('/authenticated/media/a%20b.png');
    expect(await compareFiles(aMove(rows))).toEqual({ same: 2, different: [] });
    expect(asked[0]).toMatch(/^Bearer key \/storage\/v1\/object\/authenticated\//);
  });

  it('stay behind with a reason, without stopping the others', async () => {
    const state = new MigrationState(':memory:');
    const rows = [
      aFile('one.png'),
      aFile('lost.png'),
      aFile('../up.png'),
      aFile('no-bucket.png', { is_public: null }),
      aFile('too-large.png.', { size: '900000000' }),
      aFile('the-last-one.png'),
    ];
    await moveFiles(aMove(rows), state, () => {});
    expect(state.findings().map(({ reason, rows: count }) => [reason, count])).toEqual(
      expect.arrayContaining([
        ['FILE_UNREADABLE', 1],
        ['BAD_FILE', 2],
        ['FILE_TOO_LARGE', 1],
      ]),
    );
    expect(await compareFiles(aMove(rows))).toEqual({ same: 2, different: [] });
  });

  it('move once: a later run goes on after the last one', async () => {
    const state = new MigrationState(':memory:');
    const rows = [aFile('one.png'), aFile('three.png')];
    let moved = 0;
    const dying = moveFiles(aMove(rows), state, () => {
      moved++;
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    asked = [];
    await moveFiles(aMove(rows), state, () => {});
    await moveFiles(aMove(rows), state, () => {});
    expect(moved).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('are told apart from others under their name', async () => {
    const rows = [aFile('changed.png')];
    await moveFiles(aMove(rows), new MigrationState(':memory:'), () => {});
    const Key = 'media/migrated/media/changed.png';
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'another picture' }));
    expect(await compareFiles(aMove(rows))).toEqual({ same: 0, different: [Key] });
  });
});
