import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { BookingRoot } from '../components/booking-root';
import { BookingFlow as Flow } from '../components/flow/booking-flow';
import { NoSuchService } from '../components/flow/no-such-service';
import type { BookingFlowProps } from './BookingFlow.server';

export default function BookingFlow({
  service,
  start,
  now,
  words,
  slot,
}: BookingFlowProps & WithWords & { slot: SlotProps }) {
  return (
    <BookingRoot slot={slot} words={words}>
      {service ? <Flow service={service} start={start} now={now} slot={slot} /> : <NoSuchService />}
    </BookingRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
