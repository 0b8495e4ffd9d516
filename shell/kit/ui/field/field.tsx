import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cn } from '../lib/cn';

/** What a control inside a field carries so that label, hint and error belong to it. */
export interface FieldControl {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

const FieldContext = createContext<FieldControl>({});

export interface FieldProps {
  label: ReactNode;
  /** What helps before a mistake. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: ReactNode;
  className?: string;
  /** One control of the kit: `Input`, `Textarea`, `Select`. */
  children: ReactNode;
}

/** A labelled control: always a visible label, hint and error wired to the control inside. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const control: FieldControl = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-xs font-medium text-danger">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** Attributes for a control of one's own inside a `Field`. */
export function useFieldControl(): FieldControl {
  return useContext(FieldContext);
}
