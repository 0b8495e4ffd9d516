import { buttonClasses } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { ACCESS_COOKIE, ID_COOKIE } from '@marketplace/services/domain/identity';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SessionsCard } from '../../src/account/sessions-card';
import { roleNames, accountWords as t } from '../../src/account/words';
import { profileOf } from '../../src/identity/user-pool';
import { viewerOf } from '../../src/identity/viewer';

export const metadata: Metadata = { title: t('title') };

export default async function AccountPage() {
  const jar = await cookies();
  const viewer = await viewerOf(jar.get(ID_COOKIE)?.value);
  const accessToken = jar.get(ACCESS_COOKIE)?.value;
  if (!viewer.signedIn || !accessToken) redirect('/auth/sign-in?next=%2Faccount');
  const profile = { ...viewer, ...(await profileOf(accessToken).catch(() => ({}))) };
  const roles = roleNames(viewer.groups);
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6 px-4 py-10 sm:py-14">
      <h1 className="font-display text-2xl font-bold">{t('title')}</h1>
      <Card className="p-5 sm:p-7">
        <dl className="grid gap-4 sm:grid-cols-[8rem_1fr]">
          <Fact name={t('name')} value={profile.name ?? t('noName')} />
          <Fact name={t('email')} value={profile.email ?? ''} />
          {roles ? <Fact name={t('roles')} value={roles} /> : null}
        </dl>
        <p className="mt-6 flex flex-wrap gap-3">
          <a href="/bookings" className={buttonClasses()}>
            {t('bookings')}
          </a>
          {roles ? (
            <a href="/portal" className={buttonClasses()}>
              {t('portal')}
            </a>
          ) : null}
        </p>
      </Card>
      <SessionsCard />
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="min-w-0 break-words font-medium max-sm:-mt-3">{value}</dd>
    </>
  );
}
