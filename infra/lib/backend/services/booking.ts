import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { grantCache } from '../../constructs/cache/cache-access';
import { ScheduledFunction } from '../../constructs/functions/scheduled-function';
import { ServiceFunction } from '../../constructs/service-function';
import { SliceService } from '../../constructs/slice-service';
import { recordsOf, StreamConsumer } from '../../constructs/stream-consumer';
import type { ServiceProps } from './service';

/** Slots and bookings: the service, the processor of in- and outbox, the sweeper of unpaid holds. */
export function addBooking(scope: Construct, props: ServiceProps): void {
  addService(scope, props);
  if (props.platform.config.servesFrom) return;
  addProcessor(scope, props);
  addSweeper(scope, props);
}

function addService(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const { fn } = new SliceService(scope, 'Booking', {
    name: 'booking',
    description: 'Holds and bookings',
    answeredBy: { listSlots: addSlots(scope, { platform, artifacts }) },
    platform,
    artifacts,
  });
  platform.grantTableReadWrite(fn, 'GSI3', 'GSI5');
  platform.grantSecret(fn, 'stripe');
  platform.grantSecret(fn, 'link-signing');
}

/** Free times have a function of their own: it needs no rights but to read, and may be next to the cache. */
function addSlots(scope: Construct, props: ServiceProps): Alias {
  const { fn, live } = new ServiceFunction(scope, 'Slots', {
    name: 'slots',
    description: 'Free times',
    memoryMb: 512,
    timeoutSeconds: 15,
    ...props,
  });
  props.platform.grantTableRead(fn);
  grantCache(fn, props.platform);
  return live;
}

function addProcessor(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const { fn } = new StreamConsumer(scope, 'Processor', {
    name: 'booking-processor',
    description: 'Moves bookings by what arrived in the inbox, and does what the outbox asks for',
    memoryMb: 512,
    timeoutSeconds: 60,
    batchSize: 10,
    filters: [
      recordsOf({ PK: [{ prefix: 'INBOX#' }] }, ['INSERT']),
      recordsOf({ PK: [{ prefix: 'OUTBOX#' }] }, ['INSERT']),
    ],
    platform,
    artifacts,
  });
  platform.grantTableReadWrite(fn);
  platform.grantSecret(fn, 'stripe');
  platform.grantSecret(fn, 'link-signing');
  platform.grantSendMail(fn);
}

function addSweeper(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const { fn } = new ScheduledFunction(scope, 'Sweeper', {
    name: 'sweeper',
    description: 'Releases holds that nobody paid for',
    schedule: Schedule.rate(Duration.minutes(1)),
    ruleDescription: 'Runs the sweeper',
    memoryMb: 512,
    timeoutSeconds: 50,
    platform,
    artifacts,
  });
  platform.grantTableReadWrite(fn, 'GSI2');
  platform.grantSecret(fn, 'stripe');
}
