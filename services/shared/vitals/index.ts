export { serveVitals } from './serve-vitals';
