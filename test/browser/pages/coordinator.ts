import jsQr from 'jsqr';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESKTOP, type Picture } from '../look.ts';
import { coordinatedPolls } from './coordinated-polls.ts';
import { servePagesOver } from './pages-site.ts';
import { type Incoming, startServer } from './start-server.ts';

/** The pages over the calls of coordinators, with a place for uploads at an origin of its own. */
export const serveCoordinators = async () => {
  const uploaded: Incoming[] = [];
  const taking = { status: 200 };
  const uploads = await startServer(async (request) => {
    const headers = {
      ...{ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' },
      'access-control-allow-headers': 'content-type',
    };
    const body = new Uint8Array();
    if (request.method === 'OPTIONS') return { status: 204, headers, body };
    uploaded.push(request);
    return { status: taking.status, headers, body };
  });
  const polls = coordinatedPolls(uploads.url);
  const site = await servePagesOver(polls.answer, {
    ...{ uploads: uploads.url, invitations: true },
  });
  return {
    ...site,
    ...polls,
    uploads: { url: uploads.url, uploaded, taking },
    close: async () => {
      uploads.close();
      await site.close();
    },
  };
};

/** What the pages keep of a sign-in, as the library that they use writes it. */
const keptSignIn = (token: string): string =>
  JSON.stringify({
    ...{ access_token: token, token_type: 'Bearer', profile: { sub: 'somebody' } },
    expires_at: Math.floor(Date.now() / 1000) + 3600,
  });

/** Shows something, and nothing is still being loaded. */
const IS_THERE = "!!document.querySelector('h1') && !document.body.innerText.includes('…')";

/**
 * A coordinator with a browser of their own at an address. Where no token is given they sign in
 * at the issuer first; with one they have done so before, in this tab.
 */
export const visitAs = async (
  browser: Browser,
  url: string,
  token: string | null,
  options: BrowserContextOptions = DESKTOP,
) => {
  const context = await browser.newContext({
    ...{ locale: 'en-US', timezoneId: 'America/Denver', acceptDownloads: true, ...options },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  if (token !== null) {
    const name = 'oidc.user:https://issuer.example.org/pool:client';
    const item = [name, keptSignIn(token)].map((text) => JSON.stringify(text));
    await page.addInitScript(`sessionStorage.setItem(${item})`);
  }
  await page.goto(url);
  if (token === null) {
    await page.getByRole('button', { name: /^(?:Sign in|Iniciar sesión)$/ }).click();
    await page.getByRole('button', { name: /^(?:Sign out|Cerrar sesión)$/ }).waitFor();
  }
  await expect.poll(() => page.evaluate(IS_THERE), { timeout: 20_000 }).toBe(true);
  return { page, requests, complaints };
};

/** What the one QR code in a picture says. */
export const qrIn = ({ width, pixels }: Picture): string | undefined =>
  jsQr.default(Uint8ClampedArray.from(pixels), width, pixels.length / 4 / width)?.data;

/** A page's pixels as it would be printed, before it is cut into sheets. */
export const printed = async (page: Page): Promise<Buffer> => {
  await page.emulateMedia({ media: 'print' });
  const picture = await page.screenshot({ fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  return picture;
};

/** How many sheets a page is printed on. */
export const sheetsOf = async (page: Page, format: 'Letter' | 'A4'): Promise<number> => {
  const pdf = (await page.pdf({ format })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};
