import { withTimeLimit } from '../../time-limit';

const PARTS = 10;

/**
 * A limit of waiting that does not hold it against whoever is to answer that this process was busy,
 * which matters most while a server starts.
 */
export const withQuietTimeLimit = <Result>(work: Promise<Result>, limitMs: number, what: string) =>
  withTimeLimit(work, limitMs, what, PARTS);
