import { buttonClasses } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import { ACCESS_COOKIE } from '@marketplace/services/domain/identity';
import { OVERRIDE_COOKIE } from '@marketplace/services/domain/releases';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { teamMemberOf } from '../../src/identity/viewer';
import { visitorMarket } from '../../src/market/visitor-market';
import type { Override } from '../../src/overrides/override';
import { releasesOnOffer } from '../../src/overrides/server/releases-on-offer';
import { verifiedOverride } from '../../src/overrides/server/verified-override';
import { SliceCards } from '../../src/overrides/slice-cards';
import {
  cardWords,
  parseOverrideProblem,
  type SlicesWords,
  slicesWords,
} from '../../src/overrides/words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: slicesWords((await visitorMarket()).locale)('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a team member chooses to run one slice from elsewhere; to everybody else it is not there. */
export default async function SlicesPage({ searchParams }: Props) {
  const jar = await cookies();
  if (!(await teamMemberOf(jar.get(ACCESS_COOKIE)?.value))) notFound();
  const { locale } = await visitorMarket();
  const t = slicesWords(locale);
  const { problem: named, reason } = await searchParams;
  const problem = parseOverrideProblem(named);
  const sealed = jar.get(OVERRIDE_COOKIE)?.value;
  const active = sealed ? await verifiedOverride(sealed) : undefined;
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-10 sm:py-14">
      <header className="grid gap-2">
        <h1 className="font-display text-2xl font-bold">{t('title')}</h1>
        <p className="max-w-prose text-muted">{t('lead')}</p>
      </header>
      {problem ? (
        <Notice tone="danger" title={t(`problems.${problem}`, { reason: String(reason ?? '') })} />
      ) : null}
      {active ? <ActiveNotice t={t} override={active} /> : null}
      <SliceCards offers={await releasesOnOffer()} locale={locale} words={cardWords(locale)} />
    </div>
  );
}

interface ActiveNoticeProps {
  t: SlicesWords;
  override: Override;
}

function ActiveNotice({ t, override: { slice, from, expiresAtSeconds } }: ActiveNoticeProps) {
  const where = 'release' in from ? from.release : `http://localhost:${from.port}`;
  const time = new Date(expiresAtSeconds * 1_000).toISOString().slice(11, 16);
  return (
    <Notice
      tone="info"
      title={t('active', { slice, from: where, time })}
      actions={
        <form method="post" action="/_slices/api/leave">
          <button type="submit" className={buttonClasses({ size: 'small', variant: 'primary' })}>
            {t('leave')}
          </button>
        </form>
      }
    />
  );
}
