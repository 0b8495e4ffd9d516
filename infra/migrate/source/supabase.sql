-- The Supabase project that `npm run migrate` reads. Columns that are not named here are not looked at.
-- References are written as comments: what years of imports left behind does not keep them, and the
-- migration trusts none of them. Money is written down in two ways: `*_cents` are minor units of the
-- currency beside them, `numeric` is in major units.

create schema if not exists auth;
create schema if not exists storage;

-- Supabase's own table, as far as it is read.
create table auth.users (
  id uuid primary key,
  email varchar(255),
  encrypted_password varchar(255),          -- bcrypt, `$2a$10$…`; empty for who signs in elsewhere
  email_confirmed_at timestamptz,
  raw_user_meta_data jsonb,                 -- `full_name` or `name`
  is_anonymous boolean not null default false,
  created_at timestamptz,
  deleted_at timestamptz
);

create table storage.buckets (
  id text primary key,
  public boolean not null default false
);

create table storage.objects (
  id uuid primary key,
  bucket_id text not null,                  -- storage.buckets
  name text not null,                       -- path within the bucket
  metadata jsonb,                           -- `size` in bytes, `mimetype`
  created_at timestamptz
);

create table public.providers (
  id uuid primary key,
  owner_id uuid,                            -- auth.users; one business a person
  slug text,
  name text,
  headline text,
  about text,
  status text,                              -- draft | published | blocked
  verified boolean,
  country text,                             -- ISO 3166-1 alpha-2
  city text,
  street text,
  postcode text,
  lat double precision,
  lng double precision,
  currency text,                            -- ISO 4217
  time_zone text,                           -- IANA
  languages text[],
  opening_hours json,                       -- [{"days":[1,2],"start":"09:00","end":"17:00"}], ISO weekdays
  stripe_account_id text,
  charges_enabled boolean,
  payouts_enabled boolean,
  created_at timestamptz
);

create table public.services (
  id uuid primary key,
  provider_id uuid,                         -- providers
  title text,
  description text,
  category text,
  price_cents bigint,
  currency text,
  duration_minutes integer,
  step_minutes integer,                     -- between two starts; the duration when null
  buffer_before_minutes integer,
  buffer_after_minutes integer,
  min_notice_minutes integer,
  capacity integer,
  cancellation_policy text,                 -- flexible | moderate | strict
  requires_approval boolean,
  status text,                              -- draft | active | paused
  created_at timestamptz
);
create index services_provider on public.services (provider_id);

create table public.bookings (
  id uuid primary key,
  provider_id uuid,                         -- providers
  service_id uuid,                          -- services
  customer_id uuid,                         -- auth.users; null for a guest
  customer_name text,
  customer_email text,
  starts_at timestamptz,
  ends_at timestamptz,
  seats integer,
  status text,                              -- pending | confirmed | completed | no_show | cancelled | declined
  base_cents bigint,                        -- the provider's price
  surcharge_cents bigint,                   -- what a guest pays on top
  total_cents bigint,
  fee_cents bigint,                         -- what the platform keeps of the total
  currency text,
  created_at timestamptz,
  updated_at timestamptz
);
create index bookings_provider on public.bookings (provider_id, created_at);

create table public.payments (
  id uuid primary key,
  booking_id uuid,                          -- bookings; one that succeeded each
  status text,                              -- succeeded | failed | canceled
  amount numeric(14, 3),                    -- in major units, as all here
  application_fee numeric(14, 3),
  stripe_fee numeric(14, 3),
  currency text,
  stripe_payment_intent_id text,
  stripe_charge_id text,
  stripe_transfer_id text,
  stripe_application_fee_id text,
  stripe_balance_transaction_id text,
  refunds jsonb,                            -- [{"id":"re_…","amount_cents":500,"fee_refund_id":"fr_…","reversal_id":"trr_…","created_at":"…"}]
  paid_at timestamptz,
  created_at timestamptz
);
create index payments_booking on public.payments (booking_id);

create table public.reviews (
  id uuid primary key,
  booking_id uuid,                          -- bookings; one each
  stars integer,
  body text,
  author_name text,
  created_at timestamptz
);
create index reviews_booking on public.reviews (booking_id);
