/** Rows that come sorted by provider, handed out provider by provider. */
export interface GroupedRows<Row> {
  /** The rows of this provider in pages; providers must be asked for in the order of the rows. */
  of(providerId: string): AsyncGenerator<Row[]>;
}

export function groupByProvider<Row extends { provider_id: string }>(
  pages: AsyncGenerator<Row[]>,
): GroupedRows<Row> {
  let page: Row[] = [];
  let isOver = false;
  const fill = async () => {
    if (page.length > 0 || isOver) return;
    const { value, done } = await pages.next();
    if (done) isOver = true;
    else page = value;
  };
  return {
    async *of(providerId) {
      for (await fill(); page[0]?.provider_id === providerId; await fill()) {
        const next = page.findIndex((row) => row.provider_id !== providerId);
        const own = next === -1 ? page : page.slice(0, next);
        page = next === -1 ? [] : page.slice(next);
        yield own;
      }
    },
  };
}
