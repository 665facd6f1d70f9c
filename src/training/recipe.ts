/** Everything that was chosen by trying, in one place; `npm run measure` shows what a change is worth. */
export const RECIPE = {
  /** How strongly weights are held at zero. */
  l2: 12,
  /** A feature must be in so many posts. */
  leastPosts: 2,
  /** How much a post of each set counts. */
  counts: { own: 0.3, plain: 2, service: 0.4, complaints: 2.5, german: 2, corrections: 2 },
  /** The same for telling questions, praise and the rest apart, which mostly our own posts teach. */
  quietL2: 2,
  /** The same for brush-offs, of which there are few examples. */
  brushOffL2: 2,
  folds: 5,
  /** No threshold that misses more complaints than this leaves. */
  leastRecall: 0.8,
  /** So much F1 is given for fewer missed complaints: the lowest threshold that costs no more is taken. */
  f1ForRecall: 0.008,
  /** How strongly the team's corrections are held at the packaged weights. */
  correctionsL2: 4,
} as const;
