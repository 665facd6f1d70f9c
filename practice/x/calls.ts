import { createPost } from './create.ts';
import { readShown } from './fields.ts';
import * as say from './problems.ts';
import type { XCall } from './rate-limits.ts';
import { renderOnePost, renderPosts, renderUser } from './render.ts';
import { searchRecent, tooEarly } from './search.ts';
import { answerListing } from './timelines.ts';
import type { Post, XAnswer, XRequest } from './types.ts';
import type { Uploads } from './uploads.ts';
import type { XWorld } from './world.ts';

export interface Route {
  call: XCall;
  method: string;
  /** As X's documentation writes it; faults are named `METHOD path`. */
  path: string;
  answer: (request: XRequest) => XAnswer;
}

/** X's own reach: mentions go back 800 posts, a timeline 3,200. */
const MENTIONS_REACH = 800;
const TIMELINE_REACH = 3200;

/** Every endpoint of the practice X, in one table. */
export function createRoutes(world: XWorld, uploads: Uploads, now: () => Date): Route[] {
  const { costs, us } = world;
  const billRead = (post: Post): void => costs.read(post.author === us ? 'own mention read' : 'post read', post.id);

  return [
    { call: 'me', method: 'GET', path: '/2/users/me', answer: ({ query }) => me(query) },
    { call: 'mentions', method: 'GET', path: '/2/users/:id/mentions', answer: mentions },
    { call: 'timeline', method: 'GET', path: '/2/users/:id/tweets', answer: timeline },
    { call: 'search', method: 'GET', path: '/2/tweets/search/recent', answer: search },
    { call: 'lookup', method: 'GET', path: '/2/tweets', answer: lookup },
    { call: 'lookup', method: 'GET', path: '/2/tweets/:id', answer: lookupOne },
    { call: 'create', method: 'POST', path: '/2/tweets', answer: create },
    { call: 'delete', method: 'DELETE', path: '/2/tweets/:id', answer: ({ ids: [id = ''] }) => remove(id) },
    { call: 'hide', method: 'PUT', path: '/2/tweets/:id/hidden', answer: hide },
    { call: 'upload', method: 'POST', path: '/2/media/upload', answer: uploads.whole },
    { call: 'upload', method: 'POST', path: '/2/media/upload/initialize', answer: uploads.initialize },
    { call: 'upload', method: 'POST', path: '/2/media/upload/:id/append', answer: uploads.append },
    { call: 'upload', method: 'POST', path: '/2/media/upload/:id/finalize', answer: uploads.finalize },
    { call: 'metadata', method: 'POST', path: '/2/media/metadata', answer: uploads.describe },
  ];

  function me(query: URLSearchParams): XAnswer {
    costs.read('user read', us.id);
    return { status: 200, body: { data: renderUser(us, readShown(query).user) } };
  }

  function mentions({ ids: [id = ''], query }: XRequest): XAnswer {
    const person = world.personById(id);
    if (person === undefined) return missingUser(id);
    const posts = world.timeline().filter((post) => world.mentions(post, person));
    const bill = (post: Post): void => costs.read(person === us ? 'own mention read' : 'post read', post.id);
    return answerListing(world, query, { posts, minimum: 5, reach: MENTIONS_REACH, more: [], bill });
  }

  function timeline({ ids: [id = ''], query }: XRequest): XAnswer {
    const person = world.personById(id);
    if (person === undefined) return missingUser(id);
    const left = (query.get('exclude') ?? '').split(',');
    const posts = world
      .timeline()
      .filter((post) => post.author === person)
      .filter((post) => !(left.includes('replies') && post.inReplyTo !== undefined))
      .filter((post) => !(left.includes('retweets') && post.retweetOf !== undefined));
    return answerListing(world, query, { posts, minimum: 5, reach: TIMELINE_REACH, more: ['exclude'], bill: billRead });
  }

  function search({ query }: XRequest): XAnswer {
    const wanted = query.get('query') ?? '';
    if (wanted === '') return say.invalidRequest('query', wanted, 'The `query` query parameter can not be empty');
    const early = tooEarly(query, now());
    if (early !== null) {
      const { name, value } = early;
      return say.invalidRequest(name, value, `Invalid '${name}': '${value}'. It must be within the last 7 days.`);
    }
    const posts = searchRecent(world, wanted, now());
    if ('fault' in posts) return say.invalidRequest('query', wanted, posts.fault);
    const more = ['query', 'next_token', 'sort_order'];
    return answerListing(world, query, { posts, minimum: 10, reach: posts.length, more, bill: billRead });
  }

  function lookup({ query }: XRequest): XAnswer {
    const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
    if (ids.length === 0 || ids.length > 100) {
      return say.invalidRequest('ids', ids.join(','), 'The `ids` query parameter takes 1 to 100 ids');
    }
    // The lookup "will always return the most recent edit": https://docs.x.com/x-api/x-api-v2/tweets/tweets-lookup
    const isShut = (id: string) => world.newest(id)?.author.isProtected === true;
    const posts = [...new Set(ids.flatMap((id) => (isShut(id) ? [] : (world.newest(id) ?? []))))];
    for (const post of posts) billRead(post);
    const errors = ids
      .filter((id) => world.newest(id) === undefined || isShut(id))
      .map((id) => (isShut(id) ? say.notAuthorizedProblem(id) : say.notFoundProblem('tweet', 'ids', id)));
    const body = renderPosts(world, posts, readShown(query));
    return { status: 200, body: errors.length === 0 ? body : { ...body, errors } };
  }

  function lookupOne({ ids: [id = ''], query }: XRequest): XAnswer {
    const post = world.newest(id);
    if (post === undefined) return { status: 200, body: { errors: [say.notFoundProblem('tweet', 'id', id)] } };
    billRead(post);
    return { status: 200, body: renderOnePost(world, post, readShown(query)) };
  }

  function create({ body }: XRequest): XAnswer {
    return createPost(world, uploads.finished, now(), body);
  }

  function remove(id: string): XAnswer {
    const post = world.find(id);
    if (post === undefined) return missingPost(id);
    if (post.author !== us) return say.forbidden(say.NOT_YOURS);
    costs.write('delete');
    world.remove(id);
    return { status: 200, body: { data: { deleted: true } } };
  }

  function hide({ ids: [id = ''], body }: XRequest): XAnswer {
    const post = world.find(id);
    if (post === undefined) return missingPost(id);
    const hidden: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'hidden') : undefined;
    if (typeof hidden !== 'boolean')
      return say.invalidRequest('$.hidden', String(hidden), '$.hidden: is not a boolean');
    if (world.find(post.conversationId)?.author !== us) return say.forbidden('You are not allowed to hide this reply.');
    world.hide(id, hidden);
    return { status: 200, body: { data: { hidden } } };
  }
}

function missingPost(id: string): XAnswer {
  return { status: 404, body: { ...say.notFoundProblem('tweet', 'id', id), status: 404 } };
}

function missingUser(id: string): XAnswer {
  return { status: 200, body: { errors: [say.notFoundProblem('user', 'id', id)] } };
}
