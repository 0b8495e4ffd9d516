import { Art } from '@marketplace/kit/ui/art';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { Category } from '@marketplace/services/catalog/contract';
import { useTranslations } from 'use-intl';
import { searchHref } from '../../data/search/search-state';
import { useMarket } from '../catalog-root';

export interface CategoryCount {
  category: Category;
  count: number;
}

/** Every category of the market with how much is in it. */
export function CategoryTiles({ categories }: { categories: readonly CategoryCount[] }) {
  const t = useTranslations();
  const { code } = useMarket();
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4 xl:grid-cols-6 lg:gap-4">
      {categories.map(({ category, count }) => (
        <li key={category}>
          <SiteLink
            href={searchHref({ category })}
            className="group flex items-center gap-3 rounded-card border border-line bg-surface p-2 pr-3 transition-colors duration-feedback hover:border-line-strong"
          >
            <span className="size-12 shrink-0 overflow-hidden rounded-control">
              <Art seed={`${code} ${category}`} category={category} />
            </span>
            <span className="grid min-w-0">
              <span className="truncate text-sm font-semibold">{t(`category.${category}`)}</span>
              <span className="truncate text-xs text-muted">
                {t('home.categoryCount', { count })}
              </span>
            </span>
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}
