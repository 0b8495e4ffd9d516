import { priceProblem } from '@marketplace/services/domain/money';
import type { OwnService, ServiceInput } from '@marketplace/services/provider/contract';
import { priceMinor, priceText } from './price-text';

export const CATEGORIES = [
  'hair',
  'nails',
  'massage',
  'fitness',
  'yoga',
  'tutoring',
  'music',
  'photo',
  'cleaning',
  'repair',
  'garden',
  'pets',
] as const satisfies readonly ServiceInput['category'][];

export const POLICIES = ['flexible', 'moderate', 'strict'] as const;

/** A service as the form holds it: numbers are still what a person typed. */
export interface ServiceDraft
  extends Pick<ServiceInput, 'title' | 'description' | 'category' | 'policy' | 'requiresApproval'> {
  price: string;
  duration: string;
  bufferBefore: string;
  bufferAfter: string;
  /** Hours. */
  notice: string;
  capacity: string;
}

type DraftError = 'titleShort' | 'priceWrong' | 'priceBelow' | 'priceSteps' | 'durationWrong';

const MINUTES_PER_HOUR = 60;
const DEFAULT_DURATION_MIN = 60;

export function draftOf(service: OwnService | null, currency: string): ServiceDraft {
  return {
    title: service?.title ?? '',
    description: service?.description ?? '',
    category: service?.category ?? 'hair',
    policy: service?.policy ?? 'flexible',
    requiresApproval: service?.requiresApproval ?? false,
    price: service ? priceText(service.priceMinor, currency) : '',
    duration: String(service?.durationMin ?? DEFAULT_DURATION_MIN),
    bufferBefore: String(service?.bufferBefore ?? 0),
    bufferAfter: String(service?.bufferAfter ?? 0),
    notice: String((service?.minNoticeMin ?? 0) / MINUTES_PER_HOUR),
    capacity: String(service?.capacity ?? 1),
  };
}

const whole = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN);

const PRICE_ERRORS = {
  UNKNOWN_CURRENCY: 'priceWrong',
  NOT_IN_WHOLE_STEPS: 'priceSteps',
  BELOW_MINIMUM: 'priceBelow',
} as const;

/** The input for the service, or what is wrong with each field. */
export function readDraft(
  draft: ServiceDraft,
  currency: string,
): { input: ServiceInput | null; errors: Partial<Record<keyof ServiceDraft, DraftError>> } {
  const errors: Partial<Record<keyof ServiceDraft, DraftError>> = {};
  const amount = priceMinor(draft.price, currency);
  const problem = amount === null ? undefined : priceProblem(amount, currency);
  const durationMin = whole(draft.duration);
  if (draft.title.trim().length < 3) errors.title = 'titleShort';
  if (amount === null) errors.price = 'priceWrong';
  else if (problem) errors.price = PRICE_ERRORS[problem];
  if (!(durationMin >= 5 && durationMin <= 1440)) errors.duration = 'durationWrong';
  if (Object.keys(errors).length > 0 || amount === null) return { input: null, errors };
  return {
    errors,
    input: {
      title: draft.title.trim(),
      description: draft.description.trim(),
      category: draft.category,
      policy: draft.policy,
      requiresApproval: draft.requiresApproval,
      priceMinor: amount,
      durationMin,
      stepMin: durationMin,
      bufferBefore: whole(draft.bufferBefore) || 0,
      bufferAfter: whole(draft.bufferAfter) || 0,
      minNoticeMin: Math.round((Number(draft.notice) || 0) * MINUTES_PER_HOUR),
      capacity: whole(draft.capacity) || 1,
    },
  };
}
