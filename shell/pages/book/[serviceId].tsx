import { composePage } from '../../src/federation/server/page/compose-page';

export { ComposedPage as default } from '../../src/federation/composed-page';

export const getServerSideProps = composePage({
  modules: { main: 'mf-booking/BookingFlow' },
  comesFirst: true,
});
