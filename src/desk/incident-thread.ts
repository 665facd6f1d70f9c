import type { Incident } from './incident.ts';
import { isUnderWay, type Publication } from './publication.ts';

/**
 * The id of the post under which an incident's words stand as a thread: its first word that is public, which is a later
 * one where the announcement was refused or deleted. Null while nothing is public, or nobody knows where.
 */
export function threadHead(incident: Incident): string | null {
  return incident.publications.find(isPublic)?.post?.id ?? null;
}

/** Whether a word waits for an earlier one, which may still become the head of its thread. */
export function waitsForHead(incident: Incident, id: string): boolean {
  if (threadHead(incident) !== null) return false;
  const mine = incident.publications.findIndex((one) => one.id === id);
  return incident.publications.slice(0, Math.max(mine, 0)).some(isUnderWay);
}

function isPublic({ status, post }: Publication): boolean {
  return status === 'published' && post !== null;
}
