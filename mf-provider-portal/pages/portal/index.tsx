import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Today from '../../exposes/Today';
import { load } from '../../exposes/Today.server';

export default standalonePage('mf-provider-portal', Today);
export const getServerSideProps = standaloneProps(load);
