import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readme } from '../../../../web/pages/downloads/readme.ts';
import { zipRelease } from '../../../../web/pages/downloads/zip-release.ts';
import { pagesWordings } from '../../../../web/pages/wording/wordings.ts';
import { aReport } from '../../../core/report/a-report.ts';

const FILES = [
  { path: 'priorities.csv', bytes: 3, sha256: 'ab'.repeat(32) },
  { path: 'new-file.csv', bytes: 3, sha256: 'cd'.repeat(32) },
];
const body = new TextEncoder().encode('a,b\r\n');

describe('zipRelease', () => {
  const zip = () =>
    zipRelease('spring-000001', 'Read me', [{ path: 'priorities.csv', body }], '2027-02-01');

  it('holds every file and README.txt in one folder', () => {
    const files = unzipSync(zip());
    expect(Object.keys(files)).toEqual([
      'spring-000001/README.txt',
      'spring-000001/priorities.csv',
    ]);
    expect(files['spring-000001/priorities.csv']).toEqual(body);
  });

  it('gives the same bytes for the same release', () => {
    expect(zip()).toEqual(zip());
  });
});

describe.each(pagesWordings.map((words) => [words.name, words] as const))(
  'README.txt in %s',
  (_name, words) => {
    const text = readme(aReport(), FILES, [], words, 'https://poll.test/results/spring?release=1');

    it('tells which release it is, where it is from, and who answered', () => {
      expect(text).toContain('Calls to Action');
      expect(text).toContain('https://poll.test/results/spring?release=1');
      expect(text).toMatch(/1[,.]?210/);
    });

    it('has every file with its hash, one that it cannot describe, too', () => {
      for (const { path, sha256 } of FILES) {
        expect(text).toContain(path);
        expect(text).toContain(sha256);
      }
      expect(text).not.toContain('undefined');
    });

    it('names what is missing, and says nothing of it where nothing is', () => {
      const [packed = [], missing = []] = [FILES.slice(0, 1), FILES.slice(1)];
      const partial = readme(aReport(), packed, missing, words, 'https://poll.test/results/spring');
      const [, after] = partial.split(words.downloads.readme.missing);
      expect(after).toContain('- new-file.csv');
      expect(after).not.toContain('priorities.csv');
      expect(text).not.toContain(words.downloads.readme.missing);
    });
  },
);
