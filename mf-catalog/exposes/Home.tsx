import type { SlotProps } from '@marketplace/kit/slice';

export default function Home({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">Home {slot.market}</h1>;
}

export function Fallback() {
  return <p>Home</p>;
}
