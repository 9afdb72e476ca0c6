import { TOKEN_FAULTS, type TokenFault } from './token-issuer.ts';

/** Whoever calls: nobody with a token, someone with a role, or with a faulty token. */
export const CALLERS = [
  'nobody',
  'another coordinator',
  'own coordinator',
  'planner',
  'administrator',
  ...TOKEN_FAULTS,
] as const;
export type CallerName = (typeof CALLERS)[number];

/** What a caller gets: a status, and the problem's code, `gateway` or `page` where it is refused. */
type Outcome = string;

/** One call, in one circumstance, and what each caller gets. */
export type Row = {
  /** Such as `GET /v1/polls`; the poll is open and its reports are for planners. */
  readonly call: string;
  /** What else is so: `with the receipt`, `public reports`. */
  readonly when?: 'with the receipt' | 'without it' | 'with another' | 'public reports';
  readonly gets: Readonly<Record<CallerName, Outcome>>;
};

const faulty = (outcome: Outcome) =>
  Object.fromEntries(TOKEN_FAULTS.map((fault) => [fault, outcome])) as Record<TokenFault, Outcome>;

/** No token is looked at. */
const anyone = (outcome: Outcome): Row['gets'] => ({
  nobody: outcome,
  'another coordinator': outcome,
  'own coordinator': outcome,
  planner: outcome,
  administrator: outcome,
  ...faulty(outcome),
});

/** Planners and administrators; the function checks the token. */
const readers = (outcome: Outcome): Row['gets'] => ({
  ...anyone('401 token-required'),
  'another coordinator': '403 planners-only',
  'own coordinator': '403 planners-only',
  planner: outcome,
  administrator: outcome,
});

/** Coordinators of an organization that is asked about, and administrators; the gateway checks. */
const inCharge = (outcome: Outcome): Row['gets'] => ({
  ...anyone('401 gateway'),
  'another coordinator': '403 coordinators-only',
  'own coordinator': outcome,
  planner: '403 coordinators-only',
  administrator: outcome,
});

/** Administrators alone; the gateway checks the token, the function the role. */
const administrators = (outcome: Outcome): Row['gets'] => ({
  ...anyone('401 gateway'),
  'another coordinator': '403 administrators-only',
  'own coordinator': '403 administrators-only',
  planner: '403 administrators-only',
  administrator: outcome,
});

const POLL = '/v1/polls/{poll}';
const RESPONSE = `${POLL}/organizations/{organization}/responses/{id}`;
const FORM = '/p/{poll}/{organization}';
const REPORTS = `${POLL}/reports`;

/** Every call of the API times every caller. A route without a row fails a test. */
export const ACCESS: readonly Row[] = [
  { call: '$default', gets: anyone('404 not-found') },
  { call: 'GET /v1/openapi.json', gets: anyone('200') },
  { call: `GET ${POLL}`, gets: anyone('200') },
  { call: `GET ${POLL}/organizations/{organization}`, gets: anyone('200') },

  // A page for people: nobody signs in to it, and no token makes another page of it.
  { call: `GET ${FORM}`, gets: anyone('200') },
  { call: `GET ${FORM}/about`, gets: anyone('200') },
  { call: `POST ${FORM}`, gets: anyone('201') },
  { call: `POST ${FORM}`, when: 'with the receipt', gets: anyone('200') },
  { call: 'GET /p/{poll}', gets: anyone('404 page') },
  { call: 'GET /p/worker.js', gets: anyone('200') },
  { call: 'GET /p/qr.js', gets: anyone('200') },
  { call: 'GET /p/aloud.js', gets: anyone('200') },

  // No role stands in for the receipt, an administrator's neither.
  { call: `PUT ${RESPONSE}`, when: 'with the receipt', gets: anyone('200') },
  { call: `PUT ${RESPONSE}`, when: 'without it', gets: anyone('401 receipt-required') },
  { call: `PUT ${RESPONSE}`, when: 'with another', gets: anyone('403 receipt-mismatch') },
  { call: `GET ${RESPONSE}`, when: 'with the receipt', gets: anyone('200') },
  { call: `GET ${RESPONSE}`, when: 'without it', gets: anyone('401 receipt-required') },
  { call: `GET ${RESPONSE}`, when: 'with another', gets: anyone('403 receipt-mismatch') },
  { call: `DELETE ${RESPONSE}`, when: 'without it', gets: anyone('401 receipt-required') },
  { call: `DELETE ${RESPONSE}`, when: 'with another', gets: anyone('403 receipt-mismatch') },
  { call: `DELETE ${RESPONSE}`, when: 'with the receipt', gets: anyone('204') },

  // Nothing is released yet: whoever may read is told so.
  { call: `GET ${REPORTS}`, gets: readers('200') },
  { call: `GET ${REPORTS}`, when: 'public reports', gets: anyone('200') },
  { call: `GET ${REPORTS}/latest/{file}`, gets: readers('404 nothing-released') },
  {
    call: `GET ${REPORTS}/latest/{file}`,
    when: 'public reports',
    gets: anyone('404 nothing-released'),
  },
  { call: `GET ${REPORTS}/{snapshot}/{file}`, gets: readers('404 unknown-file') },
  {
    call: `GET ${REPORTS}/{snapshot}/{file}`,
    when: 'public reports',
    gets: anyone('404 unknown-file'),
  },

  { call: `GET ${POLL}/participation`, gets: inCharge('200') },
  { call: 'GET /v1/organizations/{organization}/polls', gets: inCharge('200') },

  { call: 'GET /v1/polls', gets: administrators('200') },
  { call: `GET ${POLL}/settings`, gets: administrators('200') },
  { call: `PUT ${POLL}`, gets: administrators('200') },
  { call: `GET ${POLL}/organizations`, gets: administrators('200') },
  { call: `POST ${POLL}/organizations`, gets: administrators('200') },
  { call: `PUT ${POLL}/organizations/{organization}`, gets: administrators('200') },
  { call: `GET ${POLL}/organizations/{organization}/exclusions`, gets: administrators('200') },
  { call: `PUT ${POLL}/organizations/{organization}/exclusions`, gets: administrators('200') },
  { call: `GET ${POLL}/audit`, gets: administrators('200') },
  { call: `POST ${POLL}/open`, gets: administrators('200') },
  { call: `GET ${POLL}/release`, gets: administrators('200') },
  { call: `POST ${POLL}/release`, gets: administrators('202') },
  { call: `POST ${POLL}/close`, gets: administrators('200') },
];
