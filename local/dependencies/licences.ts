/** Licences, by their SPDX ids, that what Groundswell is made of may have: all ask for no more than a notice. */
const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'ISC',
  'MIT',
  'MIT-0',
];

/** Licences that tools may have, too, which are run here but never handed on. */
const ALLOWED_FOR_TOOLS: readonly string[] = ['CC-BY-4.0', 'MPL-2.0', 'Python-2.0'];

/**
 * Tools whose licence would bind what is handed on or offered over a network together with them.
 * Nothing is: they check this repository and are in no bundle.
 */
const TOOLS_APART: Readonly<Record<string, string>> = {
  '@cloud-copilot/iam-policy': 'AGPL-3.0-or-later',
  '@cloud-copilot/iam-simulate': 'AGPL-3.0-or-later',
  '@cloud-copilot/iam-utils': 'AGPL-3.0-or-later',
};

/** Whether a package may be used under its licence, an SPDX expression. */
export const isLicenceAllowed = (name: string, licence: string, isTool: boolean): boolean => {
  const ids = isTool ? [...ALLOWED, ...ALLOWED_FOR_TOOLS] : ALLOWED;
  return satisfies(licence, ids) || (isTool && TOOLS_APART[name] === licence);
};

/** AND binds more closely than OR; what is nested deeper is for a person to read. */
const satisfies = (expression: string, ids: readonly string[]): boolean =>
  expression
    .replace(/^\(([^()]*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => ids.includes(id)));
