export { NotFoundPage as default } from '../src/layout/message/not-found-page';
