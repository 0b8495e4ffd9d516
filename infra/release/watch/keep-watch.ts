import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import type { ReleaseRecord, SliceName } from '@marketplace/services/domain/releases';
import { alarmName, canaryAlarms, WATCHED } from './rules';

/**
 * Makes the alarms of a slice fit what is served of it now: a canary is watched against live, and
 * without one nothing is. Throws a sentence when a canary serves unwatched.
 */
export async function keepWatch(
  slice: SliceName,
  { live, canary }: ReleaseRecord,
  region: string,
): Promise<void> {
  const cloudWatch = new CloudWatchClient({ region });
  if (!canary) {
    const AlarmNames = WATCHED.map((watched) => alarmName(slice, watched));
    await cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames }));
    return;
  }
  try {
    for (const alarm of canaryAlarms({ slice, live, canary })) {
      await cloudWatch.send(new PutMetricAlarmCommand(alarm));
    }
  } catch (error) {
    throw new Error(
      `${slice} ${canary} serves as a canary but nothing watches it: roll it back, or release again.`,
      { cause: error },
    );
  }
}
