import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../web/pages/choose-language.ts';
import { routeOf } from '../../../web/pages/route.ts';
import { withParameters } from '../../../web/pages/with-parameters.ts';

describe('routeOf', () => {
  it.each(['/results/spring', '/results/spring/'])('finds the poll of %s', (path) => {
    expect(routeOf(path)).toEqual({ kind: 'results', poll: 'spring' });
  });

  it('finds the organization of a coordinator', () => {
    const path = '/organizations/harbor-lights';
    expect(routeOf(path)).toEqual({ kind: 'organization', organization: 'harbor-lights' });
  });

  it.each([
    ['/admin', ''],
    ['/admin/', ''],
    ['/admin/spring', 'spring'],
    ['/admin/spring/organizations/', 'spring/organizations'],
  ])('finds the place of the administration that %s is', (path, place) => {
    expect(routeOf(path)).toEqual({ kind: 'administration', place });
  });

  it('knows where it starts', () => {
    expect(routeOf('/').kind).toBe('start');
  });

  it.each([
    '/results',
    '/results/',
    '/results/A',
    '/results/a/b',
    `/results/${'a'.repeat(33)}`,
    '/organizations',
    '/administer',
    '/admin//x',
  ])('knows no page at %s', (path) => {
    expect(routeOf(path).kind).toBe('unknown');
  });
});

describe('chooseLanguage', () => {
  const languageOf = (asked: string | null, preferred: readonly string[]): string =>
    chooseLanguage(asked, preferred).report.language;

  it('goes by the address before the browser', () => {
    expect(languageOf('es', ['en-US'])).toBe('es');
  });

  it("takes the first of the browser's languages that there is", () => {
    expect(languageOf(null, ['fr-CA', 'es-MX', 'en'])).toBe('es');
  });

  it('is English where there is none of them', () => {
    expect(languageOf('xx', ['fr'])).toBe('en');
  });
});

describe('withParameters', () => {
  const address = new URL('https://poll.test/results/a?lang=es&voice=population');

  it('sets parameters and keeps the others', () => {
    expect(withParameters(address, { voice: 'organization' })).toBe(
      '/results/a?lang=es&voice=organization',
    );
  });

  it('takes away those that are null', () => {
    expect(withParameters(address, { lang: null, voice: null })).toBe('/results/a');
  });
});
