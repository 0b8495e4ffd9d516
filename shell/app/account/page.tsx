import { buttonClasses } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { Notice } from '@marketplace/kit/ui/notice';
import { AccountCard } from '../../src/account/account-card';
import { SessionsCard } from '../../src/account/sessions-card';
import { signedInAt } from '../../src/account/signed-in';
import {
  type AccountWords,
  accountNotice,
  accountWords,
  roleNames,
  titled,
} from '../../src/account/words';
import { formState, type SearchParams } from '../../src/auth-forms/auth-page';
import { visitorMarket } from '../../src/market/visitor-market';

export const generateMetadata = titled('title');

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const account = await signedInAt('/account');
  const { problem } = await formState(searchParams);
  const t = await accountWords();
  const { locale } = await visitorMarket();
  const notice = accountNotice(t, (await searchParams).notice);
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6 px-4 py-10 sm:py-14">
      <h1 className="font-display text-2xl font-bold">{t('title')}</h1>
      {problem ? <Notice tone="danger" urgent title={problem} /> : null}
      {notice ? <Notice tone="success" title={notice} /> : null}
      <PersonCard t={t} {...account} roles={roleNames(t, locale, account.groups)} />
      <AccountCard title={t('password.title')} body={t('password.body')}>
        <CardLink href="/account/password">{t('password.change')}</CardLink>
      </AccountCard>
      <AccountCard
        title={t('secondFactor.title')}
        body={t(account.hasSecondFactor ? 'secondFactor.on' : 'secondFactor.off')}
      >
        <CardLink href="/account/second-factor">
          {t(account.hasSecondFactor ? 'secondFactor.manage' : 'secondFactor.setUp')}
        </CardLink>
      </AccountCard>
      <SessionsCard t={t} />
      <AccountCard title={t('data.title')} body={t('data.body')}>
        <CardLink href="/account/export">{t('data.export')}</CardLink>
        <CardLink href="/account/delete">{t('data.delete')}</CardLink>
      </AccountCard>
    </div>
  );
}

interface PersonCardProps {
  t: AccountWords;
  name?: string;
  email?: string;
  roles: string;
}

function PersonCard({ t, name, email, roles }: PersonCardProps) {
  return (
    <Card className="p-5 sm:p-7">
      <dl className="grid gap-4 sm:grid-cols-[8rem_1fr]">
        <Fact name={t('name')} value={name ?? t('noName')} />
        <Fact name={t('email')} value={email ?? ''} />
        {roles ? <Fact name={t('roles')} value={roles} /> : null}
      </dl>
      <p className="mt-6 flex flex-wrap gap-3">
        <CardLink href="/bookings">{t('bookings')}</CardLink>
        {roles ? <CardLink href="/portal">{t('portal')}</CardLink> : null}
      </p>
    </Card>
  );
}

function CardLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className={buttonClasses()}>
      {children}
    </a>
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
