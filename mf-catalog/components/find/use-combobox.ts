import type { Suggestion } from '@marketplace/services/catalog/contract';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { useSuggestions } from './use-suggestions';

interface Combobox {
  /** What was typed into it before its code had come is taken over. */
  field: RefObject<HTMLInputElement | null>;
  text: string;
  options: readonly Suggestion[];
  open: boolean;
  /** Index of the option that Enter takes, or -1 for the text itself. */
  active: number;
  type: (text: string) => void;
  activate: (index: number) => void;
  show: () => void;
  close: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** State of a text field with suggestions, after the ARIA combobox pattern. */
export function useCombobox(
  initialText: string,
  onChoose: (suggestion: Suggestion) => void,
): Combobox {
  const [text, setText] = useState(initialText);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState(-1);
  const options = useSuggestions(typed);
  const open = shown && options.length > 0;

  const type = (next: string): void => {
    setText(next);
    setTyped(next);
    setShown(true);
    setActive(-1);
  };

  const field = useRef<HTMLInputElement>(null);
  const takeOver = useEffectEvent(type);
  useEffect(() => {
    const { value, defaultValue } = field.current ?? {};
    if (value && value !== defaultValue) takeOver(value);
  }, []);

  const close = (): void => {
    setShown(false);
    setActive(-1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const chosen = options[active];
    if (event.key === 'Escape' && open) close();
    else if (event.key === 'Enter' && open && chosen) onChoose(chosen);
    else if (event.key === 'ArrowDown' && options.length > 0) {
      setShown(true);
      setActive((active + 1) % options.length);
    } else if (event.key === 'ArrowUp' && open) {
      setActive(active <= 0 ? options.length - 1 : active - 1);
    } else return;
    event.preventDefault();
  };

  return {
    field,
    text,
    options,
    open,
    active: open ? active : -1,
    type,
    activate: setActive,
    show: () => setShown(true),
    close,
    onKeyDown,
  };
}
