import { Radio, RadioGroup } from '@marketplace/kit/ui/radio';

interface ChoiceFieldProps<V extends string | number> {
  legend: string;
  legendHidden?: boolean;
  /** What the choice of no filter is called. */
  anyLabel: string;
  choices: readonly { value: V; label: string; note?: string }[];
  value: V | undefined;
  onChange: (value: V | undefined) => void;
}

/** One of several values, or any. */
export function ChoiceField<V extends string | number>(props: ChoiceFieldProps<V>) {
  const { legend, legendHidden = false, anyLabel, choices, value, onChange } = props;
  const choose = (text: string): void =>
    onChange(choices.find((choice) => String(choice.value) === text)?.value);
  return (
    <RadioGroup
      legend={legend}
      legendHidden={legendHidden}
      value={value === undefined ? '' : String(value)}
      onValueChange={choose}
      dense
    >
      <Radio value="" label={anyLabel} />
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          value={String(choice.value)}
          label={
            <span className="flex gap-2">
              {choice.label}
              {choice.note ? <span className="tabular-nums text-muted">{choice.note}</span> : null}
            </span>
          }
        />
      ))}
    </RadioGroup>
  );
}
