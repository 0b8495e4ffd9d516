import path from 'node:path';
import { Bucket } from './store';
import { S3Error } from './wire/errors';

const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** The buckets there are; each is a folder. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly dir: string,
    names: readonly string[],
  ) {
    for (const name of names) this.#open(name);
  }

  names(): string[] {
    return [...this.#buckets.keys()].sort();
  }

  get(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
    }
    return bucket;
  }

  create(name: string): void {
    if (this.#buckets.has(name)) {
      throw new S3Error('BucketAlreadyOwnedByYou', 'You own the bucket already.');
    }
    if (!NAME.test(name)) throw new S3Error('InvalidArgument', 'The bucket name is not valid.');
    this.#open(name);
  }

  #open(name: string): void {
    this.#buckets.set(name, new Bucket(path.join(this.dir, name)));
  }
}
