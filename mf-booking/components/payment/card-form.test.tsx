// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, type Call, renderInSlice, stubApi } from '../testing';
import { CardForm } from './card-form';

const onPaid = vi.fn();
const onBusy = vi.fn();
const declined: Answer = {
  status: 402,
  body: { error: { code: 'card_declined', decline_code: 'generic_decline' } },
};
const paid: Answer = { body: { status: 'succeeded' } };
let answers: Answer[];
let calls: Call[];

const fill = (number: string) => {
  fireEvent.change(screen.getByLabelText('Card number'), { target: { value: number } });
  fireEvent.change(screen.getByLabelText(/^Expiry/), { target: { value: '12/34' } });
  fireEvent.change(screen.getByLabelText('Security code'), { target: { value: '123' } });
};
const pay = () => fireEvent.click(screen.getByRole('button', { name: 'Pay €110.00' }));

describe('card form', () => {
  beforeEach(() => {
    vi.clearAllMocks();
    answers = [declined, paid];
    calls = stubApi(() => answers.shift() ?? paid);
    renderInSlice(
      <CardForm
        clientSecret="pi_1_secret_2"
        publishableKey="pk_test_local"
        returnUrl="http://localhost:8080/b/b1"
        submitLabel="Pay €110.00"
        payingLabel="Paying €110.00 …"
        onBusy={onBusy}
        onPaid={onPaid}
      />,
    );
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('a declined card keeps the hold and what was typed; another card pays', async () => {
    fill('4000 0000 0000 0002');
    pay();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Your time is still held');
    expect(onBusy.mock.calls).toEqual([[true], [false]]);
    fill('4242 4242 4242 4242');
    pay();
    await waitFor(() => expect(onPaid).toHaveBeenCalledTimes(1));
    const numbers = calls.map(({ body }) =>
      new URLSearchParams(body).get('payment_method_data[card][number]'),
    );
    expect(numbers).toEqual(['4000000000000002', '4242424242424242']);
  });

  it('a mistyped number is said at the field and never sent', () => {
    fill('4242 4242 4242 4241');
    pay();
    expect(document.activeElement).toBe(screen.getByLabelText('Card number'));
    expect(screen.getByText(/Check the digits/)).toBeTruthy();
    expect(calls).toEqual([]);
  });

  it('pays once however often it is pressed', async () => {
    answers = [paid];
    fill('4242 4242 4242 4242');
    const form = screen.getByLabelText('Card number').closest('form');
    pay();
    if (form) fireEvent.submit(form);
    await waitFor(() => expect(onPaid).toHaveBeenCalledTimes(1));
    expect(calls).toHaveLength(1);
  });
});
