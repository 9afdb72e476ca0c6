import { describe, expect, it } from 'vitest';
import { readOrganizations } from '../../../../core/organizations/read-organizations.ts';
import {
  csvTextOf,
  hasSemicolons,
  lineFaults,
  SAMPLE_CSV,
} from '../../../../web/pages/administration/organizations/csv.ts';
import { matching } from '../../../../web/pages/administration/organizations/matching.ts';
import {
  attribute,
  faultyAttributes,
  organizationDraft,
  organizationRequest,
} from '../../../../web/pages/administration/organizations/organization-draft.ts';

/** As the API reads it: one line more than the row is its number. */
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line, index) => ({ cells: line.split(','), number: index + 1 }));

const faultsOf = (text: string) => {
  const read = readOrganizations(linesOf(text));
  return lineFaults(read.kind === 'invalid' ? read.faults : []);
};

describe('the sample of a CSV file', () => {
  it('is a file that the API takes', () => {
    const read = readOrganizations(linesOf(SAMPLE_CSV));
    expect(read).toMatchObject({ kind: 'valid', organizations: [{}, {}, {}] });
  });
});

describe('lineFaults', () => {
  it('tells the line and the column of what the API refuses, in the order of lines', () => {
    const faults = faultsOf('id,name,peopleServed\nfine,Fine,\nA B,Other,many\nfine,Again,');
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 'id'],
      [3, 'peopleServed'],
      [4, 'id'],
    ]);
    expect(faults.map(({ expected }) => expected).join()).not.toContain('line');
  });

  it('tells a heading by its place in the first line', () => {
    expect(faultsOf('id,name,colour\na,A,red')).toMatchObject([{ line: 1, column: '3' }]);
  });

  it('tells a column that is missing, and a file without lines', () => {
    expect(faultsOf('id\na')).toMatchObject([{ line: 1, column: '' }]);
    expect(faultsOf('id,name')).toMatchObject([{ line: null, column: '' }]);
  });

  it('counts rows that were well-formed but refused below the header', () => {
    const told = lineFaults([{ pointer: '/rows/3', expected: 'no new organization' }]);
    expect(told).toEqual([{ line: 5, column: '', expected: 'no new organization' }]);
  });
});

describe('a chosen file', () => {
  it('is read as UTF-8 without its byte order mark', () => {
    const bytes = new TextEncoder().encode('\ufeffid,name\na,Ñandú');
    expect(csvTextOf(bytes.buffer)).toEqual({ kind: 'text', text: 'id,name\na,Ñandú' });
  });

  it('in another encoding is not guessed at', () => {
    const latin1 = Uint8Array.from([0x69, 0x64, 0x0a, 0xd1]);
    expect(csvTextOf(latin1.buffer)).toEqual({ kind: 'notUtf8' });
  });

  it('with semicolons is known by its header alone', () => {
    expect(hasSemicolons('id;name\na;A, B')).toBe(true);
    expect(hasSemicolons('id,name\na;b,A')).toBe(false);
  });
});

describe('matching', () => {
  it('finds by a part of any text, whatever the case and the accents', () => {
    const rows = [['Casa Ñandú', 'nandu'], ['Hope House']];
    expect(matching(rows, ' ÑAN ', (row) => row)).toEqual([['Casa Ñandú', 'nandu']]);
    expect(matching(rows, '', (row) => row)).toBe(rows);
  });
});

describe('a typed organization', () => {
  const typed = organizationDraft({
    ...{
      id: 'hope-house',
      bucketBits: 0,
      name: { en: 'Hope House' },
      attributes: { region: 'coast' },
    },
    peopleServed: 180,
  });

  it('says what it was made from', () => {
    expect(organizationRequest(typed)).toEqual({
      name: { en: 'Hope House' },
      attributes: { region: 'coast' },
      peopleServed: 180,
    });
  });

  it('leaves out what nobody typed, and leaves what is no number to the API', () => {
    const changed = {
      ...{ name: { en: 'Hope', es: ' ' }, peopleServed: '', expectedResponses: 'many' },
      attributes: [attribute(' region ', ' coast '), attribute()],
    };
    expect(organizationRequest(changed)).toEqual({
      name: { en: 'Hope' },
      attributes: { region: 'coast' },
      expectedResponses: 'many',
    });
  });

  it('has faulty attributes where an id or a value is missing, or an id comes twice', () => {
    const attributes = [
      attribute('region', 'coast'),
      attribute('', 'alone'),
      attribute('setting', ''),
      attribute('region', 'valley'),
      attribute(),
    ];
    expect(faultyAttributes({ ...typed, attributes })).toEqual([1, 2, 3]);
  });
});
