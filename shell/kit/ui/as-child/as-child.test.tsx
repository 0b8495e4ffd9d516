// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { AsChild } from './as-child';

afterEach(cleanup);

it('is its child, with the class names of both', () => {
  render(
    <AsChild className="rounded-card p-4">
      <a href="/search" className="underline">
        Search
      </a>
    </AsChild>,
  );
  const link = screen.getByRole('link', { name: 'Search' });
  expect(link.className).toBe('rounded-card p-4 underline');
  expect(link.parentElement?.children).toHaveLength(1);
});

it('passes on what it is given, unless the child says it itself', () => {
  const onClick = vi.fn();
  render(
    <AsChild onClick={onClick} title="given" id="given">
      <a href="/search" title="own">
        Search
      </a>
    </AsChild>,
  );
  const link = screen.getByRole('link', { name: 'Search' });
  expect([link.id, link.title]).toEqual(['given', 'own']);
  link.click();
  expect(onClick).toHaveBeenCalledOnce();
});
