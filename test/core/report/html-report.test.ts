import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import { barScale, divergingBar, levelClass } from '../../../core/report/html/diverging-bar.ts';
import { markup } from '../../../core/report/html/markup.ts';
import type { Report } from '../../../core/report/report.ts';
import { reportPages } from '../../../core/report/report-files.ts';
import { aFinalReport } from './a-release.ts';
import { aReport, aRow } from './a-report.ts';
import { withoutFigures } from './without-figures.ts';

const FILES = [{ path: 'priorities.csv', bytes: 12_345, sha256: 'ab'.repeat(32) }];
const MOST_BYTES = 40 * 1024;

const pageOf = (report: Report, path = 'report.html'): string =>
  String(reportPages(report, FILES).find((page) => page.path === path)?.content);

const final = aFinalReport({ organizations: 40, people: 30, regions: 2 });
const few = aFinalReport({ organizations: 5, people: 30 });

const took = (group: string) => ({
  ...{ attribute: 'region', group },
  ...{ responses: 400, organizations: 8, organizationsAsked: 9 },
});
const LIST = 'category:training';
const first = (over: Partial<PriorityRow> = {}) =>
  aRow({ list: LIST, rank: 1, rankLow: 1, rankHigh: 1, ...over });
const second = (over: Partial<PriorityRow> = {}) =>
  aRow({ list: LIST, id: 'toolkits', rank: 2, rankLow: 2, rankHigh: 2, ...over });
const swapped = (over: Partial<PriorityRow>) => [
  first({ rank: 2, rankLow: 2, rankHigh: 2, ...over }),
  second({ rank: 1, rankLow: 1, rankHigh: 1, ...over }),
];
const ofItems = [first({ list: 'items' }), second({ list: 'items' })];
const disagreeing = aReport({
  kind: 'final',
  rows: [
    ...ofItems,
    first(),
    second(),
    ...swapped({ voice: 'organization' }),
    ...swapped({ metric: 'mean' }),
    ...[first({ metric: 'net' }), second({ metric: 'net' })],
  ],
});

