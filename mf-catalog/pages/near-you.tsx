import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import NearYou from '../exposes/NearYou';
import { load } from '../exposes/NearYou.server';

export default standalonePage('mf-catalog', NearYou);
export const getServerSideProps = standaloneProps(load);
