/** Whom an escalation has reached, and what came of it. `by`, `to`, `at` and the like are ready for `mrkdwn`. */
export const escalation = {
  buttons: { take: 'I take it', sendBack: 'Send back' },
  taken: (by: string, at: string) => `taken by ${by}, ${at}`,
  answered: (by: string, at: string) => `answered by ${by}, ${at}`,
  sentBack: (by: string, at: string) => `sent back by ${by}, ${at}`,
  next: (to: string, at: string) => `then ${to}, ${at}`,
  asksNext: (by: string) => `${by} needs help with a customer’s public post, and nobody has taken it yet.`,
  asksNextGroup: (group: string, by: string) =>
    `${group} – ${by} needs help with a customer’s public post, and nobody has taken it yet.`,
  askedBefore: (who: string) => `Asked before: ${who}`,
  ago: (to: string, duration: string) => `${to} ${duration} ago`,
  why: 'Why does it go back?',
  whyHint: 'For the team, beside the card: who might know, or what is missing.',
  noteSentBack: (asker: string, by: string) => `${asker} – ${by} sent the question back:`,
  noteUntaken: (asker: string, who: string) =>
    `${asker} – nobody has taken this question. Asked were ${who}. Please ask on another way, or answer without them.`,
  noteLeft: (asker: string, by: string, duration: string) =>
    `${asker} – ${by} took this question ${duration} ago, and there is no answer yet.`,
  noticeSentBack: (by: string, what: string, name: string) =>
    `${by} sent the question about ${what} from ${name} back: it is yours again.`,
};
