/**
 * Van der Eijk's agreement A, from -1 (half at either end) over 0 (all levels alike) to 1 (all
 * at one level). The distribution is peeled into layers, each flat over the levels that still
 * have answers; A is the mean of the layers' own agreement, by their share of the answers.
 *
 * Source: van der Eijk (2001), Measuring Agreement in Ordered Rating Scales, Quality and
 * Quantity 35, 325-341.
 *
 * @param counts answers at each level, from level 1 up; 3 levels or more
 * @returns null where nobody answered
 */
export function agreementA(counts: readonly number[]): number | null {
  const answers = counts.reduce((all, count) => all + count, 0);
  if (answers === 0) return null;
  const heights = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  let agreement = 0;
  let below = 0;
  for (const height of heights) {
    const filled = counts.map((count) => count >= height);
    const inLayer = (height - below) * filled.filter(Boolean).length;
    agreement += (inLayer / answers) * layerAgreement(filled);
    below = height;
  }
  return agreement;
}

/** A = U (1 - (S - 1) / (K - 1)): K levels, S of them filled, U their unimodality. */
function layerAgreement(filled: readonly boolean[]): number {
  const levels = filled.length;
  const used = filled.filter(Boolean).length;
  return unimodality(filled) * (1 - (used - 1) / (levels - 1));
}

/**
 * U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU)): of all triples of levels, TU have two
 * filled ones side by side (110, 011) and TDU have the gap between them (101). 1 where one level
 * or every level is filled.
 */
function unimodality(filled: readonly boolean[]): number {
  const levels = filled.length;
  let unimodal = 0;
  let divided = 0;
  for (let low = 0; low < levels - 2; low += 1) {
    for (let middle = low + 1; middle < levels - 1; middle += 1) {
      for (let high = middle + 1; high < levels; high += 1) {
        const ends = Number(filled[low]) + Number(filled[high]);
        if (ends === 2 && !filled[middle]) divided += 1;
        if (ends === 1 && filled[middle]) unimodal += 1;
      }
    }
  }
  if (unimodal + divided === 0) return 1;
  const weight = levels - 2;
  return (weight * unimodal - (levels - 1) * divided) / (weight * (unimodal + divided));
}
