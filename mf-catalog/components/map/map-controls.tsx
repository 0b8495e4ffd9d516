import { Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

interface MapControlsProps {
  onZoom: (steps: number) => void;
  onFit: () => void;
}

/** Everything that the pointer can do to the map, as buttons. */
export function MapControls({ onZoom, onFit }: MapControlsProps) {
  const t = useTranslations('map');
  return (
    <div className="absolute right-3 top-3 z-30 grid overflow-hidden rounded-control border border-line bg-raised shadow-lift">
      <Control label={t('in')} onPress={() => onZoom(1)}>
        <Plus aria-hidden className="size-5" />
      </Control>
      <Control label={t('out')} onPress={() => onZoom(-1)}>
        <Minus aria-hidden className="size-5" />
      </Control>
      <Control label={t('fit')} onPress={onFit}>
        <Maximize aria-hidden className="size-[1.1rem]" />
      </Control>
    </div>
  );
}

function Control({
  label,
  onPress,
  children,
}: {
  label: string;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      onPointerDown={(event) => event.stopPropagation()}
      className="grid size-target place-items-center border-line transition-colors duration-feedback hover:bg-sunken focus-visible:-outline-offset-2 [&:not(:first-child)]:border-t"
    >
      {children}
    </button>
  );
}
