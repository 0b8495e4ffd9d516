export { DateTime, type DateTimeProps } from './date-time';
export {
  type DateTimeFormat,
  type DateTimeStyle,
  formatDateTime,
  formatWallTime,
  nearStyle,
} from './format-date-time';
export { isRepeatedHour, offsetMs, zoneCity } from './zone';