describe('reportPages', () => {
  test('are one page a language, each in its language', () => {
    expect(reportPages(final, FILES).map(({ path }) => path)).toEqual([
      'report.html',
      'report.es.html',
    ]);
    expect(pageOf(final)).toContain('<html lang="en">');
    expect(pageOf(final, 'report.es.html')).toContain('<html lang="es">');
    expect(pageOf(final, 'report.es.html')).toContain('Item 1.1 (es)');
  });

  test('say first who answered and what the figures cannot tell', () => {
    const page = pageOf(final);
    expect(page).toContain('people answered through 40 of the 40 organizations asked');
    expect(page.indexOf('not a random sample')).toBeLessThan(page.indexOf('<table'));
  });

  test('give the top priorities in sentences with the places that are open', () => {
    expect(pageOf(final)).toMatch(
      /<b>Category 1\.<\/b> Item 1\.\d \(first( to \w+)? of four\) ranks first; \d+% agree\./,
    );
    expect(pageOf(final, 'report.es.html')).toMatch(/(del primero al \w+|primero) de cuatro/);
  });

  test.each([
    ['as the tables have it', {}, '84% agree'],
    [
      'as it is, where no release rule was applied',
      { disclosureControl: 'none' } as const,
      '83% agree',
    ],
  ])('say one share of agreement twice, %s', (_how, more, said) => {
    const counts = [20, 22, 189, 433, 734];
    const answers = 1398;
    const row = first({ estimate: 1167 / answers, answers });
    const page = pageOf(
      aReport({
        ...more,
        rows: [row, { ...row, list: 'items' }],
        distribution: [
          {
            ...{ attribute: 'statewide', group: 'all', id: row.id, title: row.id, status: 'shown' },
            figures: { answers, counts, nonresponse: 0, consensus: 0.6, agreement: 0.5 },
          },
        ],
      }),
    );
    expect(page).toContain(`${said} · 1,398 answers`);
    expect(page).toContain(`<b>${said}</b>`);
  });

  test('where organizations are few, say that the order is not known to be sure', () => {
    expect(pageOf(few)).toContain('too few organizations answered');
    expect(pageOf(few)).not.toContain('class="ranks"');
  });

  test('where everything is withheld, say why and draw nothing', () => {
    const page = pageOf(withoutFigures(final, 'too-few-answers'));
    expect(page).toContain('Every item is withheld.');
    expect(page).toContain(
      '<li>Withheld: fewer than 11 people answered, in all or in a part that could be worked out (every item).</li>',
    );
    expect(page).not.toContain('<svg');
  });

  test('where some items are withheld, name them and say why', () => {
    const withheldRow = { rank: null, estimate: null, status: 'too-few-answers' };
    const page = pageOf(
      aReport({
        rows: [aRow(), aRow({ id: 'toolkits', ...withheldRow }), first(), second(withheldRow)],
      }),
    );
    expect(page).toContain(
      '<li>Withheld: fewer than 11 people answered, in all or in a part that could be worked out: Toolkits, or resources.</li>',
    );
  });

  test.each([
    ['report.html', 'too-few-organizations', 'too few organizations would carry this figure'],
    ['report.html', 'dominant-organization', 'or would carry most of the weight'],
    ['report.es.html', 'too-few-organizations', 'muy pocas organizaciones sostendrían esta cifra'],
    ['report.es.html', 'dominant-organization', 'o tendría la mayor parte del peso'],
  ])("%s says what %s means in a voice other than the respondents'", (path, status, words) => {
    const withheldRow = { list: 'items', estimate: null, status } as const;
    const inVoice = (voice: 'respondent' | 'organization') =>
      pageOf(aReport({ rows: [...ofItems, first({ ...withheldRow, voice })] }), path);
    expect(inVoice('organization')).toContain(words);
    expect(inVoice('respondent')).not.toContain(words);
    expect(inVoice('organization')).not.toMatch(
      /three organizations answered|tres organizaciones, en/,
    );
    expect(inVoice('respondent')).toMatch(/in all or in a part|en total o en una parte/);
  });

  test('where the number of people is withheld, say of whom it is that they are no sample', () => {
    const [statewide] = final.participation;
    if (!statewide) throw new Error('no participation');
    const report = { ...final, participation: [{ ...statewide, responses: null }] };
    expect(pageOf(report)).toContain('Those who answered are not a random sample');
    expect(pageOf(report, 'report.es.html')).toContain('Quienes respondieron no son una muestra');
  });

  test('in Spanish, points of a share are percentage points, since items are points, too', () => {
    const { definition } = aReport();
    const rows = [first({ metric: 'net', estimate: 0.25 })];
    const report = aReport({
      definition: { ...definition, headlineMetric: 'net' },
      rows: [...rows, first({ list: 'items', metric: 'net', estimate: 0.25 })],
    });
    expect(pageOf(report, 'report.es.html')).toContain('es de +25 puntos porcentuales');
  });

  const WITHOUT = 'or the intervals would give away what one of them answered';
  const withoutInterval = { status: 'few-organizations' } as const;

  test('where some items have no interval, name them', () => {
    const rows = [first({ list: 'items' }), second({ list: 'items', ...withoutInterval })];
    expect(pageOf(aReport({ rows }))).toContain(`${WITHOUT}: Toolkits, or resources.</li>`);
    const all = rows.map((row) => ({ ...row, ...withoutInterval }));
    expect(pageOf(aReport({ rows: all }))).toContain(`${WITHOUT} (every item).</li>`);
  });

  test('where groups have no intervals, name the groups of each attribute in one sentence', () => {
    const { definition, participation } = aReport();
    const inGroup = (group: string, ...rows: readonly PriorityRow[]) =>
      rows.map((row) => ({ kind: 'ranked', attribute: 'region', group, row }) as const);
    const [one, two] = [first({ list: 'items' }), second({ list: 'items' })];
    const report = aReport({
      definition: { ...definition, publishedAttributes: ['region'] },
      participation: [...participation, ...['East', 'North', 'Other'].map(took)],
      rows: ofItems,
      breakdowns: [
        ...inGroup('East', one, two),
        ...inGroup('North', one, { ...two, ...withoutInterval }),
        ...inGroup('Other', { ...one, ...withoutInterval }, { ...two, ...withoutInterval }),
      ],
    });
    expect(pageOf(report)).toMatch(
      new RegExp(`<li>By region\\. Shown[^<]*${WITHOUT}: North \\(1 of 2 items\\); Other\\.</li>`),
    );
    expect(pageOf(report, 'report.es.html')).toContain(': North (1 de 2 puntos); Otros.</li>');
  });

  test('where voices and metrics disagree, say of each what rank it has there', () => {
    const page = pageOf(disagreeing);
    expect(page).toContain(
      '<li><b>Peer mentor training:</b> first of two above, but second of two with each organization counted once and by the mean level.</li>',
    );
    expect(page).toContain(
      '<li><b>Toolkits, or resources:</b> second of two above, but first of two with each organization counted once and by the mean level.</li>',
    );
    expect(pageOf(disagreeing, 'report.es.html')).toContain(
      '<li><b>Peer mentor training:</b> arriba, primero de dos; pero segundo de dos si cada organización cuenta una vez y según el nivel medio.</li>',
    );
  });

  test('where large organizations want other things than small ones, say what changes', () => {
    const page = pageOf(
      aFinalReport({ ...{ organizations: 120, people: 30, large: 40 }, categories: 2 }),
    );
    expect(page).toMatch(
      /<li><b>Item 2\.1:<\/b> fourth of four above, but \w+ of four with each organization counted once/,
    );
    expect(page).not.toContain('Nowhere:');
  });

  test('where all voices and metrics agree, say that', () => {
    const organization = { voice: 'organization' } as const;
    const rows = [...ofItems, first(), second(), first(organization), second(organization)];
    const page = pageOf(aReport({ kind: 'final', rows }));
    expect(page).toContain('Nowhere: whoever is counted, and by whatever measure');
    expect(page).not.toContain('cannot be said');
    expect(page).not.toContain('rank outside the places');
  });

  const WITHHELD = { rank: null, rankLow: null, estimate: null, status: 'could-be-worked-out' };
  test.each([
    ['the only other voice is', [WITHHELD], 1],
    ['one of the other voices is', [{}, WITHHELD], 1],
  ])('where of an item %s withheld, do not say that all agree', (_what, others, uncompared) => {
    const voices = ['organization', 'population'] as const;
    const rows = others.flatMap((over, index) => {
      const voice = voices[index] ?? 'organization';
      return [first({ voice }), second({ voice, ...over })];
    });
    const report = aReport({ kind: 'final', rows: [...ofItems, first(), second(), ...rows] });
    expect(pageOf(report)).not.toContain('whoever is counted');
    expect(pageOf(report)).toContain('Nowhere among the figures that are shown: by whatever');
    expect(pageOf(report)).toContain(`For ${uncompared} of the 2 items and categories this cannot`);
    expect(pageOf(report, 'report.es.html')).toContain(`En ${uncompared} de los 2 puntos y`);
  });

  test('where voices disagree and others are withheld, say both', () => {
    const page = pageOf({
      ...disagreeing,
      rows: [...disagreeing.rows, first({ voice: 'population', ...WITHHELD })],
    });
    expect(page).toContain('rank outside the places');
    expect(page).toContain('For 2 of the 2 items and categories this cannot be said in full');
  });

  test('where no rank has an interval, blame the number of organizations or what intervals tell', () => {
    const why = 'or these would give away what one of them answered';
    expect(pageOf(few)).toContain(why);
    expect(pageOf(few)).toContain('or intervals would give away what one of them answered');
    expect(pageOf(few, 'report.es.html')).toContain('o los intervalos revelarían lo que respondió');
  });

  test('an interim report says that other voices come with the final figures', () => {
    const interim = aReport({ kind: 'interim', rows: [...ofItems, first(), second()] });
    expect(pageOf(interim)).toContain('comes with the final figures');
    expect(pageOf(interim)).toContain('Nowhere among the figures that are shown');
    expect(pageOf(interim)).not.toContain('items and categories this cannot');
    expect(pageOf({ ...interim, kind: 'final' })).not.toContain('comes with the final figures');
  });

  test.each([
    ['report.html', 'Nothing is shown that rests on fewer than 11 people', 'counted together'],
    ['report.es.html', 'No se publica nada que se base en menos de 11', 'se cuentan juntas'],
  ])('%s claims no release rule where none was applied', (path, rests, together) => {
    expect(pageOf(final, path)).toContain(rests);
    expect(pageOf(final, path)).toContain(together);
    const uncontrolled = pageOf({ ...final, disclosureControl: 'none' }, path);
    expect(uncontrolled).not.toContain(rests);
    expect(uncontrolled).not.toContain(together);
  });

  test('name the hash of each file', () => {
    expect(pageOf(final)).toContain(`<code>${'ab'.repeat(32)}</code>`);
  });

  test('run no script and load nothing', () => {
    const page = pageOf(final);
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|form|base)\b/);
    expect(page).not.toMatch(/\b(src|href|srcset|action|on[a-z]+)=/);
    expect(page).not.toMatch(/url\(|@import|https?:/);
  });

  test('take a title for a text, whatever it holds', () => {
    const { definition } = aReport();
    const title = { en: '<script>alert("&")</script>' };
    const page = pageOf(aReport({ definition: { ...definition, title } }));
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;');
  });

  test.each([
    ['of 12 items and 40 organizations', final],
    [
      'of 60 items with long names, 7 levels and 20 groups',
      aFinalReport({
        ...{ organizations: 200, people: 25, regions: 20, categories: 12, items: 5, levels: 7 },
        title: (name) => `${name}: ${'a long name of something that a state might do '.repeat(3)}`,
      }),
    ],
  ])('%s are at most 40 KB compressed', (_what, report) => {
    for (const { content } of reportPages(report, FILES)) {
      expect(gzipSync(String(content)).length).toBeLessThanOrEqual(MOST_BYTES);
    }
  });
});

