import { describe, expect, test } from 'vitest';
import { expectAccessible, PHONE, sidewaysScroll, smallTargets } from '../look.ts';
import { useAdministrator } from './administrator.ts';

const TEST_MS = 60_000;
const { visit } = useAdministrator();

const STATES = [
  '/admin',
  '/admin?new',
  '/admin/empty',
  '/admin/ready',
  '/admin/ready/definition',
  '/admin/open',
  '/admin/open/definition',
  '/admin/closed',
  '/admin/empty/organizations',
  '/admin/open/organizations',
  '/admin/open/organizations?new',
  '/admin/open/organizations?import',
  '/admin/open/organizations/harbor-lights',
  '/admin/open/organizations/harbor-lights/exclusions',
  '/admin/ready/participation',
  '/admin/open/participation',
  '/admin/ready/release',
  '/admin/open/release',
  '/admin/closed/release',
  '/admin/open/audit',
  '/admin/nothing',
] as const;

const withLanguage = (path: string, lang: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;

describe.each(STATES)('%s', (path) => {
  test.each(['en', 'es'])(
    'in %s: no axe violation, light and dark, no sideways scroll, targets of 44 pixels',
    { timeout: TEST_MS },
    async (lang) => {
      const { page } = await visit(withLanguage(path, lang), { ...PHONE, bypassCSP: true });
      expect(await smallTargets(page)).toEqual([]);
      await expectAccessible(page);
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize({ width: 640, height: 900 });
      await page.addStyleTag({ content: ':root{font-size:200%}' });
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    },
  );
});
