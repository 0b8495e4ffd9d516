import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SecretSpec } from '../../template/types';
import { generateSecret } from './generate';

export interface StoredSecret {
  name: string;
  arn: string;
  versionId: string;
  value: string;
}

/** Secrets by name; generated values are kept in a file so that signed links stay valid over restarts. */
export class SecretStore {
  private readonly secrets: Map<string, StoredSecret>;

  constructor(
    specs: SecretSpec[],
    private readonly file: string | undefined,
  ) {
    const kept = this.readKept();
    this.secrets = new Map(
      specs.map((spec) => {
        const value =
          spec.value ?? kept[spec.name] ?? (spec.generate ? generateSecret(spec.generate) : '');
        return [spec.name, { name: spec.name, arn: spec.arn, versionId: randomUUID(), value }];
      }),
    );
    this.keep();
  }

  /** Looks up by name, ARN, or ARN without the random suffix. */
  find(id: string): StoredSecret | undefined {
    return (
      this.secrets.get(id) ??
      [...this.secrets.values()].find(
        ({ arn }) => arn === id || arn.slice(0, arn.lastIndexOf('-')) === id,
      )
    );
  }

  put(secret: StoredSecret, value: string): StoredSecret {
    const next = { ...secret, value, versionId: randomUUID() };
    this.secrets.set(secret.name, next);
    this.keep();
    return next;
  }

  get size(): number {
    return this.secrets.size;
  }

  private readKept(): Record<string, string> {
    if (this.file === undefined || !existsSync(this.file)) return {};
    return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, string>;
  }

  private keep(): void {
    if (this.file === undefined) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    const values = Object.fromEntries(
      [...this.secrets.values()].map(({ name, value }) => [name, value]),
    );
    writeFileSync(this.file, JSON.stringify(values), { mode: 0o600 });
  }
}
