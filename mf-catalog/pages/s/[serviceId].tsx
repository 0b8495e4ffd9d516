import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import ServicePage from '../../exposes/ServicePage';
import { load } from '../../exposes/ServicePage.server';

export default standalonePage('mf-catalog', ServicePage);
export const getServerSideProps = standaloneProps(load);
