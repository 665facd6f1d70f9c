import type { KnownBlock } from '@slack/types';
import type { Instant } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Picture, Post } from '../src/desk/post.ts';
import { context, image, plainSection } from './block.ts';
import type { ViewContext } from './context.ts';
import { hiddenLine } from './hidden.ts';
import { postMarks } from './post-marks.ts';
import { chosenPublications, isOver, publicationBlocks } from './publication.ts';
import { visible, webAddress, when } from './text.ts';

/** How much of a conversation there is room for. */
export interface ConversationRoom {
  /** Characters of the customer's first post. */
  readonly first: number;
  /** Characters of each other text. */
  readonly other: number;
  readonly posts: number;
  readonly publications: number;
  readonly pictures: number;
}

interface Said {
  readonly at: Instant;
  readonly blocks: KnownBlock[];
}

/** What the customer and we said, in order; the first post always, of the others the latest. */
export function conversation(mention: Mention, room: ConversationRoom, ctx: ViewContext): KnownBlock[] {
  const [first, ...later] = mention.posts;
  const posts = later.slice(-room.posts);
  const publications = chosenPublications(mention, room.publications);
  const left = picturesLeft([first, ...posts], room.pictures);

  const said: Said[] = [
    ...posts.map((post) => ({
      at: post.at,
      blocks: [
        context(`↪️ ${ctx.words.card.wroteAgain(when(post.at))}`),
        plainSection(post.text, room.other),
        ...postMarks(post, mention, room.other, ctx),
        ...pictures(post, left, ctx),
        ...hiddenLine(post, mention.network, ctx),
      ],
    })),
    ...publications.map((one) => ({ at: one.pressedAt, blocks: publicationBlocks(mention, one, room.other, ctx) })),
  ];
  said.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  return [
    plainSection(first.text, room.first),
    ...postMarks(first, mention, room.other, ctx),
    ...pictures(first, left, ctx),
    ...hiddenLine(first, mention.network, ctx),
    ...omitted(mention, later.length - posts.length, publications.length, left, ctx),
    ...said.flatMap((one) => one.blocks),
  ];
}

/** Which pictures are shown; Slack fetches them by a public https address. */
function picturesLeft(posts: readonly Post[], most: number): ReadonlySet<Picture> {
  const shown = posts.flatMap((post) => post.pictures).filter((picture) => httpsAddress(picture) !== null);
  return new Set(shown.slice(0, most));
}

function pictures(post: Post, shown: ReadonlySet<Picture>, ctx: ViewContext): KnownBlock[] {
  return post.pictures.flatMap((picture) => {
    const url = httpsAddress(picture);
    if (url === null || !shown.has(picture)) return [];
    const alt = visible(picture.alt).trim();
    return [image(url, alt === '' ? ctx.words.card.picture[picture.type] : alt)];
  });
}

function omitted(
  mention: Mention,
  posts: number,
  shown: number,
  left: ReadonlySet<Picture>,
  ctx: ViewContext,
): KnownBlock[] {
  const { card } = ctx.words;
  const publications =
    mention.publications.filter((one, index, all) => !isOver(one, all.slice(index + 1))).length - shown;
  const pictureCount = mention.posts.reduce((sum, post) => sum + post.pictures.length, 0) - left.size;
  const parts = [
    posts > 0 ? card.earlierPosts(posts) : '',
    publications > 0 ? card.earlierPublications(publications) : '',
    pictureCount > 0 ? card.morePictures(pictureCount) : '',
  ].filter(Boolean);
  return parts.length === 0 ? [] : [context(`+ ${parts.join(' · ')} – ${card.inHistory}`)];
}

function httpsAddress(picture: Picture): string | null {
  const url = picture.url === null ? null : webAddress(picture.url, 800);
  return url?.startsWith('https:') ? url : null;
}
