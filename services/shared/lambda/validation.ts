import type { FieldError, ProblemError } from './problems';
import { invalidInput } from './problems';

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

type ValidationResult =
  | { success: true }
  | { success: false; error: { issues: readonly Issue[] }; target: string };

/** Turns what the schemas refuse into `INVALID_INPUT` with a path for each field. */
export function refuseInvalid(result: ValidationResult): undefined {
  if (result.success) return;
  throw invalidFields(result.error.issues, result.target);
}

function invalidFields(issues: readonly Issue[], target: string): ProblemError {
  return invalidInput(...issues.flatMap((issue) => fieldErrors(issue, target)));
}

function fieldErrors({ code, path, message, keys }: Issue, target: string): FieldError[] {
  const prefix = path.map(String);
  if (code === 'unrecognized_keys' && keys) {
    return keys.map((key) => ({ path: [...prefix, key].join('.'), message: 'Unknown field' }));
  }
  return [{ path: prefix.join('.') || target, message }];
}
