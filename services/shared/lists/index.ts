export { openCursor, sealCursor } from './cursor';
