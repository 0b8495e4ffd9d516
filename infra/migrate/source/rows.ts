/** Rows as the queries give them: instants, `bigint` and `numeric` as text, nothing checked. */

export interface AccountRow {
  id: string;
  email: string | null;
  /** Why the account is left behind; null for one that moves. */
  problem: string | null;
  /** The oldest account of the same address: itself, unless it is a duplicate. */
  account_id: string | null;
  encrypted_password: string | null;
  name: string | null;
  created_at: string | null;
  /** The business that its owner runs. */
  provider_id: string | null;
}

export interface ProviderRow {
  id: string;
  /** The account of the owner, after duplicates were joined; null where it does not move. */
  account_id: string | null;
  nth_of_owner: string;
  nth_of_slug: string;
  slug: string | null;
  name: string | null;
  headline: string | null;
  about: string | null;
  status: string | null;
  verified: boolean | null;
  country: string | null;
  city: string | null;
  street: string | null;
  postcode: string | null;
  lat: number | null;
  lng: number | null;
  currency: string | null;
  time_zone: string | null;
  languages: string[] | null;
  opening_hours: unknown;
  stripe_account_id: string | null;
  charges_enabled: boolean | null;
  payouts_enabled: boolean | null;
  created_at: string | null;
}

export interface ServiceRow {
  id: string;
  provider_id: string;
  title: string | null;
  description: string | null;
  category: string | null;
  price_cents: string | null;
  currency: string | null;
  duration_minutes: number | null;
  step_minutes: number | null;
  buffer_before_minutes: number | null;
  buffer_after_minutes: number | null;
  min_notice_minutes: number | null;
  capacity: number | null;
  cancellation_policy: string | null;
  requires_approval: boolean | null;
  status: string | null;
  created_at: string | null;
}

export interface PaymentRow {
  id: string;
  status: string | null;
  amount: string | null;
  application_fee: string | null;
  stripe_fee: string | null;
  currency: string | null;
  intent_id: string | null;
  charge_id: string | null;
  transfer_id: string | null;
  fee_id: string | null;
  balance_id: string | null;
  refunds: unknown;
  paid_at: string | null;
}

export interface ReviewRow {
  id: string;
  stars: number | null;
  body: string | null;
  author_name: string | null;
  created_at: string | null;
}

export interface BookingRow {
  id: string;
  provider_id: string;
  service_id: string | null;
  customer_id: string | null;
  /** The customer's account, after duplicates were joined. */
  account_id: string | null;
  account_email: string | null;
  account_name: string | null;
  customer_name: string | null;
  customer_email: string | null;
  starts_at: string | null;
  ends_at: string | null;
  seats: number | null;
  status: string | null;
  base_cents: string | null;
  surcharge_cents: string | null;
  total_cents: string | null;
  fee_cents: string | null;
  currency: string | null;
  created_at: string | null;
  updated_at: string | null;
  payments: PaymentRow[];
  reviews: ReviewRow[];
}

export interface FileRow {
  id: string;
  bucket_id: string;
  is_public: boolean | null;
  name: string;
  size: string | null;
  mimetype: string | null;
}
