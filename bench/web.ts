import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { serveForm } from '../test/browser/form/form-site.ts';
import { launchChromium } from '../test/browser/launch-chromium.ts';
import { median } from './start/median.ts';
import { measurePageSizes } from './web/page-sizes.ts';
import { measureSizes } from './web/sizes.ts';
import { type Network, timeForm, type Visit } from './web/time-form.ts';

/**
 * Measures what the web weighs: the respondents' form until it can be answered and sent, the other
 * pages before their data. And how soon the form is there on a slow phone (6 times CPU slowdown)
 * and slow networks, as medians of first visits.
 * Times depend on what else the machine does, so its load is printed beside them.
 */

const VISITS = 5;
const TAP_LIMIT_MS = 100;
const NETWORKS: readonly Network[] = [
  { name: 'slow 3G', kilobitsPerSecond: 400, latencyMs: 2000, limitMs: 2600 },
  { name: 'slow 4G', kilobitsPerSecond: 1440, latencyMs: 562.5, limitMs: 1300 },
];

const sizes = [...measureSizes(), ...(await measurePageSizes())];
console.table(sizes);

const site = await serveForm();
const browser = await launchChromium();
const url = `${site.url}/p/spring/harbor-lights?lang=es`;

const measure = async (network: Network) => {
  const visits: Visit[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    visits.push(await timeForm(browser, url, network));
  }
  const of = (name: keyof Visit): number => median(visits.map((visit) => visit[name]));
  return {
    network: network.name,
    readyMs: Math.round(of('readyMs')),
    readyLimitMs: network.limitMs,
    tapMs: Math.round(of('tapMs')),
    tapLimitMs: TAP_LIMIT_MS,
    layoutShift: Math.max(...visits.map(({ layoutShift }) => layoutShift)),
  };
};

const times = [];
for (const network of NETWORKS) times.push(await measure(network));
await browser.close();
site.close();
console.table(times);

const machine = {
  processor: cpus()[0]?.model,
  processors: cpus().length,
  loadBefore15Minutes: loadavg()[2],
};
console.log('medians of', VISITS, 'first visits in Spanish; on', machine);

mkdirSync(new URL('./results/', import.meta.url), { recursive: true });
const file = new URL('./results/web.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ machine, visits: VISITS, sizes, times }, null, 2)}\n`);

const faults = [
  ...sizes
    .filter(({ gzip, limit = gzip }) => gzip > limit)
    .map(({ what, gzip, limit }) => `${what}: ${gzip} bytes, more than ${limit}`),
  ...times.flatMap(({ network, readyMs, readyLimitMs, tapMs, layoutShift }) => [
    ...(readyMs > readyLimitMs ? [`${network}: ready after ${readyMs} ms`] : []),
    ...(tapMs > TAP_LIMIT_MS ? [`${network}: a tap shows after ${tapMs} ms`] : []),
    ...(layoutShift > 0 ? [`${network}: the layout shifts by ${layoutShift}`] : []),
  ]),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
