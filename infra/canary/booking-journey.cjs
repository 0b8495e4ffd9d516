const SLOT_DAYS = 14;
const MS_PER_DAY = 86_400_000;

/** Fetches a path and fails, naming it, unless it is answered with 200. */
async function get(origin, path) {
  const response = await fetch(new URL(path, origin), { signal: AbortSignal.timeout(10_000) });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return response;
}

async function getPage(origin, path, slice) {
  const html = await (await get(origin, path)).text();
  if (!html.includes(`data-slice="${slice}"`)) throw new Error(`${path} came without ${slice}`);
}

async function findService(origin) {
  const { items } = await (await get(origin, '/api/catalog/services')).json();
  const service = items[0];
  if (!service) throw new Error('Search finds nothing');
  return service.id;
}

async function findSlot(origin, serviceId) {
  const from = new Date();
  const to = new Date(from.getTime() + SLOT_DAYS * MS_PER_DAY);
  const range = new URLSearchParams({ from: from.toISOString(), to: to.toISOString() });
  const { slots } = await (
    await get(origin, `/api/booking/services/${serviceId}/slots?${range}`)
  ).json();
  if (!Array.isArray(slots)) throw new Error('Free times have lost their shape');
}

/** What a customer does until the moment of paying. Nothing is held, so no slot is taken from anybody. */
async function journey(origin, step) {
  let serviceId = '';
  await step('home', () => getPage(origin, '/', 'mf-catalog'));
  await step('search', () => getPage(origin, '/search', 'mf-catalog'));
  await step('find', async () => {
    serviceId = await findService(origin);
  });
  await step('service', () => getPage(origin, `/s/${serviceId}`, 'mf-catalog'));
  await step('free times', () => findSlot(origin, serviceId));
  await step('booking form', () => getPage(origin, `/book/${serviceId}`, 'mf-booking'));
}

exports.journey = journey;

exports.handler = () => {
  const synthetics = require('Synthetics');
  return journey(process.env.PUBLIC_ORIGIN, (name, run) => synthetics.executeStep(name, run));
};
