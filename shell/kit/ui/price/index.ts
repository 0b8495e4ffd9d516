export { formatPrice, type PriceFormat } from './format-price';
export { Price, type PriceProps } from './price';
