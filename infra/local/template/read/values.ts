import type { ResolvedResource } from '../types';
import { UnresolvedReference } from '../types';

/** Typed access to a resource's properties; a wrong shape is an error that names the resource. */
export class Values {
  constructor(
    private readonly resource: ResolvedResource,
    private readonly values: Record<string, unknown> = resource.properties,
  ) {}

  text(key: string): string {
    return this.optionalText(key) ?? this.missing(key);
  }

  optionalText(key: string): string | undefined {
    const value = this.values[key];
    return value === undefined ? undefined : String(value);
  }

  number(key: string, fallback: number): number {
    return this.optionalNumber(key) ?? fallback;
  }

  optionalNumber(key: string): number | undefined {
    const value = this.values[key];
    return value === undefined ? undefined : Number(value);
  }

  flag(key: string): boolean {
    return this.values[key] === true || this.values[key] === 'true';
  }

  object(key: string): Values {
    const value = this.values[key] ?? {};
    if (typeof value !== 'object' || Array.isArray(value)) return this.missing(key);
    return new Values(this.resource, value as Record<string, unknown>);
  }

  objects(key: string): Values[] {
    return this.list<Record<string, unknown>>(key).map((item) => new Values(this.resource, item));
  }

  list<T>(key: string): T[] {
    const value = this.values[key] ?? [];
    return Array.isArray(value) ? (value as T[]) : this.missing(key);
  }

  has(key: string): boolean {
    return this.values[key] !== undefined;
  }

  raw(key: string): unknown {
    return this.values[key];
  }

  entries(): [string, unknown][] {
    return Object.entries(this.values);
  }

  private missing(key: string): never {
    const { stack, logicalId, type } = this.resource;
    throw new UnresolvedReference(stack, logicalId, `${type} has no usable ${key}`);
  }
}

export const read = (resource: ResolvedResource): Values => new Values(resource);
