export { Sheet, SheetClose, SheetContent, type SheetContentProps, SheetTrigger } from './sheet';
