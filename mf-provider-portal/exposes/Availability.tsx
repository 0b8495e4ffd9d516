import type { SlotProps } from '@marketplace/kit/slice';
import { Availability as Screen } from '../components/availability/availability';
import { PortalFrame } from '../components/frame/portal-frame';
import { NotAProvider } from '../components/not-a-provider';
import { PortalRoot } from '../components/portal-root';
import type { AvailabilityProps } from './Availability.server';

export default function Availability({ slot, ...props }: AvailabilityProps & { slot: SlotProps }) {
  return (
    <PortalRoot slot={slot} words={props.words}>
      {props.isProvider ? (
        <PortalFrame room="availability">
          <Screen profile={props.profile} first={props.page} />
        </PortalFrame>
      ) : (
        <NotAProvider />
      )}
    </PortalRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
