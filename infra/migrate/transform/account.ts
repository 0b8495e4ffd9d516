import { emailHashOf } from '@marketplace/services/shared/table';
import type { AccountRow } from '../source/rows';
import { type Finding, REJECTIONS, type Rejection } from './findings';
import { idOf } from './ids';
import { countRead, emptyOutcome, type Outcome } from './items';
import { cleanText, instantOf } from './values';

const MAX_NAME_LENGTH = 120;
/** `$2a$`, `$2b$`, `$2y$`, the cost, then salt and hash. */
const BCRYPT = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;

/**
 * An account as it waits for its person: the profile under the id it had, and what the first
 * sign-in is checked against.
 */
export function accountOutcome(
  row: AccountRow,
  { cutAt, runsBusiness }: { cutAt: string; runsBusiness: boolean },
): Outcome {
  const outcome = emptyOutcome();
  const note = (reason: Finding['reason'], detail?: string) =>
    outcome.findings.push({ table: 'users', id: row.id, reason, ...(detail && { detail }) });
  countRead(outcome, 'users');
  const { problem, email } = row;
  if (problem !== null || email === null) {
    note(problem !== null && isRejection(problem) ? problem : 'BAD_EMAIL');
    return outcome;
  }
  if (row.account_id !== row.id) {
    note('DUPLICATE_EMAIL', row.account_id ?? undefined);
    return outcome;
  }
  const { text: name, isChanged } = cleanText(row.name, MAX_NAME_LENGTH);
  if (isChanged && row.name !== null) note('TEXT_CLEANED', 'name');
  const createdAt = instantOf(row.created_at);
  if (createdAt === undefined) note('CREATED_AT_UNKNOWN');
  const hash = row.encrypted_password ?? '';
  const passwordHash = BCRYPT.test(hash) ? hash : undefined;
  if (passwordHash === undefined) note('NO_PASSWORD');
  const person = { email, name: name || email };
  const providerId = runsBusiness && row.provider_id ? idOf(row.provider_id) : undefined;
  outcome.items.push(
    {
      entity: 'user',
      item: {
        userId: row.id,
        ...person,
        createdAt: createdAt ?? cutAt,
        ...(providerId !== undefined && { providerId }),
      },
    },
    {
      entity: 'migratedAccount',
      item: {
        emailHash: emailHashOf(email),
        formerUserId: row.id,
        ...person,
        ...(passwordHash !== undefined && { passwordHash }),
      },
    },
  );
  return outcome;
}

function isRejection(problem: string): problem is Rejection {
  return problem in REJECTIONS;
}
