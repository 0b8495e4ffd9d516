export { BRAND_NAME, Brand, BrandMark } from './brand';
