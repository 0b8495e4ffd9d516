export { Rating, type RatingProps, Stars } from './rating';
