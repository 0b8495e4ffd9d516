import type { Category } from '../../catalog/contract';

export interface ServiceTemplate {
  title: string;
  description: string;
  durationMin: number;
  /** Price in a US city of middling rents; markets scale it. */
  priceUsd: number;
  /** Minutes kept free afterwards. */
  bufferAfterMin?: number;
  /** Minutes kept free before: travel, setting up. */
  bufferBeforeMin?: number;
  capacity?: number;
  requiresApproval?: boolean;
}

export type Hours = 'salon' | 'studio' | 'office' | 'evenings' | 'trades' | 'weekends';

/** `{first}`, `{last}`, `{city}` and `{years}` stand for the provider's own. */
export interface CategoryContent {
  hours: readonly Hours[];
  names: readonly string[];
  headlines: readonly string[];
  abouts: readonly string[];
  services: readonly ServiceTemplate[];
  /** What people write with five stars, with four, and with three or fewer. */
  reviews: Record<'delighted' | 'pleased' | 'mixed', readonly string[]>;
}

export type Content = Record<Category, CategoryContent>;
