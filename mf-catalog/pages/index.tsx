import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Home from '../exposes/Home';
import { load } from '../exposes/Home.server';

export default standalonePage('mf-catalog', Home);
export const getServerSideProps = standaloneProps(load);
