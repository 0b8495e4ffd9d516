import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import GuestBooking from '../../exposes/GuestBooking';
import { load } from '../../exposes/GuestBooking.server';

export default standalonePage('mf-booking', GuestBooking);
export const getServerSideProps = standaloneProps(load);
