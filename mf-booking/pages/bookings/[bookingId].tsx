import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import BookingDetail from '../../exposes/BookingDetail';
import { load } from '../../exposes/BookingDetail.server';

export default standalonePage('mf-booking', BookingDetail);
export const getServerSideProps = standaloneProps(load);
