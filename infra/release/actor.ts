import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** Who is at work, for the history: what a pipeline says, else the author of commits, else the account. */
export function actor(root: string, environment = process.env): string {
  if (environment.RELEASED_BY) return environment.RELEASED_BY;
  try {
    const email = execFileSync('git', ['config', 'user.email'], { cwd: root, encoding: 'utf8' });
    return email.trim() || userInfo().username;
  } catch {
    return userInfo().username;
  }
}
