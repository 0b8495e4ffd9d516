import { requireFreePort } from '../ports';

/** Ports of the parts, counted from the public port. */
export const PORT_OFFSETS = {
  public: 0,
  dynamodb: 10,
  cognito: 11,
  s3: 12,
  ses: 13,
  stripe: 14,
  secrets: 15,
  'cloudfront-api': 16,
  lambda: 17,
  'rest-api': 18,
  queue: 19,
  shell: 20,
  cloudwatch: 21,
  redis: 22,
  'redis-bus': 23,
} as const;

export type PartName = keyof typeof PORT_OFFSETS;

const NAMES = Object.keys(PORT_OFFSETS) as PartName[];

/** Where each part listens. An IP address, because the SDK's S3 client would put the bucket before a host name. */
export class Addresses {
  constructor(private readonly publicPort: number) {}

  port(part: PartName): number {
    return this.publicPort + PORT_OFFSETS[part];
  }

  url(part: PartName): string {
    return `http://127.0.0.1:${this.port(part)}`;
  }

  /** What browsers see. */
  get origin(): string {
    return `http://localhost:${this.publicPort}`;
  }

  /** Throws one sentence about the first port that is taken. */
  async requireFree(): Promise<void> {
    for (const name of NAMES) await requireFreePort(this.port(name), name);
  }
}
