import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Bookings from '../../exposes/Bookings';
import { load } from '../../exposes/Bookings.server';

export default standalonePage('mf-provider-portal', Bookings);
export const getServerSideProps = standaloneProps(load);
