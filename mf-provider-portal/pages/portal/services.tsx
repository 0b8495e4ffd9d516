import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import Services from '../../exposes/Services';
import { load } from '../../exposes/Services.server';

export default standalonePage('mf-provider-portal', Services);
export const getServerSideProps = standaloneProps(load);
