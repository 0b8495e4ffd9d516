import type { SlotProps } from '@marketplace/kit/slice';

export default function Bookings({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">Bookings {slot.market}</h1>;
}

export function Fallback() {
  return <p>Bookings</p>;
}
