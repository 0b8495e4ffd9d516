export { Button, type ButtonProps, buttonClasses } from './button';
