import { type Markup, markup } from './markup.ts';

/** One item's answers at each level, from level 1 up, and what each level is called. */
export type BarContent = {
  readonly counts: readonly number[];
  readonly levelTitles: readonly string[];
  readonly percent: (share: number) => string;
  readonly scale: BarScale;
};

/** How far bars reach from the middle of the scale, as shares: the same for all that are compared. */
export type BarScale = { readonly left: number; readonly right: number };

const WIDTH = 320;
const HEIGHT = 28;
const TICK = 4;
/** Narrower segments have no room for their number: it is read out, and in the data. */
const NARROWEST_WITH_NUMBER = 26;
const BASELINE = 18;

/**
 * The class of a level's colour: `n` the middle one, else the side and how far from the middle
 * (`d1` ... `d3`, `a1` ... `a3`); the ends of every scale have the strongest colour.
 */
export const levelClass = (index: number, levels: number): string => {
  const offset = index - (levels - 1) / 2;
  if (offset === 0) return 'n';
  const steps = Math.floor(levels / 2);
  const step = Math.ceil(Math.abs(offset));
  const strength = steps === 1 ? 3 : 1 + Math.round((2 * (step - 1)) / (steps - 1));
  return `${offset < 0 ? 'd' : 'a'}${strength}`;
};

type Segment = { readonly share: number; readonly name: string; readonly start: number };

const sharesOf = (counts: readonly number[]): readonly number[] => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (all === 0 ? 0 : count / all));
};

/** The share to the left of the scale's middle: that of disagreement and of half the neutral. */
const leftOf = (shares: readonly number[]): number => {
  const middle = (shares.length - 1) / 2;
  return shares.reduce((sum, share, index) => {
    if (index > middle) return sum;
    return sum + (index === middle ? share / 2 : share);
  }, 0);
};

/** The scale on which all of these bars fit and fill the drawing. */
export const barScale = (bars: readonly (readonly number[])[]): BarScale => {
  const lefts = bars.map((counts) => leftOf(sharesOf(counts)));
  return {
    left: Math.max(0.05, ...lefts),
    right: Math.max(0.05, ...lefts.map((left) => 1 - left)),
  };
};

const segmentsOf = (counts: readonly number[]): readonly Segment[] => {
  const shares = sharesOf(counts);
  let start = -leftOf(shares);
  return shares.map((share, index) => {
    const segment = { share, name: levelClass(index, counts.length), start };
    start += share;
    return segment;
  });
};

const tidy = (value: number): number => Number(value.toFixed(1)) + 0;

/**
 * A diverging bar as inline SVG: disagreement to the left of the ticks that mark the scale's
 * middle, agreement to the right, the neutral level split by them; every segment outlined, with
 * its number where it fits. Read aloud, it is the list of all levels with their shares.
 */
export const divergingBar = (bar: BarContent): Markup => {
  const { counts, levelTitles, percent, scale } = bar;
  const segments = segmentsOf(counts);
  const unit = (WIDTH - 2) / (scale.left + scale.right);
  const zero = tidy(1 + unit * scale.left);
  const label = segments
    .map(({ share }, index) => `${levelTitles[index] ?? index + 1}: ${percent(share)}`)
    .join(', ');
  const drawn = segments
    .filter(({ share }) => share > 0)
    .map(({ share, name, start }) => {
      const x = 1 + unit * (scale.left + start);
      const width = unit * share;
      return markup`<rect class="${name}" x="${tidy(x)}" y="${TICK}" width="${tidy(width)}" height="${HEIGHT - 2 * TICK}"/>${
        width >= NARROWEST_WITH_NUMBER &&
        markup`<text class="${name}" x="${tidy(x + width / 2)}" y="${BASELINE}">${percent(share)}</text>`
      }`;
    });
  return markup`<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${drawn}<path d="M${zero} 0v${TICK}M${zero} ${HEIGHT - TICK}v${TICK}"/></svg>`;
};
