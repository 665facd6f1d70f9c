/** A text too long for one post, as several. Buttons of a modal have at most 24 characters. */
export const posts = {
  split: (n: number) => `Split into ${n} posts`,
  whole: 'Keep it one post',
  send: (n: number) => `Send ${n} posts`,
  publish: (n: number) => `Publish ${n} posts`,
  shown: (n: number) => `Goes out as ${n} posts, each below the one before:`,
  tooMany: (n: number) => `More than ${n} posts would be too many.`,
  lookAgain: 'The text has changed since the posts were shown. Please look at them again, then send.',
  behind: 'goes out once the post before it is public',
};
