import type { ReactNode } from 'react';
import { cn } from '../lib/cn';
import { Price } from '../price';

export interface PriceSplitRow {
  label: ReactNode;
  amountMinor: number;
  /** What the amount is for, in the second voice. */
  note?: ReactNode;
}

export interface PriceSplitProps {
  rows: readonly PriceSplitRow[];
  total: PriceSplitRow;
  currency: string;
  className?: string;
}

/** What a price is made of, and the sum that is paid: nothing is added after this. */
export function PriceSplit({ rows, total, currency, className }: PriceSplitProps) {
  return (
    <dl className={cn('grid gap-2.5 text-sm', className)}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity beyond their place
        <Line key={index} row={row} currency={currency} />
      ))}
      <Line
        row={total}
        currency={currency}
        className="mt-1 border-t border-line pt-3.5 text-base font-semibold"
      />
    </dl>
  );
}

interface LineProps {
  row: PriceSplitRow;
  currency: string;
  className?: string;
}

function Line({ row, currency, className }: LineProps) {
  return (
    <div className={cn('flex items-baseline justify-between gap-6', className)}>
      <dt>
        {row.label}
        {row.note ? <span className="block text-xs font-normal text-muted">{row.note}</span> : null}
      </dt>
      <dd>
        <Price amountMinor={row.amountMinor} currency={currency} />
      </dd>
    </div>
  );
}
