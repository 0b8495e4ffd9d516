import { type IdentityContext, Refusal } from './context';
import type { IdentityAnswer, IdentityRequest } from './contract';
import { beginAttempt } from './use-cases/begin-attempt';
import { eraseAccount } from './use-cases/erase-account';
import { exportAccount } from './use-cases/export-account';
import { forgiveAttempt } from './use-cases/forgive-attempt';
import { tellOwner } from './use-cases/tell-owner';

/** Does what the shell asks for; a refusal is an answer too. */
export async function answer(
  ctx: IdentityContext,
  request: IdentityRequest,
): Promise<IdentityAnswer> {
  try {
    return await run(ctx, request);
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'refused', code: error.code };
    throw error;
  }
}

function run(ctx: IdentityContext, request: IdentityRequest): Promise<IdentityAnswer> {
  switch (request.operation) {
    case 'begin-attempt':
      return beginAttempt(ctx, request.attempt);
    case 'forgive-attempt':
      return forgiveAttempt(ctx, request.attempt);
    case 'tell-owner':
      return tellOwner(ctx, request);
    case 'export-account':
      return exportAccount(ctx, request);
    case 'erase-account':
      return eraseAccount(ctx, request);
  }
}
