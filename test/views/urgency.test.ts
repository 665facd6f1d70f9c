import { describe, expect, test } from 'vitest';
import type { Urgency } from '../../src/desk/urgency-reason.ts';
import { card, cardPlain } from '../../views/card.ts';
import { moreModal } from '../../views/forms/more.ts';
import { ACTION } from '../../views/ids.ts';
import { mentionRow } from '../../views/mention-row.ts';
import { when } from '../../views/text.ts';
import { pressable, shownText } from './limits.ts';
import { context, mention, NOW } from './sample.ts';

const ctx = context();
const AT = NOW.toISOString();
const urgent: Urgency = {
  level: 'urgent',
  reasons: [
    { type: 'followers', count: 12_400 },
    { type: 'repeats', count: 3 },
  ],
};
const law: Urgency = { level: 'urgent', reasons: [{ type: 'law', words: ['lawyer'] }] };
const named = (language: 'en' | 'de' = 'en') => {
  const base = context(language);
  const lock = { group: 'SLEGAL', people: ['U0EVA'] };
  return { ...base, desk: { ...base.desk, settings: { ...base.desk.settings, lock } } };
};

describe('the card of an urgent mention', () => {
  test('says so, and why', () => {
    const line = '⚠️ *urgent:* 12,400 followers · third post without an answer';
    expect(shownText(card(mention({ urgency: urgent }), ctx))).toContain(line);
    expect(shownText(cardPlain(mention({ urgency: urgent }), ctx))).toContain(line);
    expect(card(mention({ urgency: urgent }), ctx).text).toMatch(/^⚠️ 🔴 Complaint #42/);
    expect(shownText(card(mention({ urgency: urgent }), context('de')))).toContain(
      '⚠️ *dringend:* 12.400 Follower · dritter Beitrag ohne Antwort',
    );
  });

  test('tells what is raised in a quieter line', () => {
    const raised: Urgency = { level: 'raised', reasons: [{ type: 'likes', count: 1 }, { type: 'vip' }] };
    expect(shownText(card(mention({ urgency: raised }), ctx))).toContain('🔺 *raised:* 1 like · on the VIP list');
  });

  test('is quiet once it is settled, and about the usual', () => {
    const settled = shownText(card(mention({ urgency: urgent, status: 'answered' }), ctx));
    expect(settled).not.toContain('urgent');
    expect(shownText(card(mention(), ctx))).not.toMatch(/urgent|raised/);
  });

  test('leaves danger to its own line', () => {
    const danger: Urgency = { level: 'urgent', reasons: [{ type: 'danger', words: ['fire'] }] };
    expect(shownText(card(mention({ urgency: danger }), ctx))).not.toContain('*urgent:*');
  });

  test('and its row in a list have a mark', () => {
    expect(JSON.stringify(mentionRow(mention({ urgency: urgent }), undefined, ctx))).toContain('⚠️ 🔴');
  });
});

describe('the card of a locked mention', () => {
  const locked = mention({ urgency: law });

  test('says who alone answers it, and offers all others to ask them, first', () => {
    const shown = card(locked, named());
    expect(shownText(shown)).toContain(
      '🔒 *Only <!subteam^SLEGAL>, <@U0EVA> may answer this* (law). Everybody else: Escalate.',
    );
    const [first, second] = pressable(shown);
    expect(first).toMatchObject({ action: ACTION.escalate, style: 'primary' });
    expect(second).toMatchObject({ action: ACTION.reply });
    expect(second?.style).toBeUndefined();
  });

  test('is as any other while nobody is named for such', () => {
    expect(shownText(card(locked, ctx))).not.toContain('🔒');
    expect(pressable(card(locked, ctx))[0]?.action).toBe(ACTION.reply);
  });

  test('says who lifted the lock and why, and offers to lock it again', () => {
    const lifted = { ...locked, unlocked: { by: 'U0EVA', at: AT, reason: 'Meant as a joke' } };
    expect(shownText(card(lifted, named()))).toContain(`🔓 Lock lifted by <@U0EVA>, ${when(AT)}: Meant as a joke`);
    expect(pressable(card(lifted, named()))[0]?.action).toBe(ACTION.reply);
    expect(pressable(moreModal(lifted, named())).map(({ action }) => action)).toContain(ACTION.lockAgain);
    expect(pressable(moreModal(locked, named())).map(({ action }) => action)).toContain(ACTION.liftLock);
    expect(pressable(moreModal(mention(), named())).map(({ action }) => action)).not.toContain(ACTION.liftLock);
  });
});
