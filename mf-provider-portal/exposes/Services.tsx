import type { SlotProps } from '@marketplace/kit/slice';

export default function Services({ slot }: { slot: SlotProps }) {
  return <h1 className="p-4">Services {slot.market}</h1>;
}

export function Fallback() {
  return <p>Services</p>;
}
