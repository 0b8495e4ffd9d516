import { Art } from '@marketplace/kit/ui/art';
import { Button } from '@marketplace/kit/ui/button';
import { SiteLink } from '@marketplace/kit/ui/site-link';

interface MissingProps {
  title: string;
  text: string;
  action: string;
}

/** What a link to nothing shows: says what is safe and leads on. */
export function Missing({ title, text, action }: MissingProps) {
  return (
    <div className="mx-auto grid max-w-page items-center gap-8 px-4 py-14 sm:px-6 md:grid-cols-2 md:py-24">
      <div className="grid justify-items-start gap-3">
        <h1 className="font-display text-3xl font-bold">{title}</h1>
        <p className="max-w-prose text-muted">{text}</p>
        <Button asChild variant="primary" className="mt-3">
          <SiteLink href="/search">{action}</SiteLink>
        </Button>
      </div>
      <div className="aspect-[8/5] overflow-hidden rounded-card max-md:order-first">
        <Art seed="a door that leads nowhere" category="repair" />
      </div>
    </div>
  );
}
