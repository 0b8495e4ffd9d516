import { loadState, saveBehind } from '../../../state-file';
import type { MetricStore } from '../metrics/store';
import { type AlarmDefinition, type AlarmState, stateOf } from './alarm';

export interface Alarm extends AlarmDefinition {
  state: AlarmState;
  changedAtMs: number;
}

export interface AlarmChange {
  alarm: Alarm;
  before: AlarmState;
}

/** Every alarm that was put, kept over restarts. */
export class AlarmBook {
  private readonly alarms = new Map<string, Alarm>();
  private readonly file: ReturnType<typeof saveBehind> | undefined;

  private constructor(stateFile: string | undefined) {
    this.file = stateFile ? saveBehind(stateFile, () => this.list()) : undefined;
  }

  static async open(stateFile?: string): Promise<AlarmBook> {
    const book = new AlarmBook(stateFile);
    const kept = stateFile ? await loadState<Alarm[]>(stateFile) : undefined;
    for (const alarm of kept ?? []) book.alarms.set(alarm.AlarmName, alarm);
    return book;
  }

  /** A changed alarm keeps its state until it is evaluated again. */
  put(definition: AlarmDefinition, nowMs: number): void {
    const { state = 'INSUFFICIENT_DATA', changedAtMs = nowMs } =
      this.alarms.get(definition.AlarmName) ?? {};
    this.alarms.set(definition.AlarmName, { ...definition, state, changedAtMs });
    this.file?.touch();
  }

  delete(names: readonly string[]): void {
    for (const name of names) this.alarms.delete(name);
    this.file?.touch();
  }

  list(): Alarm[] {
    return [...this.alarms.values()];
  }

  /** Evaluates all, and gives those whose state changed. */
  evaluate(store: MetricStore, nowMs: number): AlarmChange[] {
    const changes: AlarmChange[] = [];
    for (const alarm of this.alarms.values()) {
      const before = alarm.state;
      const state = stateOf(alarm, store, nowMs) ?? before;
      if (state === before) continue;
      Object.assign(alarm, { state, changedAtMs: nowMs });
      changes.push({ alarm, before });
    }
    if (changes.length > 0) this.file?.touch();
    return changes;
  }

  async flush(): Promise<void> {
    await this.file?.end();
  }
}
