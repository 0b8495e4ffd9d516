import type { SlotProps } from '@marketplace/kit/slice';

export default function ProviderPage({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">ProviderPage {slot.market}</h1>;
}

export function Fallback() {
  return <p>ProviderPage</p>;
}
