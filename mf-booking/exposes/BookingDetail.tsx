import type { SlotProps } from '@marketplace/kit/slice';

export default function BookingDetail({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">BookingDetail {slot.market}</h1>;
}

export function Fallback() {
  return <p>BookingDetail</p>;
}
