import type { Instant } from '../desk/instant.ts';
import type { Author } from '../desk/mention.ts';
import type { PictureBytes } from '../desk/picture.ts';
import type { Picture } from '../desk/post.ts';
import type { PublicPost } from '../desk/publication.ts';
import type { SpendingItem } from '../desk/spending.ts';

/** A post as a network delivered it, in our words. Text is plain: entities decoded, short links expanded. */
export interface NetworkPost {
  readonly id: string;
  readonly conversation: string;
  readonly author: Author;
  readonly text: string;
  /** As the network says: `de`, `en`, `und`, …; empty when it says nothing. */
  readonly lang: string;
  readonly at: Instant;
  readonly url: string;
  readonly pictures: readonly Picture[];
  /** How many liked it and passed it on, with words of their own or without; null where the network does not say. */
  readonly likes: number | null;
  readonly reposts: number | null;
  /** The post that this one answers, and whose it is. */
  readonly inReplyTo: string | null;
  readonly inReplyToAuthor: string | null;
  /** The ids of all its versions, oldest first, its own last: an edited post comes under a new id. */
  readonly versions: readonly string[];
  /** A plain repost without words of its own. */
  readonly isRepost: boolean;
}

/** A post that could not be read; kept and shown, while the rest goes on. */
export interface SetAside {
  /** The network's id if at least that could be read. */
  readonly id: string | null;
  readonly reason: string;
  readonly raw: string;
}

export interface PostsRead {
  /** Oldest first. */
  readonly posts: readonly NetworkPost[];
  readonly setAside: readonly SetAside[];
  /** To be saved only after the posts are; null when there was nothing new and no cursor before. */
  readonly cursor: string | null;
  /** They are as many as the network remembers: what came before them can't be read any more. */
  readonly isCut?: boolean;
}

/** What a search found; when it found too many, the oldest were left out. */
export interface SearchRead extends PostsRead {
  readonly tooMany: boolean;
}

/** Posts as they are now. What is in neither list could not be read this time. */
export interface PostsNow {
  /** Under their newest ids. */
  readonly posts: readonly NetworkPost[];
  /** The ids that the network says do not exist, in so many words. */
  readonly gone: readonly string[];
  /** The ids that it says are there and not for us to see: of a protected or suspended account. */
  readonly withdrawn: readonly string[];
}

/** A social network, as Earshot uses it. Every call throws `CallFault` and never retries by itself. */
export interface Network {
  /** `x` */
  readonly name: string;
  /** Our own account; asked for once and remembered. */
  self(): Promise<{ readonly id: string; readonly handle: string }>;
  /**
   * Every mention of us after the cursor, paged to the end.
   * @param since where a previous read ended; null at the very first start
   * @param notBefore posts older than this are left alone at the first start, and when looking back
   * @param lookBackMs how far before the cursor to begin, for what the network lists late; what is known comes again
   */
  readMentions(since: string | null, notBefore: Date, lookBackMs?: number): Promise<PostsRead>;
  /** The same of what our own account published, by us or in the network's own app. A post's id is a cursor, too. */
  readOwn(since: string | null, notBefore: Date): Promise<PostsRead>;
  /**
   * The same of posts with these words (a query in the network's own language) that do not name our account. The network
   * takes no replies to them by its API.
   */
  readSearch(words: string, since: string | null, notBefore: Date): Promise<SearchRead>;
  /** These posts as they are now; any number of ids. */
  readPosts(ids: readonly string[]): Promise<PostsNow>;
  /** Whether two texts are the same to this network, which may change spaces and links; of one author to one post. */
  isSameText(a: string, b: string): boolean;
  /** Publishes once. A fault of `unclear` means that it may be public. */
  publish(text: string, inReplyTo: string | null, media?: MediaId): Promise<PublicPost>;
  /**
   * Hands over a picture for a post that follows within the hour; nothing is public by it. Never fails as `unclear`.
   * @param alt what it shows, for those who can't see it
   */
  upload(picture: PictureBytes, alt: string): Promise<MediaId>;
  /** Takes a post of ours back; one that is gone already counts as done. */
  remove(postId: string): Promise<void>;
  /** Hides somebody's post under one of ours, or shows it again; asking twice does no harm. */
  hide(postId: string, hidden: boolean): Promise<void>;
  /** Our own post with this text (and answering this post) since an instant, or null. */
  findOwn(text: string, inReplyTo: string | null, since: Date): Promise<PublicPost | null>;
  /** Our own account's name, without asking for it; null while we don't know who we are. */
  ourHandle(): string | null;
  /** Where a customer opens a private message to us; null where the network has none, or while we don't know who we are. */
  messageUrl(): string | null;
  /** Where staff can see a post of ours or a customer's. */
  urlOf(postId: string): string;
}

/** Hears what a network will bill us for. */
export interface Meter {
  /** One call: how many units of the item it was billed for, and their price in millionths of a dollar. */
  spent(item: SpendingItem, units: number, micros: number): void;
}

/** The network's own name for a picture that it holds for us. */
export type MediaId = string;

/** A network, asked for the doctor: nothing is published. Every call throws `CallFault`. */
export interface NetworkProbe {
  /** The account that would publish. `mayPublish` is null where only a post would show it. */
  account(): Promise<{ readonly handle: string; readonly mayPublish: boolean | null }>;
  /** One read of our mentions, as intake does it, of the last few seconds only. */
  read(): Promise<{ readonly tookMs: number; readonly limit: ReadLimit | null }>;
  /** One search with the team's words, of the last few seconds only; throws when the account or the words don't do. */
  search(words: string): Promise<void>;
  /** What its calls cost, a line each; empty for a network that is free. */
  readonly prices: readonly string[];
}

/** Reads of our mentions that the network allows in its present window. */
export interface ReadLimit {
  readonly most: number;
  readonly left: number;
  readonly windowMs: number;
  readonly resetsAt: Date;
}
