import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { designs } from './designs.ts';
import { measureDesign } from './measure-design.ts';

/** A stretch of one design's replicates, by the design's place in `designs`. */
export const Stretch = z.object({ design: z.int(), first: z.int(), end: z.int() });
export type Stretch = z.infer<typeof Stretch>;

const { seed } = z.object({ seed: z.int() }).parse(workerData);

parentPort?.on('message', (message: unknown) => {
  const { design: stream, first, end } = Stretch.parse(message);
  const design = designs[stream];
  if (design) parentPort?.postMessage(measureDesign(design, { seed, stream, first, end }));
});
