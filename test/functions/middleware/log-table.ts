import { logCodes } from '../../../functions/middleware/log-codes.ts';

/** The list of codes as `docs/logs.md` has it. */
export const logTable = (): string => {
  const rows = Object.entries(logCodes).map(([code, { attributes, meaning }]) => {
    const names = attributes.map((name) => `\`${name}\``).join(', ');
    return `| \`${code}\` | ${names} | ${meaning} |\n`;
  });
  return ['| code | attributes | means |\n', '|---|---|---|\n', ...rows].join('');
};
