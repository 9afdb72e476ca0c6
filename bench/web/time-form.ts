import type { Browser, CDPSession } from 'playwright-core';

/** A network as the browser imitates it. */
export type Network = {
  readonly name: string;
  readonly kilobitsPerSecond: number;
  readonly latencyMs: number;
  /** Within how many milliseconds the form must be ready. */
  readonly limitMs: number;
};

/** What one visit took and showed. */
export type Visit = {
  /** Until the form takes answers and can send them. */
  readonly readyMs: number;
  /** From a tap until the choice is on the screen. */
  readonly tapMs: number;
  readonly layoutShift: number;
};

const CPU_SLOWDOWN = 6;
const BITS_PER_BYTE = 8;

/** The script makes the buttons that clear no stops of the keyboard once it has started. */
const OBSERVE = `
  window.seen = { readyMs: 0, tapMs: 0, layoutShift: 0 };
  const wait = setInterval(() => {
    if (document.querySelector('.clear')?.tabIndex !== -1) return;
    window.seen.readyMs = performance.now();
    clearInterval(wait);
  }, 4);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) window.seen.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'click') window.seen.tapMs = Math.max(window.seen.tapMs, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

const slowDown = async (session: CDPSession, network: Network): Promise<void> => {
  const throughput = (network.kilobitsPerSecond * 1000) / BITS_PER_BYTE;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
};

/** One first visit, with an empty cache, on a slow phone and a slow network; gzip, not brotli. */
export const timeForm = async (browser: Browser, url: string, network: Network): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    extraHTTPHeaders: { 'accept-encoding': 'gzip' },
  });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  await slowDown(await context.newCDPSession(page), network);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  while (!(await page.evaluate('window.seen.readyMs'))) await page.waitForTimeout(50);
  await page.locator('#q1 label').nth(3).tap();
  await page.locator('#q2 label').nth(1).tap();
  await page.waitForTimeout(500);
  const seen = await page.evaluate<Visit>('window.seen');
  await context.close();
  return seen;
};
