import { noSuch } from '../http/fault';
import { KINDS, type Kind, PLATFORM, type Row, type Tables } from './tables';

const EVENTS_KEPT = 5_000;

type Maps = { [K in Kind]: Map<string, Row<K>> };

/** What is written to disk: rows by kind, and facts that no API object may show. */
export interface Snapshot {
  rows: { [K in Kind]?: Row<K>[] };
  hidden: Record<string, string>;
}

function emptyMaps(): Maps {
  return Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Maps;
}

/** All objects by kind, in order of creation; `changed` is called after every write. */
export class Store {
  private readonly maps = emptyMaps();
  private readonly hidden = new Map<string, string>();
  private readonly kindOfId = new Map<string, Kind>();
  changed: () => void = () => {};

  put<K extends Kind>(kind: K, object: Tables[K], owner: string = PLATFORM): Tables[K] {
    this.maps[kind].set(object.id, { owner, object });
    this.kindOfId.set(object.id, kind);
    if (kind === 'event') this.forgetOldEvents();
    this.changed();
    return object;
  }

  /** Changes fields of a stored object. */
  patch<T extends Tables[Kind]>(object: T, change: Partial<T>): T {
    Object.assign(object, change);
    this.changed();
    return object;
  }

  find<K extends Kind>(kind: K, id: string, owner?: string): Tables[K] | undefined {
    const row = this.maps[kind].get(id);
    return row && (owner === undefined || row.owner === owner) ? row.object : undefined;
  }

  /** @throws StripeFault `resource_missing` */
  get<K extends Kind>(kind: K, id: string, param?: string, owner?: string): Tables[K] {
    const object = this.find(kind, id, owner);
    if (!object) throw noSuch(kind, id, param);
    return object;
  }

  /** Newest first, as Stripe lists. */
  all<K extends Kind>(kind: K, owner?: string): Tables[K][] {
    const rows = [...this.maps[kind].values()].reverse();
    return rows
      .filter((row) => owner === undefined || row.owner === owner)
      .map((row) => row.object);
  }

  /** Any object by its id alone, for `expand`. */
  byId(id: string): Tables[Kind] | undefined {
    const kind = this.kindOfId.get(id);
    return kind ? this.maps[kind].get(id)?.object : undefined;
  }

  ownerOf<K extends Kind>(kind: K, id: string): string {
    return this.maps[kind].get(id)?.owner ?? PLATFORM;
  }

  count(kind: Kind): number {
    return this.maps[kind].size;
  }

  /** A card number, a return URL: known to Stripe, never shown by the API. */
  hide(key: string, value: string): void {
    this.hidden.set(key, value);
    this.changed();
  }

  reveal(key: string): string | undefined {
    return this.hidden.get(key);
  }

  snapshot(): Snapshot {
    const rows = Object.fromEntries(KINDS.map((kind) => [kind, [...this.maps[kind].values()]]));
    return { rows, hidden: Object.fromEntries(this.hidden) };
  }

  restore(snapshot: Snapshot): void {
    for (const kind of KINDS) {
      for (const row of snapshot.rows[kind] ?? []) this.put(kind, row.object, row.owner);
    }
    for (const [key, value] of Object.entries(snapshot.hidden)) this.hidden.set(key, value);
  }

  /** The oldest that have arrived: what is still on its way must be there when its turn comes. */
  private forgetOldEvents(): void {
    const events = this.maps.event;
    for (const [id, { object }] of events) {
      if (events.size <= EVENTS_KEPT) return;
      if (object.pending_webhooks > 0) continue;
      events.delete(id);
      this.kindOfId.delete(id);
    }
  }
}
