import { cn } from '@marketplace/kit/ui/cn';
import { useSitePath } from '@marketplace/kit/ui/site-link';
import type { Suggestion } from '@marketplace/services/catalog/contract';
import { MapPin, Search, Store, Tag } from 'lucide-react';
import { useRouter } from 'next/router';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Segment, segmentControl } from './segment';
import { useCombobox } from './use-combobox';

const ICONS = { service: Search, provider: Store, category: Tag, city: MapPin };

/** "What": free text with suggestions that lead straight to their page. */
export function WhatField({ initialText }: { initialText: string }) {
  const t = useTranslations('find');
  const router = useRouter();
  const pathOf = useSitePath();
  const listId = useId();
  const box = useCombobox(initialText, ({ path }) => void router.push(pathOf(path)));
  const optionId = (index: number): string => `${listId}-${index}`;
  return (
    <div className="relative grid">
      <Segment label={t('what')}>
        <input
          ref={box.field}
          type="search"
          name="q"
          value={box.text}
          maxLength={200}
          placeholder={t('whatHint')}
          autoComplete="off"
          role="combobox"
          aria-expanded={box.open}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(box.active >= 0 ? { 'aria-activedescendant': optionId(box.active) } : {})}
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={box.onKeyDown}
          onBlur={box.close}
          className={cn(segmentControl, '[&::-webkit-search-cancel-button]:hidden')}
        />
      </Segment>
      <span role="status" className="sr-only">
        {box.open ? t('found', { count: box.options.length }) : ''}
      </span>
      <div
        role="listbox"
        id={listId}
        aria-label={t('suggestions')}
        hidden={!box.open}
        className="absolute left-0 top-full z-20 mt-2 w-[min(24rem,calc(100vw-2.5rem))] rounded-card border border-line bg-raised p-1.5 shadow-float"
      >
        {box.options.map((suggestion, index) => (
          <Option
            key={`${suggestion.kind} ${suggestion.path}`}
            id={optionId(index)}
            suggestion={suggestion}
            active={index === box.active}
            onEnter={() => box.activate(index)}
            onChoose={() => void router.push(pathOf(suggestion.path))}
          />
        ))}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  suggestion: Suggestion;
  active: boolean;
  onEnter: () => void;
  onChoose: () => void;
}

function Option({ id, suggestion, active, onEnter, onChoose }: OptionProps) {
  const t = useTranslations('find.kind');
  const Icon = ICONS[suggestion.kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the focus and hears the keys
    <div
      role="option"
      tabIndex={-1}
      id={id}
      aria-selected={active}
      onPointerMove={onEnter}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cn(
        'flex min-h-target cursor-pointer items-center gap-3 rounded-control px-3 text-sm',
        active && 'bg-sunken',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="flex-1 truncate">{suggestion.text}</span>
      <span className="text-xs text-muted">{t(suggestion.kind)}</span>
    </div>
  );
}
