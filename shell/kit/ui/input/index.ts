export { controlClasses, Input, Textarea } from './input';
