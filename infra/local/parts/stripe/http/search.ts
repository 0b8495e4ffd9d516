import { invalid } from './fault';

interface Searchable {
  metadata?: Record<string, string> | null;
  [field: string]: unknown;
}

const CLAUSE = /^\s*(-?)(\w+)(?:\[["']([^"']+)["']\])?\s*:\s*["']([^"']*)["']\s*$/;

/** Stripe's search language as far as equality: `metadata['bookingId']:'b_1' AND status:'succeeded'`. */
export function searchFilter(query: string): (object: Searchable) => boolean {
  const clauses = query.split(/\s+AND\s+/i).map((clause) => {
    const match = CLAUSE.exec(clause);
    if (!match) throw invalid(`We were unable to parse your search query: ${query}`, 'query');
    const [, negation, field = '', key, value] = match;
    return (object: Searchable) => {
      const found = key === undefined ? object[field] : object.metadata?.[key];
      return (String(found ?? '') === value) === (negation === '');
    };
  });
  return (object) => clauses.every((matches) => matches(object));
}
