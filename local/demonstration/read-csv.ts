/** The rows of a CSV file with a heading line (RFC 4180), each by the names of its columns. */
export const readCsv = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [heading = [], ...rows] = recordsOf(text);
  return rows.map((row) =>
    Object.fromEntries(heading.map((name, index) => [name, row[index] ?? ''])),
  );
};

const FIELD = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/y;

const recordsOf = (text: string): readonly (readonly string[])[] => {
  const records: string[][] = [];
  let record: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const [, quoted, plain = '', ending] = FIELD.exec(text) ?? [];
    if (ending === undefined) throw new Error('not a CSV file');
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (ending !== ',') {
      records.push(record);
      record = [];
    }
  }
  return records;
};
