/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** At least 0, less than 1. */
  readonly fraction: () => number;
  /** A whole number of at least 0 and less than `bound`. */
  readonly below: (bound: number) => number;
  /** Roughly normal, mean 0, standard deviation 1. */
  readonly deviate: () => number;
  readonly bytes: (length: number) => Uint8Array;
};

/** Bob Jenkins' small fast counter generator with 32-bit words (sfc32), begun with `seed`. */
export const createRandom = (seed: number): Random => {
  const state = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const word = (): number => {
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const sum = (a + b + counter) | 0;
    const rotated = (c << 21) | (c >>> 11);
    state.splice(0, 4, b ^ (b >>> 9), (c + (c << 3)) | 0, (rotated + sum) | 0, (counter + 1) | 0);
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) word();
  const fraction = () => word() / 2 ** 32;
  return {
    fraction,
    below: (bound) => Math.floor(fraction() * bound),
    deviate: () => Array.from({ length: 12 }, fraction).reduce((sum, part) => sum + part, -6),
    bytes: (length) => Uint8Array.from({ length }, () => word() & 0xff),
  };
};
