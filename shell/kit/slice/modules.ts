/**
 * Every module that the shell composes, by slice. A route of the shell names one of these;
 * a slice's `exposes/` folder has one file for each.
 */
export const EXPOSED_MODULES = {
  'mf-catalog': ['Home', 'NearYou', 'Search', 'ProviderPage', 'ServicePage'],
  'mf-booking': ['BookingFlow', 'GuestBooking', 'MyBookings', 'BookingDetail'],
  'mf-provider-portal': ['Today', 'Bookings', 'Availability', 'Services', 'Earnings', 'Operator'],
} as const;

export type ModuleId = {
  [S in keyof typeof EXPOSED_MODULES]: `${S}/${(typeof EXPOSED_MODULES)[S][number]}`;
}[keyof typeof EXPOSED_MODULES];
