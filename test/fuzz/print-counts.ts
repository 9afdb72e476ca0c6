const statusOf = (kind: string): string => kind.split(' ')[1] ?? '';

/** Prints how many requests came to which status. */
export const printCounts = (where: string, counts: ReadonlyMap<string, number>): void => {
  const byStatus = new Map<string, number>();
  for (const [kind, count] of counts) {
    byStatus.set(statusOf(kind), (byStatus.get(statusOf(kind)) ?? 0) + count);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const statuses = [...byStatus]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, count]) => `${status}: ${count}`);
  console.log(
    `${total} requests ${where}, ${counts.size} kinds of answers; ${statuses.join(', ')}`,
  );
};
