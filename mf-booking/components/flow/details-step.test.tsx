// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aService, renderInSlice } from '../testing';
import type { Viewer } from '../use-viewer';
import { DetailsStep } from './details-step';
import { NO_CUSTOMER } from './state/use-booking-flow';

const price = { baseMinor: 10_000, surchargeMinor: 0, totalMinor: 10_000, currency: 'EUR' };
const onHold = vi.fn();

function Step({ viewer }: { viewer: Viewer }) {
  const [customer, setCustomer] = useState(NO_CUSTOMER);
  return (
    <DetailsStep
      service={aService()}
      start="2026-06-10T09:00:00.000Z"
      viewer={viewer}
      customer={customer}
      onCustomer={setCustomer}
      isSending={false}
      prices={{ guest: { ...price, surchargeMinor: 1_000, totalMinor: 11_000 }, signedIn: price }}
      onHold={onHold}
      onBack={() => undefined}
    />
  );
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Hold this time' }));

describe('details', () => {
  beforeEach(() => onHold.mockClear());
  afterEach(cleanup);

  it('says beside the field what is missing, and puts the cursor there', () => {
    renderInSlice(<Step viewer={{ signedIn: false }} />);
    submit();
    const name = screen.getByLabelText('Name');
    expect(document.activeElement).toBe(name);
    expect(name.getAttribute('aria-invalid')).toBe('true');
    type('Name', 'Ada');
    type('Email', 'ada@');
    submit();
    const email = screen.getByLabelText('Email');
    expect(document.activeElement).toBe(email);
    const described = email.getAttribute('aria-describedby')?.split(' ') ?? [];
    const words = described.map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(words).toContain('does not look like an email address');
    expect(onHold).not.toHaveBeenCalled();
  });

  it('a guest who said who they are holds the time under that name', () => {
    renderInSlice(<Step viewer={{ signedIn: false }} />);
    type('Name', ' Ada ');
    type('Email', 'ada@example.com');
    submit();
    expect(onHold).toHaveBeenCalledWith({ name: 'Ada', email: 'ada@example.com' });
  });

  it('who is signed in is asked for nothing', () => {
    renderInSlice(<Step viewer={{ signedIn: true, name: 'Grace' }} />);
    expect(screen.queryByLabelText('Name')).toBeNull();
    submit();
    expect(onHold).toHaveBeenCalledWith(undefined);
  });
});
