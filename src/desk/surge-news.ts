import type { UserId } from './instant.ts';

/** Somebody started an incident from a surge. */
export interface SurgeNews {
  readonly type: 'surge-explained';
  readonly surge: string;
  readonly incident: string;
  readonly by: UserId;
}

/** To a mention: an incident that somebody started from a surge explains it. */
export interface ExplainsNews {
  readonly type: 'incident-explains';
  readonly incident: { readonly id: string; readonly number: number; readonly title: string };
  readonly by: UserId;
}
