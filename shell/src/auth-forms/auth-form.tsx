'use client';

import { Button } from '@marketplace/kit/ui/button';
import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ComponentProps } from 'react';
import { useAuthForm } from './use-auth-form';

export interface AuthField
  extends Pick<
    ComponentProps<'input'>,
    'type' | 'autoComplete' | 'inputMode' | 'defaultValue' | 'autoFocus'
  > {
  name: string;
  label: string;
  hint?: string;
}

export interface AuthFormProps {
  /** Route handler that takes the form, with and without JavaScript. */
  action: string;
  fields: AuthField[];
  /** Values that travel along unseen. */
  hidden?: Record<string, string>;
  submit: string;
  /** `danger` for what cannot be undone. */
  submitVariant?: 'primary' | 'danger';
  /** What the button says meanwhile. */
  working: string;
  /** What to say when no answer comes. */
  unreachable: string;
  /** What went wrong before this page was asked for, when scripts are off. */
  problem?: string | undefined;
}

/** A form of the sign-in pages. Without JavaScript it posts; with it, mistakes show without a reload. */
export function AuthForm(props: AuthFormProps) {
  const { action, fields, hidden = {}, submit, submitVariant = 'primary', ...texts } = props;
  const form = useAuthForm(texts.problem, texts.unreachable);
  return (
    <form method="post" action={action} onSubmit={form.onSubmit} className="grid gap-5">
      {form.problem ? <Notice tone="danger" urgent title={form.problem} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ label, hint, ...input }) => (
        <Field key={input.name} label={label} hint={hint}>
          <Input required {...input} />
        </Field>
      ))}
      <Button
        type="submit"
        variant={submitVariant}
        size="large"
        loading={form.working && texts.working}
        className="w-full"
      >
        {submit}
      </Button>
    </form>
  );
}
