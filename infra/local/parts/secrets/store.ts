import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SecretSpec } from '../../template/types';
import { generateSecret } from './generate';
import { CURRENT, type SecretVersion, withVersion } from './versions';

export interface StoredSecret {
  name: string;
  arn: string;
  /** The function that rotates it. */
  rotatedBy: string | undefined;
  versions: readonly SecretVersion[];
}

/** Secrets by name; generated values are kept in a file so that signed links stay valid over restarts. */
export class SecretStore {
  readonly #secrets: Map<string, StoredSecret>;
  readonly #file: string | undefined;

  constructor(specs: readonly SecretSpec[], file: string | undefined) {
    this.#file = file;
    const kept = this.#readKept();
    this.#secrets = new Map(
      specs.map(({ name, arn, rotatedBy, ...spec }) => {
        const versions = (spec.value === undefined && kept[name]) || firstVersion(spec);
        return [name, { name, arn, rotatedBy, versions }];
      }),
    );
    this.#keep();
  }

  /** Looks up by name, ARN, or ARN without the random suffix. */
  find(id: string): StoredSecret | undefined {
    return (
      this.#secrets.get(id) ??
      [...this.#secrets.values()].find(
        ({ arn }) => arn === id || arn.slice(0, arn.lastIndexOf('-')) === id,
      )
    );
  }

  /** Replaces a secret's versions. */
  put(secret: StoredSecret, versions: readonly SecretVersion[]): void {
    this.#secrets.set(secret.name, { ...secret, versions });
    this.#keep();
  }

  get size(): number {
    return this.#secrets.size;
  }

  /** Earlier clouds kept one value a secret. */
  #readKept(): Record<string, readonly SecretVersion[]> {
    if (this.#file === undefined || !existsSync(this.#file)) return {};
    const kept: Record<string, string | SecretVersion[]> = JSON.parse(
      readFileSync(this.#file, 'utf8'),
    );
    return Object.fromEntries(
      Object.entries(kept).map(([name, given]) => [
        name,
        typeof given === 'string' ? firstVersion({ value: given }) : given,
      ]),
    );
  }

  #keep(): void {
    if (this.#file === undefined) return;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    const versions = Object.fromEntries(
      [...this.#secrets.values()].map((secret) => [secret.name, secret.versions]),
    );
    writeFileSync(this.#file, JSON.stringify(versions), { mode: 0o600 });
  }
}

function firstVersion({ value, generate }: Pick<SecretSpec, 'value' | 'generate'>) {
  const text = value ?? (generate ? generateSecret(generate) : '');
  return withVersion([], { id: randomUUID(), value: text }, [CURRENT]);
}
