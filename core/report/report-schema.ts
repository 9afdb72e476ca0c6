import { reportJsonSchema } from '../../schemas/report.ts';
import { openingWords } from './opening-words.ts';
import type { Report } from './report.ts';

/** The JSON Schema of `priorities.json`, opening as every report does. */
export const reportSchema = (report: Report): string => {
  const { $schema, ...rest } = reportJsonSchema();
  const document = { $schema, description: openingWords(report).join('\n\n'), ...rest };
  return `${JSON.stringify(document, null, 1)}\n`;
};
