export { type BoundingBox, boundingBox, distanceKm, isInBox, type Place } from './distance';
