import { createHash } from 'node:crypto';
import type { ApiRequest } from './call.ts';

/** Whose response a request is about: the receipt is the key to it. */
export type Holder = {
  readonly poll: string;
  readonly organization: string;
  readonly receipt: string;
};

/** A receipt's response id: the first 128 bits of its SHA-256. */
export const responseId = (receipt: string): string =>
  createHash('sha256').update(receipt, 'ascii').digest('hex').slice(0, 32);

/** Where a holder's response is. */
export const responsePath = ({ poll, organization, receipt }: Holder): string =>
  `/v1/polls/${poll}/organizations/${organization}/responses/${responseId(receipt)}`;

/** Submits or changes a response. */
export const putResponse = (holder: Holder, body: unknown): ApiRequest => ({
  method: 'PUT',
  path: responsePath(holder),
  headers: { receipt: holder.receipt, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Reads a response back. */
export const getResponse = (holder: Holder): ApiRequest => ({
  method: 'GET',
  path: responsePath(holder),
  headers: { receipt: holder.receipt },
});

/** Withdraws a response. */
export const deleteResponse = (holder: Holder): ApiRequest => ({
  method: 'DELETE',
  path: responsePath(holder),
  headers: { receipt: holder.receipt },
});
