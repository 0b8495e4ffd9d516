import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Earnings from '../../exposes/Earnings';
import { load } from '../../exposes/Earnings.server';

export default standalonePage('mf-provider-portal', Earnings);
export const getServerSideProps = standaloneProps(load);
