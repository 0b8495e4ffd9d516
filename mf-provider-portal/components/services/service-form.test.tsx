// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aProblem, renderInSlice, stubApi } from '../testing';
import { ServiceForm } from './service-form';

const onSaved = vi.fn();
const show = () =>
  renderInSlice(
    <ServiceForm service={null} currency="EUR" onSaved={onSaved} onClose={() => undefined} />,
  );
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
const errorOf = (label: string) => {
  const ids = screen.getByLabelText(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
};

describe('service form', () => {
  afterEach(() => {
    cleanup();
    vi.clearAllMocks();
    vi.unstubAllGlobals();
  });

  it('says what is wrong at each field and sends nothing', async () => {
    const calls = stubApi(() => aProblem('UNEXPECTED', 500));
    show();
    type('Title', 'ab');
    type('Price (EUR)', '0.10');
    save();
    expect(errorOf('Title')).toContain('three letters');
    expect(errorOf('Price (EUR)')).toContain('EUR');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')));
    expect(calls).toEqual([]);
  });

  it('puts what the service refuses at the field it refuses, and keeps what was typed', async () => {
    stubApi(() =>
      aProblem('INVALID_INPUT', 400, [{ path: 'priceMinor', message: 'Too little to charge' }]),
    );
    show();
    type('Title', 'Haircut');
    type('Price (EUR)', '45');
    save();
    await screen.findByRole('alert');
    expect(errorOf('Price (EUR)')).toContain('Too little to charge');
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Haircut');
    expect(onSaved).not.toHaveBeenCalled();
  });
});
