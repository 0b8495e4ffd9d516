import type { SlotProps } from '@marketplace/kit/slice';

export default function Search({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">Search {slot.market}</h1>;
}

export function Fallback() {
  return <p>Search</p>;
}
