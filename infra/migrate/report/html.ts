import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isClean, type Verification } from '../commands/verify';
import type { FindingCount, MigrationState } from '../state/state';
import { isRejection, MENDS, REJECTIONS } from '../transform/findings';

const TOKENS = resolve(import.meta.dirname, '../../../shell/kit/ui/tokens.css');

const STYLE = `
body { margin: 0; background: var(--canvas); color: var(--ink); font: 1rem/1.5 Inter, system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 48px 24px; }
h1, h2 { font-family: "Bricolage Grotesque", system-ui, sans-serif; line-height: 1.1; }
h1 { font-size: 2.25rem; margin: 0 0 8px; } h2 { font-size: 1.375rem; margin: 48px 0 12px; }
p { color: var(--muted); margin: 0 0 16px; }
.verdict { padding: 16px 20px; border-radius: var(--radius-card); color: var(--ink); }
.good { background: var(--success-quiet); } .bad { background: var(--danger-quiet); } .open { background: var(--info-quiet); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius-card); background: var(--surface); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .875rem; }
th, td { text-align: left; padding: 10px 16px; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; } th { color: var(--muted); font-weight: 600; }
td.n, th.n { text-align: right; white-space: nowrap; } code { font-size: .8125rem; color: var(--muted); }`;

/** One page that says what moved, what did not and why, and whether both sides are the same. */
export function reportPage(state: MigrationState, verification: Verification | undefined): string {
  const found = state.findings();
  const left = found.filter(({ reason }) => isRejection(reason));
  const changed = found.filter(({ reason }) => !isRejection(reason));
  const rows = state.rows();
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Migration from Supabase</title><style>${readFileSync(TOKENS, 'utf8')}${STYLE}</style></head>
<body><main>
<h1>Migration from Supabase</h1>
<p>${escaped(state.fact('source') ?? '')}, bookings ahead counted from ${escaped(state.fact('cutAt') ?? '')}.</p>
${verdict(verification)}
<h2>Rows</h2>
${table(
  ['Table', 'Read', 'Moved', 'Left behind'],
  rows.map((row) => [row.table, row.read, row.read - row.leftBehind, row.leftBehind]),
)}
<h2>Left behind</h2>
<p>Nothing of these rows is here. The ids are Supabase’s.</p>
${findingTable(left)}
<h2>Moved with a change</h2>
${findingTable(changed)}
${verification ? verified(verification) : ''}
</main></body></html>
`;
}

function verdict(verification: Verification | undefined): string {
  if (!verification) {
    return '<div class="verdict open">Not verified yet: run <code>npm run migrate -- verify</code>.</div>';
  }
  const at = `${verification.at.slice(0, 16).replace('T', ' ')} UTC`;
  return isClean(verification)
    ? `<div class="verdict good">Both sides are the same: every item, every amount. Verified ${at}.</div>`
    : `<div class="verdict bad">The two sides differ. Verified ${at}; do not switch over.</div>`;
}

function findingTable(found: readonly FindingCount[]): string {
  if (found.length === 0) return '<p>None.</p>';
  const words = { ...REJECTIONS, ...MENDS };
  return table(
    ['Table', 'Why', 'Rows', 'For example'],
    found.map(({ table: name, reason, rows, examples }) => [name, words[reason], rows, examples]),
  );
}

function verified({ entities, money, differences, files }: Verification): string {
  const { missing, different, extra } = differences;
  const trouble = [
    ...missing.map((key) => ['Missing', key]),
    ...different.map((key) => ['Different', key]),
    ...extra.map((key) => ['Not from the source', key]),
    ...(files?.different ?? []).map((key) => ['File', key]),
  ];
  return `<h2>Items on both sides</h2>
${table(
  ['Entity', 'In the source', 'In the table', 'Checksums'],
  entities.map(({ entity, source, table: target }) => [
    entity,
    source.count,
    target.count,
    source.checksum === target.checksum
      ? source.checksum
      : `${source.checksum} ≠ ${target.checksum}`,
  ]),
)}
${files ? `<p>Files that are the same on both sides: ${files.same}.</p>` : ''}
${trouble.length > 0 ? `<h2>Differences</h2>${table(['What', 'Where'], trouble)}` : ''}
<h2>Money</h2>
<p>${money.providers} providers and currencies compared to the minor unit; ${money.differences.length} differ.</p>
${table(
  ['Currency', 'Charged', 'Fees kept', 'Given back'],
  Object.entries(money.byCurrency).map(([currency, sum]) => [
    currency,
    amount(sum.chargedMinor, currency),
    amount(sum.feesMinor, currency),
    amount(sum.refundedMinor, currency),
  ]),
)}`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (tag: 'td' | 'th', value: string | number, isNumber: boolean) =>
    `<${tag}${isNumber ? ' class="n"' : ''}>${escaped(
      typeof value === 'number' ? value.toLocaleString('en-US') : value,
    )}</${tag}>`;
  const isNumber = (column: number) => typeof rows[0]?.[column] === 'number';
  const line = (tag: 'td' | 'th', row: readonly (string | number)[]) =>
    `<tr>${row.map((value, column) => cell(tag, value, isNumber(column))).join('')}</tr>`;
  return `<div class="scroll"><table><thead>${line('th', head)}</thead><tbody>${rows
    .map((row) => line('td', row))
    .join('')}</tbody></table></div>`;
}

function amount(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** decimals);
}

/** Names and notes of rows come from elsewhere. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
