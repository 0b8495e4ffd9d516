import { describe, expect, it } from 'vitest';
import { draftOf, readDraft } from './service-draft';

const draft = { ...draftOf(null, 'EUR'), title: 'Haircut', price: '45' };

describe('service form', () => {
  it('reads what was typed into what the service takes', () => {
    const { input, errors } = readDraft({ ...draft, notice: '1.5' }, 'EUR');
    expect(errors).toEqual({});
    expect(input).toMatchObject({
      priceMinor: 4500,
      durationMin: 60,
      stepMin: 30,
      minNoticeMin: 90,
      capacity: 1,
    });
  });

  it.each([
    [{ title: 'ab' }, 'title', 'titleShort'],
    [{ price: 'much' }, 'price', 'priceWrong'],
    [{ price: '0.10' }, 'price', 'priceBelow'],
    [{ duration: '3' }, 'duration', 'durationWrong'],
    [{ step: '0' }, 'step', 'stepWrong'],
    [{ bufferAfter: '-5' }, 'bufferAfter', 'numberWrong'],
    [{ notice: 'soon' }, 'notice', 'noticeWrong'],
    [{ capacity: '0' }, 'capacity', 'capacityWrong'],
  ])('says what is wrong with %o', (change, field, error) => {
    const read = readDraft({ ...draft, ...change }, 'EUR');
    expect(read.input).toBeNull();
    expect(read.errors).toEqual({ [field]: error });
  });

  it('refuses prices that are not in whole steps of the currency', () => {
    expect(readDraft({ ...draft, price: '5.005' }, 'KWD').errors.price).toBe('priceSteps');
  });
});
