type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that were given, for a partial write. */
export function withoutUndefined<T extends object>(input: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
