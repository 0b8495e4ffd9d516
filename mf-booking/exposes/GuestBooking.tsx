import type { SlotProps } from '@marketplace/kit/slice';

export default function GuestBooking({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">GuestBooking {slot.market}</h1>;
}

export function Fallback() {
  return <p>GuestBooking</p>;
}
