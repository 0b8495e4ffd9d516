import { type APIRequestContext, expect } from '@playwright/test';
import { baseUrl } from './api';

const EMAIL = 'team@demo.test';
const headers = () => ({ origin: new URL(baseUrl()).origin });

/** Signs the slice team's demo account in, with the code that its authenticator app shows now. */
export async function signInAsTeam(request: APIRequestContext): Promise<void> {
  const form = { email: EMAIL, password: 'Demo-Pass-1!' };
  const options = { headers: headers(), maxRedirects: 0 };
  await request.post('/auth/api/sign-in', { form, ...options });
  const apps = (await (await request.get('/_local/codes')).json()) as {
    email: string;
    code: string;
  }[];
  const code = apps.find(({ email }) => email === EMAIL)?.code ?? '';
  const answer = await request.post('/auth/api/second-factor', { form: { code }, ...options });
  expect(answer.headers().location).not.toContain('problem');
}
