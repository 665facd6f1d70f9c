import { describe, expect, it } from 'vitest';
import { closeOpen } from '../../src/desk/close-open.ts';
import type { PublicationStatus } from '../../src/desk/publication.ts';
import { aMention, aPress, aPublication, BEN, berlin, effectsOf, granted, refusalOf } from './examples.ts';

const now = berlin('2026-11-24T10:20');

describe('"no answer needed" for one of several', () => {
  it('closes it with the reason, and the channel strikes it off', () => {
    const decision = granted(closeOpen(aMention(), aPress(), 'Spam', now));
    expect(decision.state).toMatchObject({ status: 'closed', closed: { reason: 'Spam' } });
    expect(effectsOf(decision, 'tell')).toHaveLength(1);
    expect(refusalOf(closeOpen(decision.state, aPress(), 'Spam', now)).reason).toBe('already-handled');
    expect(refusalOf(closeOpen(decision.state, aPress(BEN), 'Spam', now)).reason).toBe('already-done');
  });

  it.each<PublicationStatus>(['waiting', 'sending', 'unclear'])('leaves what is being answered (%s)', (status) => {
    const mention = aMention({ publications: [aPublication({ by: BEN, status })] });
    expect(refusalOf(closeOpen(mention, aPress(), '', now))).toMatchObject({ reason: 'answered-meanwhile', by: BEN });
  });

  it('leaves what was answered meanwhile, but not what waits again', () => {
    const publications = [aPublication({ by: BEN })];
    const answered = aMention({ status: 'answered', publications });
    expect(refusalOf(closeOpen(answered, aPress(), '', now))).toMatchObject({ reason: 'answered-meanwhile', by: BEN });
    expect(granted(closeOpen(aMention({ publications }), aPress(), '', now)).state.status).toBe('closed');
    expect(refusalOf(closeOpen(aMention({ status: 'answered' }), aPress(), '', now)).reason).toBe('already-done');
  });
});
