export { NotFoundPage as default } from '../src/layout/not-found-page';
