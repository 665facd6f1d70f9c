import type { XAnswer } from './types.ts';

const PROBLEMS = 'https://api.x.com/2/problems/';

function problem(status: number, title: string, detail: string, type = 'about:blank', more: object = {}): XAnswer {
  return { status, body: { title, detail, type, status, ...more } };
}

/** What X says, in X's words: people search for them, and clients match on them. */
export const unauthorized = (): XAnswer => problem(401, 'Unauthorized', 'Unauthorized');
export const tooManyRequests = (): XAnswer => problem(429, 'Too Many Requests', 'Too Many Requests');
export const broken = (): XAnswer =>
  problem(500, 'Internal Server Error', 'Something is broken. This is most likely X.');
export const forbidden = (detail: string): XAnswer => problem(403, 'Forbidden', detail);
export const noSuchPath = (): XAnswer => ({ status: 404, body: '' });

export const creditsDepleted = (account: string): XAnswer => ({
  status: 402,
  body: {
    account_id: account,
    title: 'CreditsDepleted',
    detail: `Your enrolled account [${account}] does not have any credits to fulfill this request.`,
    type: `${PROBLEMS}credits`,
  },
});

export const DUPLICATE = 'You are not allowed to create a Tweet with duplicate content.';
export const TOO_LONG =
  'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.';
export const NOT_SUMMONED =
  'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.';
export const TARGET_GONE = 'You attempted to reply to a Tweet that is deleted or not visible to you.';
export const QUOTE_GONE = 'You attempted to quote a Tweet that is deleted or not visible to you.';
export const CASHTAGS = 'You are not allowed to create a Post with more than one cashtag.';
export const READ_ONLY =
  'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.';
export const NOT_YOURS = 'You are not authorized to delete this Tweet.';

/** A parameter or a body that X cannot take: 400, naming the parameter and its value. */
export function invalidRequest(parameter: string, value: string, message: string): XAnswer {
  return {
    status: 400,
    body: {
      errors: [{ parameters: { [parameter]: [value] }, message }],
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: `${PROBLEMS}invalid-request`,
    },
  };
}

/** A post or person that is not there, as X reports it beside the data that is. */
export function notFoundProblem(kind: 'tweet' | 'user', parameter: string, id: string): object {
  return {
    value: id,
    detail: `Could not find ${kind} with ${parameter}: [${id}].`,
    title: 'Not Found Error',
    resource_type: kind,
    parameter,
    resource_id: id,
    type: `${PROBLEMS}resource-not-found`,
  };
}

/** A post that is there and not for us to see: of a protected or suspended account. */
export function notAuthorizedProblem(id: string): object {
  return {
    value: id,
    detail: `Sorry, you are not authorized to see the Tweet with ids: [${id}].`,
    title: 'Authorization Error',
    resource_type: 'tweet',
    parameter: 'ids',
    resource_id: id,
    type: `${PROBLEMS}not-authorized-for-resource`,
  };
}

/** The words of a refused call, for the list of rejections. */
export function detailOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const said: string[] = [];
  if ('errors' in body && Array.isArray(body.errors)) {
    const errors: unknown[] = body.errors;
    for (const error of errors) {
      if (typeof error === 'object' && error !== null && 'message' in error) said.push(String(error.message));
    }
  }
  if (said.length === 0 && 'detail' in body) said.push(String(body.detail));
  return said.join('; ');
}
