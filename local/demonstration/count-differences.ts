/** What a comparison found; each difference is a line that tells it. */
export type CountComparison = {
  readonly compared: number;
  readonly differences: readonly string[];
};

type Row = Readonly<Record<string, string>>;

/** The demonstration's poll has five levels; the third is neutral. */
const NEUTRAL = 3;

const SCORES: Readonly<Record<string, (level: number) => number>> = {
  agree: (level) => (level > NEUTRAL ? 1 : 0),
  net: (level) => Math.sign(level - NEUTRAL),
  mean: (level) => level,
};

/**
 * Compares published priorities with a plain count of the responses that they should come from:
 * each item in each metric, every person counting once. It shares no code with the service.
 * An estimate may be off by half its last digit, which is decided in whole numbers.
 */
export const countDifferences = (
  responses: readonly Row[],
  priorities: readonly Row[],
): CountComparison => {
  const items = Object.keys(responses[0] ?? {}).filter((name) => name !== 'organization');
  const published = priorities.filter(
    ({ list, voice }) => list === 'items' && voice === 'respondent',
  );
  const checks = items.flatMap((item) =>
    Object.keys(SCORES).map((metric) => {
      const row = published.find(
        (candidate) => candidate.id === item && candidate.metric === metric,
      );
      return differenceOf(item, metric, responses, row);
    }),
  );
  return {
    compared: checks.length,
    differences: checks.filter((difference) => difference !== undefined),
  };
};

const differenceOf = (
  item: string,
  metric: string,
  responses: readonly Row[],
  row: Row | undefined,
): string | undefined => {
  const answered = responses.filter((response) => response[item] !== '');
  const score = SCORES[metric] ?? (() => Number.NaN);
  const levels = answered.map((response) => Number(response[item]));
  const sum = levels.reduce((total, level) => total + score(level), 0);
  const organizations = new Set(answered.map((response) => response.organization)).size;
  const agrees =
    row !== undefined &&
    row.estimate !== '' &&
    isRounded(row.estimate ?? '', sum, levels.length) &&
    row.answers === String(levels.length) &&
    row.organizations === String(organizations);
  if (agrees) return undefined;
  const counted = `${(sum / levels.length).toFixed(3)} of ${levels.length} answers in ${organizations} organizations`;
  const told = row
    ? `${row.estimate || 'nothing'} of ${row.answers} answers in ${row.organizations} organizations (${row.status})`
    : 'no row';
  return `${item}, ${metric}: counted ${counted}, published ${told}`;
};

/** Whether `text`, with three decimals at most, is `sum / count` rounded. */
const isRounded = (text: string, sum: number, count: number): boolean => {
  const thousandths = Math.round(Number(text) * 1000);
  return (
    /^-?\d+(\.\d{1,3})?$/.test(text) && 2 * Math.abs(sum * 1000 - thousandths * count) <= count
  );
};
