import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LegalText } from '../../../src/legal/legal-text';
import { legalTextOf } from '../../../src/legal/texts';
import { visitorMarket } from '../../../src/market/visitor-market';

interface LegalPageProps {
  params: Promise<{ page: string }>;
}

export async function generateMetadata(props: LegalPageProps): Promise<Metadata> {
  const text = await textOf(props);
  return text ? { title: text.title, robots: { index: true } } : {};
}

export default async function LegalPage(props: LegalPageProps) {
  const text = await textOf(props);
  if (!text) notFound();
  return <LegalText text={text} />;
}

async function textOf({ params }: LegalPageProps) {
  return legalTextOf((await params).page, (await visitorMarket()).locale);
}
