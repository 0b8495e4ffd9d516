import type { Hold } from './flow-state';

const keyOf = (serviceId: string) => `em:hold:${serviceId}`;

/** The tab's own memory of a hold: a reload, or signing in half-way, must not lose the time. */
export function rememberHold(serviceId: string, hold: Hold): void {
  sessionStorage.setItem(keyOf(serviceId), JSON.stringify(hold));
}

export function forgetHold(serviceId: string): void {
  sessionStorage.removeItem(keyOf(serviceId));
}

/** The hold that this tab has, while it lasts. */
export function recallHold(serviceId: string, nowMs: number): Hold | null {
  const text = sessionStorage.getItem(keyOf(serviceId));
  if (!text) return null;
  const hold = JSON.parse(text) as Hold;
  if (Date.parse(hold.holdExpiresAt) > nowMs) return hold;
  forgetHold(serviceId);
  return null;
}
