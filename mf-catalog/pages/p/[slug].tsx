import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import ProviderPage from '../../exposes/ProviderPage';
import { load } from '../../exposes/ProviderPage.server';

export default standalonePage('mf-catalog', ProviderPage);
export const getServerSideProps = standaloneProps(load);
