import { table as columns } from '../../release/report/table';
import type { Verification } from '../commands/verify';
import type { FindingCount, MigrationState } from '../state/state';
import { isRejection } from '../transform/findings';

const number = (value: number) => value.toLocaleString('en-US');

/** What a plan or a run came to, for a terminal. */
export function summaryOf(state: MigrationState): string {
  const rows = state
    .rows()
    .map(({ table, read, leftBehind }) => [
      table,
      number(read),
      number(read - leftBehind),
      number(leftBehind),
    ]);
  const found = state.findings();
  return [
    columns([['', 'read', 'moves', 'stays'], ...rows]),
    ...listOf(
      'Stays behind',
      found.filter(({ reason }) => isRejection(reason)),
    ),
    ...listOf(
      'Moves, changed',
      found.filter(({ reason }) => !isRejection(reason)),
    ),
  ].join('\n');
}

function listOf(title: string, found: readonly FindingCount[]): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ table, reason, rows: count, examples }) => [
    `  ${table}`,
    reason,
    number(count),
    examples.split(', ')[0] ?? '',
  ]);
  return ['', `${title}:`, columns(rows)];
}

/** What source and table say of each other, for a terminal. */
export function verificationInWords({ entities, differences, money, files }: Verification): string {
  const rows = entities.map(({ entity, source, table }) => [
    entity,
    number(source.count),
    number(table.count),
    source.checksum,
    source.checksum === table.checksum ? 'same' : table.checksum,
  ]);
  const sums = Object.entries(money.byCurrency).map(([currency, sum]) => [
    currency,
    number(sum.chargedMinor),
    number(sum.feesMinor),
    number(sum.refundedMinor),
  ]);
  const trouble = [
    ...differences.missing.map((key) => `missing    ${key}`),
    ...differences.different.map((key) => `different  ${key}`),
    ...differences.extra.map((key) => `extra      ${key}`),
    ...money.differences.map(
      ({ provider, source, table }) =>
        `money      ${provider} ${JSON.stringify(source)} ≠ ${JSON.stringify(table)}`,
    ),
    ...(files?.different ?? []).map((key) => `file       ${key}`),
  ];
  return [
    columns([['', 'source', 'table', 'checksum', ''], ...rows]),
    '',
    `Money of ${number(money.providers)} providers, in minor units:`,
    columns([['', 'charged', 'fees', 'given back'], ...sums]),
    ...(files ? ['', `Files that are the same: ${number(files.same)}`] : []),
    ...trouble.slice(0, 40),
    trouble.length === 0 ? 'Both sides are the same.' : `${trouble.length} differences.`,
  ].join('\n');
}
