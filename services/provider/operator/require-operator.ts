import { ProblemError } from '../../shared/lambda';
import type { ProviderContext } from '../context';

const GROUP = 'admin';

/**
 * The first line of every use case of operators.
 * @throws ProblemError `UNAUTHENTICATED`, or `FORBIDDEN` for everybody but operators.
 */
export function requireOperator({ actor }: Pick<ProviderContext, 'actor'>): void {
  if (actor.kind !== 'user') throw new ProblemError('UNAUTHENTICATED');
  if (!actor.groups.includes(GROUP)) throw new ProblemError('FORBIDDEN');
}
