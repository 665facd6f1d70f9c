import { incidentRef, mentionRef, type Ref } from '../src/desk/ref.ts';

/** Of an aggregate that speaks in public; null for any other. */
export function publisherRef(ref: Pick<Ref, 'type' | 'id'>): Ref<'mention' | 'incident'> | null {
  if (ref.type === 'mention') return mentionRef(ref.id);
  return ref.type === 'incident' ? incidentRef(ref.id) : null;
}
