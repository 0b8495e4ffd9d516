import type Stripe from 'stripe';
import { invalid } from '../http/fault';
import { LIST_PARAMS, page, whereEqual } from '../http/list';
import { route } from '../http/route';
import { idOf, newId } from '../state/ids';
import type { World } from '../world';
import { post } from './balance/balance';

const DISPUTE_FEE_MINOR = 1500;
const EVIDENCE_DAYS = 7;

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

function withdraw(world: World, id: string, amount: number, currency: string) {
  return post(world, 'platform', {
    amount: -amount,
    currency,
    type: 'adjustment',
    reportingCategory: 'dispute',
    source: id,
    fees: [{ amount: DISPUTE_FEE_MINOR, type: 'stripe_fee', description: 'Dispute fee' }],
  });
}

/** Whether the bank holds a charge's money, or has decided to keep it. */
export function isHeldByBank(world: World, chargeId: string): boolean {
  return world.store
    .all('dispute')
    .some((dispute) => idOf(dispute.charge) === chargeId && dispute.status !== 'won');
}

/** The cardholder disputes a charge: money and the dispute fee leave the platform at once. */
export function openDispute(
  world: World,
  chargeId: string,
  input: { amount?: number; reason?: string } = {},
): Stripe.Dispute {
  const charge = world.store.get('charge', chargeId, 'charge');
  if (isHeldByBank(world, chargeId)) {
    throw invalid(`Charge ${chargeId} is already disputed.`, 'charge');
  }
  if (!charge.paid || !charge.captured)
    throw invalid('Only a paid charge can be disputed.', 'charge');
  const now = world.nowSeconds();
  const id = newId('du');
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = input.amount ?? left;
  if (amount < 1 || amount > left) throw invalid(`Invalid dispute amount: ${amount}`, 'amount');
  const dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: [withdraw(world, id, amount, charge.currency)],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: now + EVIDENCE_DAYS * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: 'manual',
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: null,
    payment_intent: idOf(charge.payment_intent),
    reason: input.reason ?? 'fraudulent',
    status: 'needs_response',
  } satisfies Stripe.Dispute;
  world.store.put('dispute', dispute);
  world.store.patch(charge, { disputed: true });
  world.emit('charge.dispute.created', dispute);
  world.emit('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** The bank decides; a win brings the money back, though never the dispute fee. */
export function closeDispute(world: World, id: string, outcome: 'won' | 'lost'): Stripe.Dispute {
  const dispute = world.store.get('dispute', id);
  if (dispute.status === 'won' || dispute.status === 'lost') {
    throw invalid(`Dispute ${id} is already closed.`, 'id');
  }
  const { amount, currency } = dispute;
  if (outcome === 'won') {
    const returned = post(world, 'platform', {
      amount,
      currency,
      type: 'adjustment',
      reportingCategory: 'dispute_reversal',
      source: id,
    });
    dispute.balance_transactions = [...dispute.balance_transactions, returned];
  }
  world.store.patch(dispute, { status: outcome });
  if (outcome === 'won') world.emit('charge.dispute.funds_reinstated', dispute);
  world.emit('charge.dispute.closed', dispute);
  return dispute;
}

export const disputeRoutes = [
  route('GET', '/v1/disputes', [...LIST_PARAMS, 'charge', 'payment_intent'], (world, { params }) =>
    page(
      whereEqual(world.store.all('dispute'), params, {
        charge: (item) => idOf(item.charge),
        payment_intent: (item) => idOf(item.payment_intent),
      }),
      params,
      '/v1/disputes',
    ),
  ),
  route('GET', '/v1/disputes/:id', [], (world, { path }) =>
    world.store.get('dispute', path.id ?? ''),
  ),
  route('POST', '/v1/disputes/:id/close', [], (world, { path }) =>
    closeDispute(world, path.id ?? '', 'lost'),
  ),
  route('POST', '/v1/disputes/:id', ['evidence', 'submit'], (world, { path, params }) => {
    const dispute = world.store.get('dispute', path.id ?? '');
    world.store.patch(dispute, {
      metadata: params.metadata(dispute.metadata),
      status: 'under_review',
      evidence_details: { ...dispute.evidence_details, has_evidence: true, submission_count: 1 },
    });
    world.emit('charge.dispute.updated', dispute);
    return dispute;
  }),
];
