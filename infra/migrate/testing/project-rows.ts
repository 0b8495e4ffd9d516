/**
 * The rows of a made-up project, table by table. Ids are hashes of names, so they can be said again:
 * `md5('booking 7')`. Every `case` on a remainder is something that goes wrong in real projects; the
 * divisors are primes, so that the faults meet each other too.
 */
export const PROJECT_ROWS: readonly string[] = [
  `insert into auth.users
  select md5('user ' || i)::uuid,
    case when i % 97 = 5 then upper('person' || i - 1 || '@mail.test')
      when i % 211 = 9 then 'no address' else 'person' || i || '@mail.test' end,
    case when i % 83 = 4 then null else :hash end,
    case when i % 89 = 7 then null else timestamptz :today - interval '400 days' end,
    jsonb_build_object('full_name', case when i % 79 = 3 then repeat('Long ', 100)
      when i % 101 = 8 then E'Ada\\x01 Bell' else 'Person ' || i end),
    i % 307 = 11,
    case when i % 103 = 12 then 'infinity' else timestamptz :today - interval '500 days' + i * interval '1 minute' end,
    case when i % 223 = 13 then timestamptz :today end
  from generate_series(1, :users) i`,

  `insert into public.providers
  select md5('provider ' || i)::uuid,
    md5(case when i % 61 = 5 then 'nobody' when i % 67 = 6 then 'user ' || i - 1 else 'user ' || i end)::uuid,
    case when i % 71 = 7 then 'studio-' || i - 1 when i % 73 = 8 then null else 'studio-' || i end,
    case when i % 79 = 9 then '  ' when i % 37 = 4 then E'Studio\\x07 ' || i else 'Studio ' || i end,
    'Hair and care', case when i % 41 = 3 then repeat('We care. ', 20000) else 'Two chairs.' end,
    case when i % 83 = 2 then 'archived' when i % 11 = 10 then 'draft' else 'published' end,
    i % 3 = 0,
    (array['DE', 'US', 'GB', 'JP'])[i % 4 + 1], case when i % 89 = 1 then null else 'Town ' || i % 50 end,
    'High Street ' || i, '10' || i % 900, case when i % 97 = 2 then double precision 'NaN' else 40 + i % 20 end, i % 90,
    case when i % 53 = 3 then 'XXX' else (array['EUR', 'USD', 'GBP', 'JPY'])[i % 4 + 1] end,
    case when i % 59 = 4 then 'Mars/Base' else (array['Europe/Berlin', 'America/New_York', 'Europe/London', 'Asia/Tokyo'])[i % 4 + 1] end,
    array['en', 'de'],
    case when i % 43 = 6 then '[{"days":[1],"start":"09:00\\u0000","end":"17:00"}]'
      else '[{"days":[1,2,3,4,5,6,7],"start":"00:00","end":"24:00"}]' end::json,
    'acct_' || i, true, true, timestamptz :today - interval '450 days' + i * interval '1 minute'
  from generate_series(1, :providers) i`,

  `insert into public.services
  select md5('service ' || i)::uuid,
    md5(case when i % 137 = 9 then 'nobody' else 'provider ' || (i - 1) / 4 + 1 end)::uuid,
    case when i % 61 = 5 then 'X' else 'Service ' || i end,
    case when i % 97 = 6 then repeat('Words ', 2000) else 'Wash and cut.' end,
    case when i % 67 = 7 then 'astrology' else 'hair' end,
    case when i % 71 = 8 then -500 else 10000 + i % 50 * 100 end,
    (array['EUR', 'USD', 'GBP', 'JPY'])[((i - 1) / 4 + 1) % 4 + 1],
    60, case when i % 5 = 0 then 30 end, 10, 15, 0, case when i % 29 = 3 then 4 else 1 end,
    (array['flexible', 'moderate', 'strict'])[i % 3 + 1], i % 13 = 0, 'active',
    case when i % 109 = 4 then null else timestamptz :today - interval '440 days' end
  from generate_series(1, :providers * 4) i`,

  // One a day and provider; every nineteenth wants the time of the one before.
  `insert into public.bookings
  select md5('booking ' || i)::uuid, md5('provider ' || p)::uuid,
    md5(case when i % 127 = 9 then 'nothing' else 'service ' || (p - 1) * 4 + i % 4 + 1 end)::uuid,
    case when i % 5 = 0 then null else md5('user ' || i % :users + 1)::uuid end,
    case when i % 5 = 0 then 'Guest ' || i end,
    case when i % 5 = 0 then case when i % 149 = 20 then 'nobody' else 'guest' || i || '@mail.test' end end,
    case when i % 101 = 7 then 'infinity' else day + interval '9 hours' end,
    case when i % 103 = 8 then day else day + interval '10 hours' end,
    1,
    case when i % 113 = 9 then 'lost' when i % 23 = 5 then 'pending' when i % 17 = 4 then 'cancelled'
      when day < :today then (array['completed', 'completed', 'no_show'])[i % 3 + 1] else 'confirmed' end,
    case when i % 107 = 3 then -base else base end, surcharge,
    case when i % 107 = 3 then surcharge - base else base + surcharge end
      + case when i % 109 = 2 then 1 else 0 end,
    base / 10 + surcharge,
    case when i % 131 = 4 then 'DOGE' else (array['EUR', 'USD', 'GBP', 'JPY'])[p % 4 + 1] end,
    timestamptz :today - interval '300 days' + i * interval '1 second', null
  from generate_series(1, :bookings) i,
    lateral (select (i - 1) / :bookingsEach + 1 as p, (i - 1) % :bookingsEach as n) a,
    lateral (select date_trunc('day', timestamptz :today)
      + (n - case when i % 19 = 18 then 1 else 0 end - :bookingsEach * 4 / 5) * interval '1 day' as day,
      10000 + i % 50 * 100 as base) b,
    lateral (select case when i % 5 = 0 then base / 10 else 0 end as surcharge) c`,

  `insert into public.payments
  select md5('payment ' || i)::uuid, md5(case when i % 139 = 3 then 'nothing' else 'booking ' || i end)::uuid,
    case when i % 29 = 6 then 'failed' else 'succeeded' end,
    total / unit + case when i % 151 = 4 then 0.001 else 0 end - case when i % 157 = 5 then 1000 else 0 end,
    fee_cents / unit, round(total_cents * 0.02) / unit,
    case when i % 163 = 6 then 'XXX' else currency end,
    case when i % 167 = 7 then null else 'pi_' || i end, 'ch_' || i, 'tr_' || i, 'fee_' || i, 'txn_' || i,
    case when status = 'cancelled' and i % 173 = 8 then
        jsonb_build_array(jsonb_build_object('id', 're_' || i, 'amount_cents', total_cents * 2, 'created_at', :today))
      when status = 'cancelled' then
        jsonb_build_array(jsonb_build_object('id', 're_' || i, 'amount_cents', total_cents / 2,
          'fee_refund_id', 'fr_' || i, 'reversal_id', 'trr_' || i, 'created_at', :today)) end,
    case when i % 179 = 9 then '-infinity' else created_at + interval '1 minute' end, created_at
  from generate_series(1, :bookings) i join public.bookings b on b.id = md5('booking ' || i)::uuid,
    lateral (select case when currency = 'JPY' then 1.0 else 100.0 end as unit,
      total_cents + case when i % 181 = 2 then 100 else 0 end as total) a
  where status <> 'pending'`,

  `insert into public.payments (id, booking_id, status, amount, application_fee, currency, stripe_payment_intent_id, stripe_charge_id, paid_at, created_at)
  select md5('again ' || i)::uuid, md5('booking ' || i)::uuid, 'succeeded', 100, 10, 'EUR', 'pi_again_' || i, 'ch_again_' || i, timestamptz :today, timestamptz :today
  from generate_series(100, :bookings, 191) i`,

  `insert into public.reviews
  select md5('review ' || i)::uuid, md5(case when i % 97 = 3 then 'nothing' else 'booking ' || i end)::uuid,
    case when i % 89 = 5 then 9 else i % 5 + 1 end,
    case when i % 83 = 2 then repeat('Good ', 5000) when i % 71 = 6 then E'Good\\x1f' else 'Good.' end, 'Person P.',
    case when i % 101 = 2 then null else timestamptz :today - interval '1 day' end
  from generate_series(1, :bookings, 2) i join public.bookings b on b.id = md5('booking ' || i)::uuid
  where b.status = 'completed'`,

  `insert into public.reviews
  select md5('again ' || i)::uuid, md5('booking ' || i)::uuid, 1, 'Again.', 'Person P.', timestamptz :today
  from generate_series(1, :bookings, 38) i`,

  `insert into storage.buckets values ('provider-media', true), ('documents', false)`,

  `insert into storage.objects
  select md5('file ' || i)::uuid, case when i % 4 = 3 then 'documents' when i = 6 then 'gone' else 'provider-media' end,
    md5('provider ' || i) || case when i = 8 then '/../up.png' else '/photo ' || i || '.png' end,
    jsonb_build_object('size', case when i = 9 then 900000000 else 1000 end, 'mimetype', 'image/png'), :today
  from generate_series(1, 12) i`,
];
