import type { SlotProps } from '@marketplace/kit/slice';

export default function MyBookings({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">MyBookings {slot.market}</h1>;
}

export function Fallback() {
  return <p>MyBookings</p>;
}
