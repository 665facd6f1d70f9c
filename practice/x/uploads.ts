import { invalidRequest } from './problems.ts';
import type { Snowflakes } from './snowflake.ts';
import type { XAnswer, XRequest } from './types.ts';
import type { NewMedia } from './world.ts';

export interface Uploads {
  /** Finished uploads, by media id. */
  finished: Map<string, NewMedia>;
  whole: (request: XRequest) => XAnswer;
  initialize: (request: XRequest) => XAnswer;
  append: (request: XRequest) => XAnswer;
  finalize: (request: XRequest) => XAnswer;
  describe: (request: XRequest) => XAnswer;
}

const LIFE_SECONDS = 86_400;

/** Just enough of media upload that a post can carry a picture with its alt text; the bytes are not looked at. */
export function createUploads(now: () => Date, snowflakes: Snowflakes): Uploads {
  const finished = new Map<string, NewMedia>();
  const begun = new Map<string, number>();

  function finish(id: string, size: number): XAnswer {
    finished.set(id, { url: `https://pbs.twimg.com/media/${id}.jpg` });
    return { status: 200, body: { data: { id, media_key: `3_${id}`, expires_after_secs: LIFE_SECONDS, size } } };
  }

  return {
    finished,
    whole: (request) => finish(snowflakes.next(now()), sizeOf(request.body)),
    initialize() {
      const id = snowflakes.next(now());
      begun.set(id, 0);
      return { status: 200, body: { data: { id, media_key: `3_${id}`, expires_after_secs: LIFE_SECONDS } } };
    },
    append(request) {
      const [id = ''] = request.ids;
      const size = begun.get(id);
      if (size === undefined) return invalidRequest('id', id, `The media id [${id}] was not initialized`);
      begun.set(id, size + sizeOf(request.body));
      return { status: 200, body: { data: { expires_at: Math.floor(now().getTime() / 1000) + LIFE_SECONDS } } };
    },
    finalize(request) {
      const [id = ''] = request.ids;
      const size = begun.get(id);
      if (size === undefined) return invalidRequest('id', id, `The media id [${id}] was not initialized`);
      begun.delete(id);
      return finish(id, size);
    },
    describe(request) {
      const id = read(request.body, 'id');
      const text = read(read(read(request.body, 'metadata'), 'alt_text'), 'text');
      const media = typeof id === 'string' ? finished.get(id) : undefined;
      if (typeof id !== 'string' || media === undefined) {
        return invalidRequest('$.id', String(id), '$.id: is not a known media id');
      }
      if (typeof text === 'string') finished.set(id, { ...media, altText: text });
      return { status: 200, body: { data: { id, associated_metadata: { alt_text: { text } } } } };
    },
  };
}

function sizeOf(body: unknown): number {
  if (typeof body === 'string') return body.length;
  const media = read(body, 'media');
  return typeof media === 'string' ? Math.floor((media.length * 3) / 4) : 0;
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
