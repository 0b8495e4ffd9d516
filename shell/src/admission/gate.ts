/** Who waits for whom: somebody in the middle of something comes before somebody who looks around. */
export type Rank = 'first' | 'rest';

export interface GateOptions {
  /** How many may be inside at once, to begin with. */
  limit: number;
  /** How many may wait for them. */
  room: number;
  /** How long each of these waits before it is turned away. */
  patienceMs: number;
}

export interface Visit {
  /** Whether to come in; false when there is no room or the wait was too long. */
  entered: Promise<boolean>;
  /** To be called once it is over, wherever the visitor is. */
  leave(): void;
}

/** What happened at the gate since it was asked last. */
export interface GateCounts {
  turnedAway: number;
  /** Whether anybody found it full. */
  wasFull: boolean;
}

interface Visitor {
  rank: Rank;
  place: 'waiting' | 'inside' | 'gone';
  answer(entered: boolean): void;
  patience?: NodeJS.Timeout;
}

/** Lets in so many at once and a few wait; everybody else hears "no" now instead of waiting without end. */
export class Gate {
  readonly #options: GateOptions;
  readonly #waiting: Record<Rank, Visitor[]> = { first: [], rest: [] };
  #limit: number;
  #inside = 0;
  #counts: GateCounts = { turnedAway: 0, wasFull: false };

  constructor(options: GateOptions) {
    this.#options = options;
    this.#limit = options.limit;
  }

  get limit(): number {
    return this.#limit;
  }

  /** How many may be inside from here on; nobody who is inside has to go. */
  set limit(limit: number) {
    this.#limit = limit;
    this.#fill();
  }

  visit(rank: Rank): Visit {
    const visitor: Visitor = { rank, place: 'waiting', answer: () => {} };
    const entered = new Promise<boolean>((resolve) => {
      visitor.answer = resolve;
    });
    if (this.#inside < this.#limit) this.#letIn(visitor);
    else this.#queue(visitor);
    return { entered, leave: () => this.#leave(visitor) };
  }

  takeCounts(): GateCounts {
    const counts = this.#counts;
    this.#counts = { turnedAway: 0, wasFull: false };
    return counts;
  }

  #queue(visitor: Visitor): void {
    this.#counts.wasFull = true;
    const { first, rest } = this.#waiting;
    if (first.length + rest.length >= this.#options.room) {
      const displaced = visitor.rank === 'first' ? rest.at(-1) : undefined;
      this.#turnAway(displaced ?? visitor);
      if (!displaced) return;
    }
    this.#waiting[visitor.rank].push(visitor);
    visitor.patience = setTimeout(() => this.#turnAway(visitor), this.#options.patienceMs);
  }

  #letIn(visitor: Visitor): void {
    this.#inside += 1;
    this.#settle(visitor, 'inside');
  }

  #turnAway(visitor: Visitor): void {
    this.#counts.turnedAway += 1;
    this.#settle(visitor, 'gone');
  }

  #leave(visitor: Visitor): void {
    if (visitor.place === 'inside') this.#inside -= 1;
    this.#settle(visitor, 'gone');
    this.#fill();
  }

  #settle(visitor: Visitor, place: 'inside' | 'gone'): void {
    clearTimeout(visitor.patience);
    const queue = this.#waiting[visitor.rank];
    const index = queue.indexOf(visitor);
    if (index >= 0) queue.splice(index, 1);
    visitor.place = place;
    visitor.answer(place === 'inside');
  }

  #fill(): void {
    const { first, rest } = this.#waiting;
    while (this.#inside < this.#limit) {
      const next = first[0] ?? rest[0];
      if (!next) return;
      this.#letIn(next);
    }
  }
}
