import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Search from '../exposes/Search';
import { load } from '../exposes/Search.server';

export default standalonePage('mf-catalog', Search);
export const getServerSideProps = standaloneProps(load);
