import type { CloudAssembly, ResolvedResource, ScheduleSpec } from '../types';
import type { Values } from './values';
import { read } from './values';

/** Scheduled EventBridge rules and EventBridge Scheduler's schedules that invoke functions. */
export function readSchedules(assembly: CloudAssembly): ScheduleSpec[] {
  return [
    ...assembly
      .resources('AWS::Events::Rule')
      .filter((rule) => read(rule).has('ScheduleExpression'))
      .map((rule) => readSchedule(rule, 'rule', read(rule).objects('Targets'))),
    ...assembly
      .resources('AWS::Scheduler::Schedule')
      .map((schedule) => readSchedule(schedule, 'schedule', [read(schedule).object('Target')])),
  ].filter(({ targets }) => targets.length > 0);
}

function readSchedule(
  resource: ResolvedResource,
  kind: ScheduleSpec['kind'],
  targets: Values[],
): ScheduleSpec {
  const values = read(resource);
  return {
    name: resource.name,
    arn: resource.arn,
    region: resource.region,
    expression: values.text('ScheduleExpression'),
    timeZone: values.optionalText('ScheduleExpressionTimezone') ?? 'UTC',
    enabled: values.optionalText('State') !== 'DISABLED',
    kind,
    targets: targets
      .filter((target) => target.text('Arn').includes(':lambda:'))
      .map((target) => {
        const input = target.optionalText('Input');
        return { functionArn: target.text('Arn'), ...(input !== undefined && { input }) };
      }),
  };
}
