import type { SlotProps } from '@marketplace/kit/slice';
import { Bookings as Screen } from '../components/bookings/bookings';
import { PortalFrame } from '../components/frame/portal-frame';
import { NotAProvider } from '../components/not-a-provider';
import { PortalRoot } from '../components/portal-root';
import type { BookingsProps } from './Bookings.server';

export default function Bookings({ slot, ...props }: BookingsProps & { slot: SlotProps }) {
  return (
    <PortalRoot slot={slot} words={props.words}>
      {props.isProvider ? (
        <PortalFrame room="bookings">
          <Screen profile={props.profile} list={props.page} />
        </PortalFrame>
      ) : (
        <NotAProvider />
      )}
    </PortalRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
