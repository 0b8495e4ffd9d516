import { ulid } from 'ulid';

const SERVICE_SEPARATOR = '-';

/** A new id that sorts by the time it was made: 26 lower-case letters and digits. */
export function newId(now: Date): string {
  return ulid(now.getTime()).toLowerCase();
}

/** A service's id begins with its provider's, so that one read finds it: `<providerId>-<part>`. */
export function serviceIdOf(providerId: string, part: string): string {
  return `${providerId}${SERVICE_SEPARATOR}${part}`;
}

/** The provider in a service's id; for anything else an id that no provider has. */
export function providerIdOf(serviceId: string): string {
  return serviceId.slice(0, Math.max(0, serviceId.lastIndexOf(SERVICE_SEPARATOR)));
}
