export { type Neighbour, nearestProviders, nextStartMs } from './nearest';
export { NEAR_PATH, NEAR_PLACE_HEADER, parseRoundedPlace, roundedPlace } from './place';
export {
  type NearProvider,
  type NearService,
  type NearSnapshot,
  nearSnapshotKey,
  parseNearSnapshot,
} from './snapshot';
