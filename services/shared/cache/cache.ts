/** How long an answer serves. Both count from the moment before it was read. */
export interface Shelf {
  /** Until then nobody asks the table. */
  freshMs: number;
  /** Until then one caller reads anew and the others are still served; afterwards it is gone. */
  staleMs: number;
}

export interface Entry<Value> extends Shelf {
  /** What the answer is about; a new version of it makes the answer worthless at once. */
  tag: string;
  /** Which answer about it. */
  name: string;
  /** Reads what is so now. */
  load(): Promise<Value>;
  /** The version an answer was made of, where what it is about has versions of its own. */
  madeOf?(value: Value): string | undefined;
}

/** Answers that are kept beside the table. Whatever happens to it, `read` answers as the table would. */
export interface Cache {
  read<Value>(entry: Entry<Value>): Promise<Value>;
  /** From here on, answers made of other versions are not given. @throws when the cache cannot be told. */
  setVersions(versions: Readonly<Record<string, string>>): Promise<void>;
}

/** Straight to the table, where there is no cache. */
export const noCache: Cache = {
  read: ({ load }) => load(),
  setVersions: async () => {},
};
