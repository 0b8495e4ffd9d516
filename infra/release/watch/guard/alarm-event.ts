import { SLICES, type SliceName } from '@marketplace/services/domain/releases';
import { z } from 'zod';
import { alarmName, WATCHED } from '../rules';

const event = z.object({
  detail: z.object({
    alarmName: z.string(),
    state: z.object({ value: z.string() }),
    configuration: z.object({
      metrics: z.array(
        z.object({
          id: z.string(),
          metricStat: z
            .object({ metric: z.object({ dimensions: z.record(z.string(), z.string()) }) })
            .optional(),
        }),
      ),
    }),
  }),
});

/** A canary that an alarm found worse than live. */
export interface WorseCanary {
  slice: SliceName;
  canary: string;
  why: (typeof WATCHED)[number];
}

/** Reads CloudWatch's event; undefined when it is not about a canary, or the alarm went quiet again. */
export function worseCanaryOf(input: unknown): WorseCanary | undefined {
  const { detail } = event.parse(input);
  if (detail.state.value !== 'ALARM') return undefined;
  for (const slice of SLICES) {
    const why = WATCHED.find((watched) => alarmName(slice, watched) === detail.alarmName);
    const reading = detail.configuration.metrics.find(({ id }) => id.startsWith('canary_'));
    const canary = reading?.metricStat?.metric.dimensions.release;
    if (why && canary) return { slice, canary, why };
  }
  return undefined;
}
