import { type ComponentProps, createContext, type ReactNode, useContext, useId } from 'react';
import { cn } from '../lib/cn';

interface Group {
  name: string;
  value: string | undefined;
  onValueChange: (value: string) => void;
}

const GroupContext = createContext<Group | undefined>(undefined);

export interface RadioGroupProps {
  legend: ReactNode;
  /** Hides the legend from sight where the surroundings already say it. */
  legendHidden?: boolean;
  value: string | undefined;
  onValueChange: (value: string) => void;
  /** Choices right below each other. */
  dense?: boolean;
  className?: string;
  children: ReactNode;
}

/** One choice of several, in a fieldset that says what is chosen. */
export function RadioGroup({
  legend,
  legendHidden,
  dense,
  className,
  children,
  ...choice
}: RadioGroupProps) {
  const name = useId();
  return (
    <fieldset className={cn('grid', !dense && 'gap-1', className)}>
      <legend className={legendHidden ? 'sr-only' : 'mb-1 text-sm font-medium'}>{legend}</legend>
      <GroupContext value={{ name, ...choice }}>{children}</GroupContext>
    </fieldset>
  );
}

export interface RadioProps extends Omit<ComponentProps<'input'>, 'type' | 'value'> {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** One option; inside a `RadioGroup` it knows its name and whether it is chosen. */
export function Radio({ value, label, hint, className, ...rest }: RadioProps) {
  const group = useContext(GroupContext);
  const wired = group
    ? {
        name: group.name,
        checked: group.value === value,
        onChange: () => group.onValueChange(value),
      }
    : {};
  return (
    <label
      className={cn('flex min-h-target cursor-pointer items-start gap-3 py-2.5 text-sm', className)}
    >
      <input
        type="radio"
        value={value}
        className="size-5 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-surface transition-[border-width,border-color] duration-feedback checked:border-[6px] checked:border-primary"
        {...wired}
        {...rest}
      />
      <span className="grid gap-0.5 leading-5">
        <span className="text-ink">{label}</span>
        {hint ? <span className="text-xs text-muted">{hint}</span> : null}
      </span>
    </label>
  );
}
