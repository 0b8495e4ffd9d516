import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What S3 knows about an object beside its bytes. */
export interface StoredObject {
  key: string;
  size: number;
  etag: string;
  modifiedMs: number;
  /** Headers given back as they came: type, caching, disposition, encoding, language. */
  headers: Record<string, string>;
  /** `x-amz-meta-…` without the prefix. */
  metadata: Record<string, string>;
  crc32?: string;
  /** File with the bytes, in the bucket's folder. */
  file: string;
}

export type NewObject = Omit<StoredObject, 'file' | 'size' | 'modifiedMs'>;

/** Objects of one bucket: descriptions in memory and on disk, bytes on disk only. */
export class Bucket {
  readonly #objects = new Map<string, StoredObject>();

  constructor(readonly dir: string) {
    mkdirSync(dir, { recursive: true });
    for (const name of readdirSync(dir)) {
      if (!name.endsWith('.json')) continue;
      const object = JSON.parse(readFileSync(path.join(dir, name), 'utf8')) as StoredObject;
      this.#objects.set(object.key, object);
    }
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  /** Keys in the order S3 lists them: by their UTF-8 bytes. */
  keys(): string[] {
    return [...this.#objects.keys()].sort((left, right) =>
      Buffer.compare(Buffer.from(left), Buffer.from(right)),
    );
  }

  pathOf(object: StoredObject): string {
    return path.join(this.dir, object.file);
  }

  read(object: StoredObject): Promise<Buffer> {
    return readFile(this.pathOf(object));
  }

  /**
   * Stores an object. `check` sees what is there at the moment of the switch and may throw: that is
   * where conditional writes are decided, so two writers cannot both win.
   */
  async put(
    object: NewObject,
    body: Buffer,
    check: (current: StoredObject | undefined) => void,
  ): Promise<StoredObject> {
    const file = `${nameOf(object.key)}.${randomBytes(6).toString('hex')}`;
    await writeFile(path.join(this.dir, file), body);
    const current = this.#objects.get(object.key);
    try {
      check(current);
    } catch (error) {
      this.#removeFile(file);
      throw error;
    }
    const stored = { ...object, file, size: body.length, modifiedMs: Date.now() };
    this.#objects.set(object.key, stored);
    this.#describe(stored);
    if (current !== undefined) this.#removeFile(current.file);
    return stored;
  }

  delete(key: string): void {
    const object = this.#objects.get(key);
    if (object === undefined) return;
    this.#objects.delete(key);
    this.#removeFile(`${nameOf(key)}.json`);
    this.#removeFile(object.file);
  }

  #describe(object: StoredObject): void {
    const file = path.join(this.dir, `${nameOf(object.key)}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(object));
    renameSync(`${file}.new`, file);
  }

  #removeFile(name: string): void {
    rmSync(path.join(this.dir, name), { force: true });
  }
}

/** A file name that no key can escape from. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40);
}
