import type { SlotProps } from '@marketplace/kit/slice';

export default function BookingFlow({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">BookingFlow {slot.market}</h1>;
}

export function Fallback() {
  return <p>BookingFlow</p>;
}
