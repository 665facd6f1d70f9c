import { createHash } from 'node:crypto';
import twitterText from 'twitter-text';

export interface UrlEntity {
  start: number;
  end: number;
  url: string;
  expanded_url: string;
  display_url: string;
  media_key?: string;
}

export type Entities = {
  urls: UrlEntity[];
  mentions: { start: number; end: number; username: string; id: string }[];
  hashtags: { start: number; end: number; tag: string }[];
  cashtags: { start: number; end: number; tag: string }[];
};

/** A text as X serves it: links shortened, `&`, `<` and `>` escaped, entities counted in code points. */
export interface Composed {
  text: string;
  entities: Entities;
}

/** A link that X itself puts behind the text: to attached media or to the quoted post. */
export interface Trailer {
  expandedUrl: string;
  displayUrl: string;
  mediaKey?: string;
}

interface Piece {
  kind: 'url' | 'mention' | 'hashtag' | 'cashtag';
  from: number;
  to: number;
  value: string;
}

const DISPLAY_LIMIT = 26;
const SHORT_CODE_LENGTH = 10;

/**
 * Composes what X serves for a written text.
 * @param seed makes the short links differ from post to post
 * @param idOf the id of an existing account; only those become mention entities
 */
export function compose(
  written: string,
  seed: string,
  idOf: (username: string) => string | undefined,
  trailers: Trailer[] = [],
): Composed {
  const entities: Entities = { urls: [], mentions: [], hashtags: [], cashtags: [] };
  let text = '';
  let length = 0;
  const put = (piece: string): { start: number; end: number } => {
    const start = length;
    text += piece;
    length += Array.from(piece).length;
    return { start, end: length };
  };
  const link = (trailer: Trailer): void => {
    const url = shorten(`${seed} ${entities.urls.length} ${trailer.expandedUrl}`);
    const range = put(url);
    entities.urls.push({
      ...range,
      url,
      expanded_url: trailer.expandedUrl,
      display_url: trailer.displayUrl,
      ...(trailer.mediaKey === undefined ? {} : { media_key: trailer.mediaKey }),
    });
  };

  let done = 0;
  for (const piece of findPieces(written)) {
    put(escapeHtml(written.slice(done, piece.from)));
    done = piece.to;
    const source = written.slice(piece.from, piece.to);
    if (piece.kind === 'url') {
      link(linkTo(piece.value));
      continue;
    }
    const range = put(source);
    const id = piece.kind === 'mention' ? idOf(piece.value) : undefined;
    if (id !== undefined) entities.mentions.push({ ...range, username: piece.value, id });
    if (piece.kind === 'hashtag') entities.hashtags.push({ ...range, tag: piece.value });
    if (piece.kind === 'cashtag') entities.cashtags.push({ ...range, tag: piece.value });
  }
  put(escapeHtml(written.slice(done)));
  for (const trailer of trailers) {
    if (text !== '') put(' ');
    link(trailer);
  }
  return { text, entities };
}

/** Whether X would bill and shorten a link in this text. */
export function hasUrl(written: string): boolean {
  return twitterText.extractUrls(written, { extractUrlsWithoutProtocol: true }).length > 0;
}

/** The platform's own count: a link is 23, CJK and emoji are 2. */
export function weightedLength(written: string): number {
  return twitterText.parseTweet(written).weightedLength;
}

export function countCashtags(written: string): number {
  return twitterText.extractCashtags(written).length;
}

function findPieces(written: string): Piece[] {
  const pieces: Piece[] = [
    ...twitterText
      .extractUrlsWithIndices(written, { extractUrlsWithoutProtocol: true })
      .map(({ url, indices }): Piece => ({ kind: 'url', from: indices[0], to: indices[1], value: url })),
    ...twitterText
      .extractMentionsWithIndices(written)
      .map(
        ({ screenName, indices }): Piece => ({ kind: 'mention', from: indices[0], to: indices[1], value: screenName }),
      ),
    ...twitterText
      .extractHashtagsWithIndices(written)
      .map(({ hashtag, indices }): Piece => ({ kind: 'hashtag', from: indices[0], to: indices[1], value: hashtag })),
    ...twitterText
      .extractCashtagsWithIndices(written)
      .map(({ cashtag, indices }): Piece => ({ kind: 'cashtag', from: indices[0], to: indices[1], value: cashtag })),
  ];
  const kept: Piece[] = [];
  let end = 0;
  for (const piece of pieces.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (piece.from < end) continue;
    kept.push(piece);
    end = piece.to;
  }
  return kept;
}

function linkTo(url: string): Trailer {
  const expandedUrl = /^https?:\/\//i.test(url) ? url : `http://${url}`;
  const bare = expandedUrl.replace(/^https?:\/\/(www\.)?/i, '');
  const displayUrl = bare.length > DISPLAY_LIMIT ? `${bare.slice(0, DISPLAY_LIMIT)}…` : bare;
  return { expandedUrl, displayUrl };
}

function shorten(seed: string): string {
  const code = createHash('sha256')
    .update(seed)
    .digest('base64')
    .replace(/[^A-Za-z0-9]/g, '');
  return `https://t.co/${code.slice(0, SHORT_CODE_LENGTH)}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
