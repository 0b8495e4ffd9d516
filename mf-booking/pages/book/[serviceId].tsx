import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import BookingFlow from '../../exposes/BookingFlow';
import { load } from '../../exposes/BookingFlow.server';

export default standalonePage('mf-booking', BookingFlow);
export const getServerSideProps = standaloneProps(load);
