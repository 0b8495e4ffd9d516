import { shippedSources } from './shipped-sources';

/** Names of events that code sends and hears. */
export interface SliceEvents {
  sends: string[];
  hears: string[];
}

/** The kit's two functions take an event's name as it is, first. */
const CALL = /\b(sendEvent|hearEvent)\(\s*'([^']+)'/g;

/** Which events the code below a directory sends and hears. */
export async function eventsOf(directory: string): Promise<SliceEvents> {
  const calls = (await shippedSources(directory)).flatMap((text) => [...text.matchAll(CALL)]);
  const named = (verb: string) => {
    const names = calls.filter(([, called]) => called === verb).map(([, , name = '']) => name);
    return [...new Set(names)].sort();
  };
  return { sends: named('sendEvent'), hears: named('hearEvent') };
}
