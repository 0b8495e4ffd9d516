export { type Ownership, released, taken, takenOver, writerOf } from './ownership';
