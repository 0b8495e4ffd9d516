export { Field, type FieldControl, type FieldProps, useFieldControl } from './field';
