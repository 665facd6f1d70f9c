/** What we said last time, in the form of an answer. */
export const recall = {
  head: 'What we said last time to posts like this',
  use: 'Use as draft',
  gone: 'That answer is no longer to be had: it was deleted, or its customer was forgotten.',
};
