// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SiteLink, SitePaths } from './index';

afterEach(cleanup);

describe('a link to a public page', () => {
  it.each([
    ['/', '/de'],
    ['/search', '/de/search'],
    ['/search?q=hair', '/de/search?q=hair'],
    ['/p/studio-linde', '/de/p/studio-linde'],
  ])('to %s is %s on pages below /de, and as it is on others', (href, prefixed) => {
    render(
      <>
        <SitePaths prefix="/de">
          <SiteLink href={href}>within</SiteLink>
        </SitePaths>
        <SiteLink href={href}>without</SiteLink>
      </>,
    );
    const [within, without] = screen.getAllByRole('link');
    expect(within?.getAttribute('href')).toBe(prefixed);
    expect(without?.getAttribute('href')).toBe(href);
  });
});
