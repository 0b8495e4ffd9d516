import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import MyBookings from '../../exposes/MyBookings';
import { load } from '../../exposes/MyBookings.server';

export default standalonePage('mf-booking', MyBookings);
export const getServerSideProps = standaloneProps(load);
