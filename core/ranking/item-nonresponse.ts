/**
 * Item nonresponse: the share of the responses that left the item open.
 *
 * @returns null where there is no response
 */
export const itemNonresponse = (answers: number, responses: number): number | null =>
  responses === 0 ? null : (responses - answers) / responses;
