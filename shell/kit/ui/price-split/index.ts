export { PriceSplit, type PriceSplitProps, type PriceSplitRow } from './price-split';
