import { Skeleton } from '@marketplace/kit/ui/skeleton';

/** The shape of a card that is on its way. */
export function ServiceCardSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      <Skeleton card className="aspect-[8/5]" />
      <div className="grid gap-2">
        <Skeleton className="h-5 w-3/4" />
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="mt-1 h-5 w-4/5" />
      </div>
    </div>
  );
}
