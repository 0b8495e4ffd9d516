import type { SlotProps } from '@marketplace/kit/slice';

export default function Today({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">Today {slot.market}</h1>;
}

export function Fallback() {
  return <p>Today</p>;
}
