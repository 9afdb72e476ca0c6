import { type ProblemCode, problems } from '../problem-catalogue.ts';
import { refTo } from './component-schemas.ts';
import type { HeaderName } from './headers.ts';
import type { JsonObject } from './json-object.ts';
import type { Caller, Operation } from './operation.ts';

/** Whose tokens the gateway checks, before any function. */
const BEHIND_THE_GATEWAYS_CHECK: readonly Caller[] = ['coordinator', 'administrator'];

/** What the gateway says by itself to whoever has no valid token. */
const UNAUTHORIZED = { status: 401, message: 'Unauthorized' };

/** What any call may be refused with, or fail with: by a function, by the gateway, or by either. */
const OF_ALL = {
  TooLarge: { status: 413, codes: ['body-too-large'], message: 'Request Entity Too Large' },
  TooMany: { status: 429, codes: [], message: 'Too Many Requests' },
  Failed: { status: 500, codes: ['internal'], message: 'Internal Server Error' },
  Busy: { status: 503, codes: ['unavailable'], message: 'Service Unavailable' },
} as const;

/** A refusal with one status: problems of ours, the gateway's own, or either. */
export type Refusal = {
  readonly status: number;
  /** Whether a function of ours may answer so; the gateway's own answers have other headers. */
  readonly isOurs: boolean;
  /** Whether ours is a page. */
  readonly isPage: boolean;
  readonly description: string;
  readonly headers: readonly HeaderName[];
  readonly content: Readonly<Record<string, object>>;
};

const codes = Object.keys(problems) as readonly ProblemCode[];

/** Every problem as it is answered, by its code. */
export const problemExamples = (): JsonObject =>
  Object.fromEntries(
    codes.map((code) => [
      code,
      { value: { type: `urn:groundswell:problem:${code}`, code, ...problems[code] } },
    ]),
  );

const problemContent = (status: number, codes: readonly ProblemCode[]) => ({
  'application/problem+json': {
    schema: {
      allOf: [
        refTo('Problem'),
        {
          type: 'object',
          properties: { status: { const: status }, code: { enum: codes } },
          required: ['status', 'code'],
        },
      ],
    },
    examples: Object.fromEntries(
      codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
    ),
  },
});

const PAGE = { 'text/html': { schema: { type: 'string' } } };

const gatewayContent = (message: string) => ({
  'application/json': { schema: refTo('GatewayRefusal'), example: { message } },
});

const headersOf = (codes: readonly ProblemCode[]): readonly HeaderName[] => [
  ...(codes.includes('unavailable') || codes.includes('slowed') ? (['Retry-After'] as const) : []),
  ...(codes.includes('receipt-required') || codes.includes('token-required')
    ? (['WWW-Authenticate'] as const)
    : []),
];

const refusal = (
  status: number,
  codes: readonly ProblemCode[],
  message?: string,
  isPage = false,
): Refusal => ({
  status,
  isOurs: codes.length > 0,
  isPage,
  description: [
    ...codes.map((code) => `${problems[code].title}.`),
    ...(message === undefined ? [] : ["The gateway's own, in its own form."]),
  ].join(' '),
  headers: headersOf(codes),
  content: {
    ...(codes.length > 0 && (isPage ? PAGE : problemContent(status, codes))),
    ...(message !== undefined && gatewayContent(message)),
  },
});

/** The refusals that every operation shares, by the name that the document gives them. */
export const sharedRefusals = (): Readonly<Record<string, Refusal>> =>
  Object.fromEntries(
    Object.entries(OF_ALL).map(([name, shared]) => [
      name,
      refusal(shared.status, shared.codes, shared.message),
    ]),
  );

/** An operation's own refusals with one status, and those that all operations share of it. */
const ownRefusal = (status: number, own: readonly ProblemCode[], isPage = false): Refusal => {
  const shared = Object.values(OF_ALL).find((one) => one.status === status);
  return refusal(status, [...(shared?.codes ?? []), ...own], shared?.message, isPage);
};

/**
 * What a call may be refused with by status, beyond what all of them may; where a status is one
 * that all of them share, with that. Where it refuses with pages, what all may be refused with is
 * its own, too.
 */
export const refusalsOf = ({
  problems: own,
  caller,
  refusesWith,
}: Operation): readonly Refusal[] => {
  const byStatus = Map.groupBy(own, (code): number => problems[code].status);
  if (refusesWith === 'pages') {
    const all = new Set([...byStatus.keys(), ...Object.values(OF_ALL).map(({ status }) => status)]);
    return [...all].map((status) => ownRefusal(status, byStatus.get(status) ?? [], true));
  }
  const refusals = [...byStatus].map(([status, some]) => ownRefusal(status, some));
  if (!BEHIND_THE_GATEWAYS_CHECK.includes(caller)) return refusals;
  return [refusal(UNAUTHORIZED.status, [], UNAUTHORIZED.message), ...refusals];
};