describe('divergingBar', () => {
  const bar = (counts: readonly number[]) =>
    divergingBar({
      counts,
      levelTitles: ['no', 'neutral', 'yes'],
      percent: (share) => `${Math.round(100 * share)}%`,
      scale: barScale([counts]),
    }).html;
  const rectsOf = (html: string) =>
    [...html.matchAll(/x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(([, x, width]) => ({
      x: Number(x),
      width: Number(width),
    }));

  test('splits the neutral level at the middle of the scale', () => {
    const html = bar([1, 2, 1]);
    const [, neutral] = rectsOf(html);
    const zero = Number(/<path d="M([\d.]+)/.exec(html)?.[1]);
    expect((neutral?.x ?? 0) + (neutral?.width ?? 0) / 2).toBeCloseTo(zero, 0);
  });

  test('is read aloud as the share of every level', () => {
    expect(bar([1, 2, 1])).toContain('aria-label="no: 25%, neutral: 50%, yes: 25%"');
  });

  test('a level that nobody chose has no segment', () => {
    expect(rectsOf(bar([0, 0, 7]))).toHaveLength(1);
  });

  test.each([
    [3, 'd3 n a3'],
    [4, 'd3 d1 a1 a3'],
    [5, 'd3 d1 n a1 a3'],
    [6, 'd3 d2 d1 a1 a2 a3'],
    [7, 'd3 d2 d1 n a1 a2 a3'],
  ])('the ends of %i levels have the strongest colours', (levels, classes) => {
    const names = Array.from({ length: levels }, (_, index) => levelClass(index, levels));
    expect(names.join(' ')).toBe(classes);
  });
});

describe('markup', () => {
  test('escapes every value that is not markup, and leaves out false', () => {
    const item = markup`<b>${'a < "b" & \'c\''}</b>`;
    expect(markup`${item}${[item, false]}${7}`.html).toBe(
      `${'<b>a &lt; &quot;b&quot; &amp; &#39;c&#39;</b>'.repeat(2)}7`,
    );
  });
});
