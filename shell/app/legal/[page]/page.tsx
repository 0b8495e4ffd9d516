import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LegalText } from '../../../src/legal/legal-text';
import { legalTextOf } from '../../../src/legal/texts';

interface LegalPageProps {
  params: Promise<{ page: string }>;
}

export async function generateMetadata({ params }: LegalPageProps): Promise<Metadata> {
  const { page } = await params;
  const title = legalTextOf(page)?.title;
  return title ? { title, robots: { index: true } } : {};
}

export default async function LegalPage({ params }: LegalPageProps) {
  const text = legalTextOf((await params).page);
  if (!text) notFound();
  return <LegalText text={text} />;
}
