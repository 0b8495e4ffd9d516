/** How a request goes wrong on purpose. */
export interface Trouble {
  /** Part of `METHOD /path`, for example `POST /v1/refunds`. */
  match: string;
  /** `fail`: 500, nothing done. `lose-answer`: done, connection cut. `rate-limit`: 429. `delay`: slow. */
  mode: 'fail' | 'lose-answer' | 'rate-limit' | 'delay';
  times: number;
  delayMs: number;
}

/** Troubles that were ordered for coming requests, used up one by one. */
export class Troubles {
  private list: Trouble[] = [];

  add(trouble: Trouble): void {
    this.list.push({ ...trouble });
  }

  clear(): void {
    this.list = [];
  }

  /** The trouble this request runs into, if any. */
  take(request: string): Trouble | undefined {
    const trouble = this.list.find((item) => item.times > 0 && request.includes(item.match));
    if (trouble) trouble.times -= 1;
    this.list = this.list.filter((item) => item.times > 0);
    return trouble;
  }
}
