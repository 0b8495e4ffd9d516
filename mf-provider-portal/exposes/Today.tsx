import type { SlotProps } from '@marketplace/kit/slice';
import { PortalFrame } from '../components/frame/portal-frame';
import { NotAProvider } from '../components/not-a-provider';
import { PortalRoot } from '../components/portal-root';
import { Today as Screen } from '../components/today/today';
import type { TodayProps } from './Today.server';

export default function Today({ slot, ...props }: TodayProps & { slot: SlotProps }) {
  return (
    <PortalRoot slot={slot} words={props.words}>
      {props.isProvider ? (
        <PortalFrame room="today">
          <Screen profile={props.profile} {...props.page} />
        </PortalFrame>
      ) : (
        <NotAProvider />
      )}
    </PortalRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
