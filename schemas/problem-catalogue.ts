/**
 * Every problem that the API answers with: its status, a short title, and what to do about it.
 * The key is the stable code; clients decide by it.
 */
export const problems = {
  'invalid-json': {
    status: 422,
    title: 'The body is not JSON',
    detail: 'Send a JSON object in UTF-8.',
  },
  'invalid-request': {
    status: 422,
    title: 'The request is not as expected',
    detail: 'Correct what "errors" lists and send the request again.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    detail: 'Send less in one request.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has another media type than expected',
    detail: 'Send the body as JSON, and say so in "Content-Type".',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    detail: 'Check the method and the path.',
  },
  'unknown-poll': {
    status: 404,
    title: 'There is no such poll',
    detail: 'Check the poll id in the address, or ask the network that runs the poll.',
  },
  'unknown-organization': {
    status: 404,
    title: 'There is no such organization in this poll',
    detail: 'Check the organization id in the address, or ask the network that runs the poll.',
  },
  'unknown-response': {
    status: 404,
    title: 'There is no response for this receipt',
    detail:
      'Check the receipt and the organization. Where both are right, nothing arrived: send the answers again.',
  },
  'receipt-required': {
    status: 401,
    title: 'A receipt is needed',
    detail:
      'Send the header "Receipt" with the secret that you made: 22 to 86 base64url characters, 128 random bits or more.',
  },
  'receipt-mismatch': {
    status: 403,
    title: 'The receipt does not belong to this address',
    detail:
      'The last part of the address must be the first 32 hexadecimal digits of the SHA-256 of the receipt.',
  },
  'not-open-yet': {
    status: 409,
    title: 'The poll is not open yet',
    detail: 'Keep the answers and send them again once the poll is open.',
  },
  closed: {
    status: 409,
    title: 'The poll is closed',
    detail:
      'Do not send this again. What was accepted before the close counts; nothing can be added or changed after it.',
  },
  superseded: {
    status: 409,
    title: 'A newer revision of this response is in force',
    detail:
      'Do not send this again. To change the response, read it and send a revision higher than its own.',
  },
  withdrawn: {
    status: 410,
    title: 'The response was withdrawn',
    detail: 'Do not send it again. Whoever wants to answer after all makes a new receipt.',
  },
  slowed: {
    status: 429,
    title: 'Very many responses are coming in for this organization',
    detail:
      'Send the same request again after the seconds that "Retry-After" names. What was accepted before can be changed and withdrawn meanwhile.',
  },
  'administrators-only': {
    status: 403,
    title: 'Only administrators may do this',
    detail: 'Sign in as a member of the group "administrator".',
  },
  'subject-required': {
    status: 403,
    title: 'The token does not say whose it is',
    detail: 'Send a token with a subject ("sub"): what is done is kept with who did it.',
  },
  'token-required': {
    status: 401,
    title: 'A valid access token is needed',
    detail: 'Sign in and send the header "Authorization: Bearer" with the access token.',
  },
  'coordinators-only': {
    status: 403,
    title: 'Only administrators and coordinators of the organization may see this',
    detail:
      'Sign in as a member of the group "administrator", or of "coordinator:" and the organization\'s id; the organization must be one of the poll.',
  },
  'planners-only': {
    status: 403,
    title: 'Only planners and administrators may read the reports of this poll',
    detail: 'Ask the network that runs the poll for the role "planner".',
  },
  'nothing-released': {
    status: 404,
    title: 'Nothing has been released yet',
    detail: 'Come back after the first release; the list of reports shows it.',
  },
  'unknown-file': {
    status: 404,
    title: 'There is no such file in a release of this poll',
    detail: 'Take the snapshot and the file from the list of reports.',
  },
  'poll-immutable': {
    status: 409,
    title: 'The poll is open, its definition is fixed',
    detail:
      'Send the definition unchanged; only its close may move later. For another definition, put a new poll.',
  },
  'close-not-movable': {
    status: 409,
    title: 'The close cannot move there',
    detail:
      'Once a poll is open its close can only move later, and not so late that its first responses expire before everything is counted.',
  },
  'close-required': {
    status: 409,
    title: 'The poll has no close in the future',
    detail: 'Put the poll with a "closesAt" that is yet to come, then open it.',
  },
  'too-few-organizations': {
    status: 409,
    title: 'The poll has too few organizations',
    detail:
      'With fewer organizations than its "minOrganizations" nothing could ever be released. Put the organizations first.',
  },
  'frozen-by-release': {
    status: 409,
    title: 'The organization is part of a release',
    detail:
      'Since the first release, "peopleServed" and "attributes" are fixed. Send them unchanged; its name may change.',
  },
  sealed: {
    status: 409,
    title: 'The final count of the poll has begun',
    detail: 'Nothing that the poll is counted by can change any more.',
  },
  overtaken: {
    status: 409,
    title: 'Somebody else changed this at the same time',
    detail: 'Look at how it stands now and send the request again.',
  },
  unavailable: {
    status: 503,
    title: 'The service is busy',
    detail: 'Send the same request again after the seconds that "Retry-After" names.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    detail:
      'Send the same request again later. Whether it took effect is not known; repeating it is safe.',
  },
} as const satisfies Record<
  string,
  { readonly status: number; readonly title: string; readonly detail: string }
>;
export type ProblemCode = keyof typeof problems;
