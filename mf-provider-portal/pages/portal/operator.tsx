import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Operator from '../../exposes/Operator';
import { load } from '../../exposes/Operator.server';

export default standalonePage('mf-provider-portal', Operator);
export const getServerSideProps = standaloneProps(load);
