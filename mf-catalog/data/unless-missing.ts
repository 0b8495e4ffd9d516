import { ProblemError } from '@marketplace/kit/slice/request';

const NOT_THERE: readonly number[] = [400, 404];

/** The answer, or null when there is no such thing; an id that cannot exist is no such thing either. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProblemError && NOT_THERE.includes(error.problem.status)) return null;
    throw error;
  }
}
