import { z } from 'zod';
import { releaseClients } from '../../target';
import { worseCanaryOf } from './alarm-event';
import { endCanary } from './end-canary';

const environment = z.object({
  AWS_REGION: z.string(),
  SLICES_BUCKET_NAME: z.string(),
  RELEASES_KVS_ARN: z.string(),
});

/** Ends a canary when one of its alarms goes off. A failure is tried again by Lambda. */
export async function handler(event: unknown): Promise<void> {
  const worse = worseCanaryOf(event);
  if (!worse) return;
  const env = environment.parse(process.env);
  const target = {
    slicesBucket: env.SLICES_BUCKET_NAME,
    releasesKvsArn: env.RELEASES_KVS_ARN,
    region: env.AWS_REGION,
    // It changes what is served and never signs.
    signingSecretId: '',
  };
  const isEnded = await endCanary(worse, target, releaseClients(target), new Date());
  const message = isEnded ? 'Canary rolled back' : 'Not a canary any more';
  console.log(JSON.stringify({ level: 'WARN', message, ...worse }));
}
