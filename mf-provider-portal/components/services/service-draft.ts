import { priceProblem } from '@marketplace/services/domain/money';
import type { OwnService, ServiceInput } from '@marketplace/services/provider/contract';
import { priceMinor, priceText } from '../../data/money/price-text';

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
  step: string;
  bufferBefore: string;
  bufferAfter: string;
  /** Hours. */
  notice: string;
  capacity: string;
}

type DraftError =
  | 'titleShort'
  | 'priceWrong'
  | 'priceBelow'
  | 'priceSteps'
  | 'durationWrong'
  | 'stepWrong'
  | 'numberWrong'
  | 'noticeWrong'
  | 'capacityWrong';

export type DraftErrors = Partial<Record<keyof ServiceDraft, DraftError>>;

const MINUTES_PER_HOUR = 60;
const DEFAULT_DURATION_MIN = 60;
const DEFAULT_STEP_MIN = 30;
const LONGEST_MIN = 1440;
const LONGEST_BUFFER_MIN = 480;
const LONGEST_NOTICE_MIN = 43_200;

export function draftOf(service: OwnService | null, currency: string): ServiceDraft {
  return {
    title: service?.title ?? '',
    description: service?.description ?? '',
    category: service?.category ?? 'hair',
    policy: service?.policy ?? 'flexible',
    requiresApproval: service?.requiresApproval ?? false,
    price: service ? priceText(service.priceMinor, currency) : '',
    duration: String(service?.durationMin ?? DEFAULT_DURATION_MIN),
    step: String(service?.stepMin ?? DEFAULT_STEP_MIN),
    bufferBefore: String(service?.bufferBefore ?? 0),
    bufferAfter: String(service?.bufferAfter ?? 0),
    notice: String((service?.minNoticeMin ?? 0) / MINUTES_PER_HOUR),
    capacity: String(service?.capacity ?? 1),
  };
}

/** A whole number in the range; null when it is none. */
function whole(text: string, lowest: number, highest: number): number | null {
  if (!/^\d{1,5}$/.test(text.trim())) return null;
  const number = Number(text);
  return number >= lowest && number <= highest ? number : null;
}

function noticeMin(text: string): number | null {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(text.trim())) return null;
  const minutes = Math.round(Number(text.trim().replace(',', '.')) * MINUTES_PER_HOUR);
  return minutes <= LONGEST_NOTICE_MIN ? minutes : null;
}

const PRICE_ERRORS = {
  UNKNOWN_CURRENCY: 'priceWrong',
  NOT_IN_WHOLE_STEPS: 'priceSteps',
  BELOW_MINIMUM: 'priceBelow',
} as const;

function readPrice(text: string, currency: string): number | DraftError {
  const amountMinor = priceMinor(text, currency);
  if (amountMinor === null) return 'priceWrong';
  const problem = priceProblem(amountMinor, currency);
  return problem ? PRICE_ERRORS[problem] : amountMinor;
}

/** The input for the service, or what is wrong with each field. */
export function readDraft(
  draft: ServiceDraft,
  currency: string,
): { input: ServiceInput | null; errors: DraftErrors } {
  const errors: DraftErrors = {};
  const number = (field: keyof DraftErrors, read: number | null, error: DraftError) => {
    if (read === null) errors[field] = error;
    return read ?? 0;
  };
  if (draft.title.trim().length < 3) errors.title = 'titleShort';
  const price = readPrice(draft.price, currency);
  if (typeof price === 'string') errors.price = price;
  const input: ServiceInput = {
    title: draft.title.trim(),
    description: draft.description.trim(),
    category: draft.category,
    policy: draft.policy,
    requiresApproval: draft.requiresApproval,
    priceMinor: typeof price === 'string' ? 0 : price,
    durationMin: number('duration', whole(draft.duration, 5, LONGEST_MIN), 'durationWrong'),
    stepMin: number('step', whole(draft.step, 5, LONGEST_MIN), 'stepWrong'),
    bufferBefore: number(
      'bufferBefore',
      whole(draft.bufferBefore, 0, LONGEST_BUFFER_MIN),
      'numberWrong',
    ),
    bufferAfter: number(
      'bufferAfter',
      whole(draft.bufferAfter, 0, LONGEST_BUFFER_MIN),
      'numberWrong',
    ),
    minNoticeMin: number('notice', noticeMin(draft.notice), 'noticeWrong'),
    capacity: number('capacity', whole(draft.capacity, 1, 100), 'capacityWrong'),
  };
  return { input: Object.keys(errors).length > 0 ? null : input, errors };
}

const FIELDS: Partial<Record<string, keyof ServiceDraft>> = {
  title: 'title',
  description: 'description',
  category: 'category',
  priceMinor: 'price',
  durationMin: 'duration',
  stepMin: 'step',
  bufferBefore: 'bufferBefore',
  bufferAfter: 'bufferAfter',
  minNoticeMin: 'notice',
  capacity: 'capacity',
  policy: 'policy',
};

/** The form's field for a path of the service's input, e.g. `priceMinor` → `price`. */
export const fieldOfPath = (path: string): keyof ServiceDraft | undefined => FIELDS[path];
