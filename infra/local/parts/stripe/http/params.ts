import { invalid, missingParam } from './fault';
import type { FormTree } from './form';

const METADATA_KEYS_MAX = 50;
const METADATA_VALUE_LENGTH_MAX = 500;

/** Typed reading of request parameters; every refusal is worded as Stripe words it. */
export class Params {
  constructor(
    private readonly tree: FormTree,
    private readonly prefix = '',
  ) {}

  names(): string[] {
    return Object.keys(this.tree);
  }

  has(name: string): boolean {
    return this.tree[name] !== undefined;
  }

  string(name: string): string | undefined {
    const value = this.tree[name];
    if (value === undefined || typeof value === 'string') return value;
    throw invalid(`Invalid string: ${JSON.stringify(value)}`, this.path(name));
  }

  required(name: string): string {
    const value = this.string(name);
    if (value === undefined || value === '') throw missingParam(this.path(name));
    return value;
  }

  integer(name: string): number | undefined {
    const value = this.string(name);
    if (value === undefined || value === '') return undefined;
    if (!/^-?\d{1,15}$/.test(value)) {
      throw invalid(`Invalid integer: ${value}`, this.path(name), 'parameter_invalid_integer');
    }
    return Number(value);
  }

  requiredInteger(name: string): number {
    const value = this.integer(name);
    if (value === undefined) throw missingParam(this.path(name));
    return value;
  }

  boolean(name: string): boolean {
    const value = this.string(name);
    if (value === undefined || value === 'false') return false;
    if (value === 'true') return true;
    throw invalid(`Invalid boolean: ${value}`, this.path(name));
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const found = allowed.find((item) => item === value);
    if (found) return found;
    throw invalid(
      `Invalid ${this.path(name)}: must be one of ${allowed.join(', ')}`,
      this.path(name),
    );
  }

  object(name: string): Params | undefined {
    const value = this.tree[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'object' && !Array.isArray(value))
      return new Params(value, this.path(name));
    throw invalid('Invalid object', this.path(name));
  }

  objects(name: string): Params[] {
    const value = this.tree[name];
    if (!Array.isArray(value)) return [];
    return value.flatMap((item, index) =>
      typeof item === 'object' && !Array.isArray(item)
        ? [new Params(item, `${this.path(name)}[${index}]`)]
        : [],
    );
  }

  strings(name: string): string[] {
    const value = this.tree[name];
    if (value === undefined) return [];
    if (typeof value === 'string') return [value];
    return Object.values(value).filter((item): item is string => typeof item === 'string');
  }

  /** The object's metadata after this request: keys merge, an empty value removes. */
  metadata(before: Record<string, string> = {}): Record<string, string> {
    const given = this.tree.metadata;
    if (given === undefined) return before;
    if (given === '') return {};
    const merged = { ...before };
    const object = this.object('metadata');
    for (const key of object?.names() ?? []) {
      const value = object?.string(key) ?? '';
      if (value.length > METADATA_VALUE_LENGTH_MAX) {
        throw invalid(
          `Metadata values can have up to ${METADATA_VALUE_LENGTH_MAX} characters, but you passed in a value that is ${value.length} characters.`,
          `metadata[${key}]`,
        );
      }
      if (value === '') delete merged[key];
      else merged[key] = value;
    }
    if (Object.keys(merged).length > METADATA_KEYS_MAX) {
      throw invalid(`You can have at most ${METADATA_KEYS_MAX} metadata keys.`, 'metadata');
    }
    return merged;
  }

  private path(name: string): string {
    return this.prefix === '' ? name : `${this.prefix}[${name}]`;
  }
}
