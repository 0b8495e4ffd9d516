/**
 * Accounts, and which one each becomes: accounts of the same address are one person, and the oldest
 * stays. Only proven addresses take part, so nobody comes into somebody else's bookings.
 */
const ACCOUNTS = `
  checked as (
    select id, lower(btrim(email)) as email, encrypted_password, created_at,
      coalesce(raw_user_meta_data ->> 'full_name', raw_user_meta_data ->> 'name') as name,
      case
        when deleted_at is not null then 'ACCOUNT_DELETED'
        when is_anonymous then 'ANONYMOUS'
        when email is null or length(email) > 254
          or btrim(email) !~ '^[^[:space:]@]+@[^[:space:]@]+[.][^[:space:]@]+$' then 'BAD_EMAIL'
        when email_confirmed_at is null then 'EMAIL_NOT_CONFIRMED'
      end as problem
    from auth.users
  ),
  accounts as (
    select *, case when problem is null then
      first_value(id) over (partition by problem is null, email order by created_at, id)
    end as account_id
    from checked
  )`;

const BUSINESSES = `
  businesses as (
    select p.*, a.account_id,
      row_number() over (partition by a.account_id order by p.created_at, p.id) as nth_of_owner,
      row_number() over (partition by lower(btrim(p.slug)) order by p.created_at, p.id) as nth_of_slug
    from public.providers p left join accounts a on a.id = p.owner_id
  )`;

export const PROVIDERS = `with ${ACCOUNTS}, ${BUSINESSES}
  select * from businesses where id > $1::uuid order by id`;

export const SERVICES = `
  select s.* from public.services s join public.providers p on p.id = s.provider_id
  where s.provider_id > $1::uuid order by s.provider_id, s.id`;

export const BOOKINGS = `with ${ACCOUNTS}
  select b.*, a.account_id, k.email as account_email, k.name as account_name,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', y.id, 'status', y.status, 'amount', y.amount::text,
        'application_fee', y.application_fee::text, 'stripe_fee', y.stripe_fee::text,
        'currency', y.currency, 'intent_id', y.stripe_payment_intent_id,
        'charge_id', y.stripe_charge_id, 'transfer_id', y.stripe_transfer_id,
        'fee_id', y.stripe_application_fee_id, 'balance_id', y.stripe_balance_transaction_id,
        'refunds', y.refunds, 'paid_at', y.paid_at::text
      ) order by y.created_at, y.id) from public.payments y where y.booking_id = b.id), '[]') as payments,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', r.id, 'stars', r.stars, 'body', r.body, 'author_name', r.author_name,
        'created_at', r.created_at::text
      ) order by r.created_at, r.id) from public.reviews r where r.booking_id = b.id), '[]') as reviews
  from public.bookings b join public.providers p on p.id = b.provider_id
    left join accounts a on a.id = b.customer_id
    left join accounts k on k.id = a.account_id
  where b.provider_id > $1::uuid order by b.provider_id, b.created_at, b.id`;

export const USERS = `with ${ACCOUNTS}, ${BUSINESSES}
  select a.*, b.id as provider_id
  from accounts a left join businesses b on b.account_id = a.id and b.nth_of_owner = 1
  where a.id > $1::uuid order by a.id`;

/** Rows that hang on nothing, as far as they are not found with what they hang on. */
export const ORPHANS = `
  select * from (
    select 'services' as table, s.id from public.services s
      where not exists (select from public.providers p where p.id = s.provider_id)
    union all select 'bookings', b.id from public.bookings b
      where not exists (select from public.providers p where p.id = b.provider_id)
    union all select 'payments', y.id from public.payments y
      left join public.bookings b on b.id = y.booking_id
      where b.id is null or not exists (select from public.providers p where p.id = b.provider_id)
    union all select 'reviews', r.id from public.reviews r
      left join public.bookings b on b.id = r.booking_id
      where b.id is null or not exists (select from public.providers p where p.id = b.provider_id)
  ) orphans`;

export const FILES = `
  select o.id, o.bucket_id, b.public as is_public, o.name,
    o.metadata ->> 'size' as size, o.metadata ->> 'mimetype' as mimetype
  from storage.objects o left join storage.buckets b on b.id = o.bucket_id
  where o.id > $1::uuid order by o.id`;

export const COUNTS = `
  select (select count(*) from auth.users) as users,
    (select count(*) from public.providers) as providers,
    (select count(*) from public.services) as services,
    (select count(*) from public.bookings) as bookings,
    (select count(*) from public.payments) as payments,
    (select count(*) from public.reviews) as reviews,
    (select count(*) from storage.objects) as files`;

/** What was paid, kept and given back, by provider and currency, straight from the rows that moved. */
export const MONEY = `
  select b.provider_id, upper(y.currency) as currency, sum(y.amount)::text as charged,
    sum(y.application_fee)::text as fees,
    coalesce(sum((
      select sum((refund ->> 'amount_cents')::bigint) from jsonb_array_elements(y.refunds) refund
    )), 0)::text as refunded_minor
  from public.payments y join public.bookings b on b.id = y.booking_id
    join public.providers p on p.id = b.provider_id
  where y.status = 'succeeded'
    and not exists (select from unnest($1::uuid[]) as stays (id) where stays.id = y.id)
    and not exists (select from unnest($2::uuid[]) as stays (id) where stays.id = b.id)
    and not exists (select from unnest($3::uuid[]) as stays (id) where stays.id = b.provider_id)
  group by 1, 2`;
