import type { SlotProps } from '@marketplace/kit/slice';
import { Earnings as Screen } from '../components/earnings/earnings';
import { PortalFrame } from '../components/frame/portal-frame';
import { NotAProvider } from '../components/not-a-provider';
import { PortalRoot } from '../components/portal-root';
import type { EarningsProps } from './Earnings.server';

export default function Earnings({ slot, ...props }: EarningsProps & { slot: SlotProps }) {
  return (
    <PortalRoot slot={slot} words={props.words}>
      {props.isProvider ? (
        <PortalFrame room="earnings">
          <Screen profile={props.profile} first={props.page} />
        </PortalFrame>
      ) : (
        <NotAProvider />
      )}
    </PortalRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
