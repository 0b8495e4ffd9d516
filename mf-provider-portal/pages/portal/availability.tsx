import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Availability from '../../exposes/Availability';
import { load } from '../../exposes/Availability.server';

export default standalonePage('mf-provider-portal', Availability);
export const getServerSideProps = standaloneProps(load);
