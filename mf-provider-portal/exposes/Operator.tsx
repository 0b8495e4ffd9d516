import type { SlotProps } from '@marketplace/kit/slice';
import { NotAnOperator } from '../components/operator/not-an-operator';
import { Operator as Screen } from '../components/operator/operator';
import { PortalRoot } from '../components/portal-root';
import type { OperatorProps } from './Operator.server';

export default function Operator({ slot, ...props }: OperatorProps & { slot: SlotProps }) {
  return (
    <PortalRoot slot={slot} words={props.words}>
      {props.isOperator ? (
        <Screen providers={props.providers} reports={props.reports} />
      ) : (
        <NotAnOperator />
      )}
    </PortalRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
