/** A seeded source of random numbers, so that a simulation can be run again to the digit. */
export type Random = {
  /** Uniform, 0 or more and below 1. */
  readonly uniform: () => number;
  readonly normal: () => number;
  /** Gamma with shape `shape` (above 0) and scale 1. */
  readonly gamma: (shape: number) => number;
};

const WARM_UP = 20;

/**
 * sfc32 by Chris Doty-Humphrey (PractRand), normals by Box and Muller, gammas by Marsaglia and
 * Tsang (2000), ACM Transactions on Mathematical Software 26. The same three numbers
 * give the same sequence; others give others.
 */
export function createRandom(seed: number, stream: number, part: number): Random {
  const uniform = createUniform(seed, stream, part);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
        return d * v;
    }
  };
  return { uniform, normal, gamma };
}

function createUniform(seed: number, stream: number, part: number): () => number {
  let a = seed | 0;
  let b = stream | 0;
  let c = part | 0;
  let counter = 1;
  const next = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    return (out >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < WARM_UP; round += 1) next();
  return next;
}
