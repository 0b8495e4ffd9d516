export { cn } from './cn';
export { displayLocale } from './display-locale';
