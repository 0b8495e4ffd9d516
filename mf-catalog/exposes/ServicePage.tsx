import type { SlotProps } from '@marketplace/kit/slice';

export default function ServicePage({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">ServicePage {slot.market}</h1>;
}

export function Fallback() {
  return <p>ServicePage</p>;
}
