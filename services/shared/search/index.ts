export {
  type BusyTime,
  emptySnapshot,
  type IndexedProvider,
  type IndexedService,
  parseSnapshot,
  type Snapshot,
  snapshotKey,
} from './snapshot';
