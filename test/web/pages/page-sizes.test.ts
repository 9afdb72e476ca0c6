import { expect, it } from 'vitest';
import { measurePageSizes } from '../../../bench/web/page-sizes.ts';

it('the results page takes at most 60 KB compressed before its data, signed in', async () => {
  const [anyone, signedIn, zip] = await measurePageSizes();
  if (!anyone || !signedIn || !zip) throw new Error('nothing measured');
  expect(signedIn.gzip).toBeLessThanOrEqual(signedIn.limit ?? 0);
  expect(signedIn.gzip).toBeGreaterThan(anyone.gzip);
  expect(zip.gzip).toBeGreaterThan(0);
}, 60_000);
