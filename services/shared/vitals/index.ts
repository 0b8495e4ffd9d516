export { type KnownReleases, knownReleases, storedIn } from './known-releases';
export { serveVitals } from './serve-vitals';
