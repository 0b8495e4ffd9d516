import { expect, type Page } from '@playwright/test';
import { anAccount, appCode, type NewAccount, PASSWORD, untilStepLasts } from '../support/accounts';
import { objectionsInBothThemes } from '../support/axe';
import { test } from '../support/test';

async function signIn(page: Page, { email }: NewAccount): Promise<void> {
  await page.goto('/auth/sign-in?next=%2Faccount');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** From the account page until sign-in asks for codes; gives the app's secret. */
async function setUpSecondStep(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Set it up' }).click();
  await page.getByLabel('Password').fill(PASSWORD);
  expect(await objectionsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  expect(await objectionsInBothThemes(page)).toEqual([]);
  const secret = ((await page.locator('dd').textContent()) ?? '').trim();
  const right = appCode(secret);
  await page.getByLabel('Code from your app').fill(right === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('That code is wrong or has expired.')).toBeVisible();
  await untilStepLasts();
  await page.getByLabel('Code from your app').fill(appCode(secret, -1));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('Sign-in now asks for a code from your app.')).toBeVisible();
  return secret;
}

test('a second step is set up, asked for at sign-in, and turned off', async ({ page }) => {
  const account = await anAccount(page.request);
  await signIn(page, account);
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  expect(await objectionsInBothThemes(page)).toEqual([]);
  const secret = await setUpSecondStep(page);

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await signIn(page, account);
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  expect(await objectionsInBothThemes(page)).toEqual([]);
  await page.getByLabel('Code from your app').fill(appCode(secret));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();

  await page.getByRole('link', { name: 'Manage' }).click();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Code from your app').fill(appCode(secret, 1));
  await page.getByRole('button', { name: 'Turn it off' }).click();
  await expect(page.getByText('Sign-in no longer asks for a code.')).toBeVisible();
});

test('an account is downloaded, then deleted for good', async ({ page }) => {
  const account = await anAccount(page.request);
  await signIn(page, account);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const file = await (await download).createReadStream();
  const data = JSON.parse(Buffer.concat(await file.toArray()).toString()) as {
    account: { email: string };
    profile: { name: string };
  };
  expect(data.account.email).toBe(account.email);
  expect(data.profile.name).toBe(account.name);

  await page.getByRole('link', { name: 'Delete my account' }).click();
  expect(await objectionsInBothThemes(page)).toEqual([]);
  await page.getByLabel('Password').fill('Not-the-Pass-1!');
  await page.getByRole('button', { name: 'Delete my account for good' }).click();
  await expect(page.getByText('Email and password do not match.')).toBeVisible();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Delete my account for good' }).click();
  await expect(page.getByText('Your account and what we knew about you are gone.')).toBeVisible();

  await signIn(page, account);
  await expect(page.getByText('Email and password do not match.')).toBeVisible();
});
