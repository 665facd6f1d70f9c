/** What the settings' menu offers, in this order; each has a form of its own, `templates` a list, `history` is only read. */
export const TOPICS = [
  'hours',
  'holidays',
  'sla',
  'rights',
  'channels',
  'onCall',
  'escalation',
  'urgency',
  'rules',
  'together',
  'templates',
  'signatures',
  'checks',
  'topics',
  'bell',
  'reports',
  'general',
  'history',
] as const;

export type Topic = (typeof TOPICS)[number];

export function topicOf(name: string | null | undefined): Topic | null {
  return TOPICS.find((topic) => topic === name) ?? null;
}
