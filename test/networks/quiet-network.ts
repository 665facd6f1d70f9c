import type { Network } from '../../src/networks/index.ts';
import type { SlackFiles } from '../../src/slack/index.ts';

/** A network on which nothing is to be read; what a test needs of it is put on top. */
export const QUIET_NETWORK = {
  name: 'x',
  self: async () => ({ id: 'us', handle: 'us' }),
  readMentions: async () => ({ posts: [], setAside: [], cursor: null }),
  readOwn: async () => ({ posts: [], setAside: [], cursor: null }),
  readSearch: async () => ({ posts: [], setAside: [], cursor: null, tooMany: false }),
  readPosts: async () => ({ posts: [], gone: [], withdrawn: [] }),
  isSameText: (a: string, b: string) => a === b,
  upload: () => Promise.reject(new Error('nothing is to be uploaded')),
  publish: () => Promise.reject(new Error('nothing is to be published')),
  remove: () => Promise.reject(new Error('nothing is to be deleted')),
  findOwn: async () => null,
  hide: async () => {},
  ourHandle: () => null,
  messageUrl: () => null,
  urlOf: (id: string) => `https://x.com/i/status/${id}`,
} as const satisfies Network;

/** Nobody put a file into a form. */
export const NO_FILES: SlackFiles = { picture: () => Promise.reject(new Error('there is no such file')) };
