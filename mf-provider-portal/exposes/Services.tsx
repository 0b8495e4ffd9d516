import type { SlotProps } from '@marketplace/kit/slice';
import { PortalFrame } from '../components/frame/portal-frame';
import { NotAProvider } from '../components/not-a-provider';
import { PortalRoot } from '../components/portal-root';
import { Services as Screen } from '../components/services/services';
import type { ServicesProps } from './Services.server';

export default function Services({ slot, ...props }: ServicesProps & { slot: SlotProps }) {
  return (
    <PortalRoot slot={slot} words={props.words}>
      {props.isProvider ? (
        <PortalFrame room="services">
          <Screen profile={props.profile} items={props.page.items} />
        </PortalFrame>
      ) : (
        <NotAProvider />
      )}
    </PortalRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
