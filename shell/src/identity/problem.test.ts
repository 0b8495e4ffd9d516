import { describe, expect, it } from 'vitest';
import { AuthProblem, parseProblemCode, problemOf } from './problem';

const failure = (name: string, message = '') => Object.assign(new Error(message), { name });

describe('what the user pool refuses', () => {
  it.each([
    ['NotAuthorizedException', 'WRONG_CREDENTIALS'],
    ['UserNotFoundException', 'WRONG_CREDENTIALS'],
    ['UserNotConfirmedException', 'NOT_CONFIRMED'],
    ['CodeMismatchException', 'CODE_MISMATCH'],
    ['ExpiredCodeException', 'CODE_MISMATCH'],
    ['EnableSoftwareTokenMFAException', 'CODE_MISMATCH'],
    ['PasswordHistoryPolicyViolationException', 'PASSWORD_USED_BEFORE'],
    ['UsernameExistsException', 'EMAIL_TAKEN'],
    ['InvalidPasswordException', 'WEAK_PASSWORD'],
    ['LimitExceededException', 'TOO_MANY_ATTEMPTS'],
    ['InternalErrorException', 'UNAVAILABLE'],
  ])('%s reads as %s', (name, code) => {
    expect(problemOf(failure(name)).code).toBe(code);
  });

  it('does not call too many wrong passwords a wrong password', () => {
    const locked = failure('NotAuthorizedException', 'Password attempts exceeded');
    expect(problemOf(locked).code).toBe('TOO_MANY_ATTEMPTS');
  });

  it('does not call a session that was ended elsewhere a wrong password', () => {
    const ended = failure('NotAuthorizedException', 'Access Token has been revoked');
    expect(problemOf(ended).code).toBe('SESSION_ENDED');
  });

  it('keeps a problem as it is', () => {
    const problem = new AuthProblem('FOREIGN_ORIGIN');
    expect(problemOf(problem)).toBe(problem);
  });
});

it('takes only known codes from an address', () => {
  expect(parseProblemCode('EMAIL_TAKEN')).toBe('EMAIL_TAKEN');
  for (const other of ['toString', 'constructor', '', undefined, ['EMAIL_TAKEN']]) {
    expect(parseProblemCode(other)).toBeUndefined();
  }
});
