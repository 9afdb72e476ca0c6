import { responseIdOf } from '../../adapters/crypto/response-id.ts';
import { RECEIPT } from '../../schemas/format.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { ProblemError } from '../middleware/problem-error.ts';

/**
 * Lets only the holder of the receipt pass, without reading anything: the receipt's hash is
 * the response's id. A receipt that is too short to be a secret is none.
 *
 * @throws ProblemError `receipt-required` or `receipt-mismatch`
 */
export const requireReceipt = (event: HttpEvent): string => {
  const receipt = event.headers.receipt ?? '';
  if (!RECEIPT.test(receipt)) {
    throw new ProblemError('receipt-required', { headers: { 'www-authenticate': 'Receipt' } });
  }
  const id = pathParameter(event, 'id');
  if (responseIdOf(receipt) !== id) throw new ProblemError('receipt-mismatch');
  return id;
};
