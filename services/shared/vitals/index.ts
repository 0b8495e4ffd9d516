export { type KnownReleases, knownReleases } from './known-releases';
export { serveVitals } from './serve-vitals';
