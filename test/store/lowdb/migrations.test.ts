import { describe, expect, it } from 'vitest';
import { withReports, withWholeDesk } from '../../../src/store/lowdb/migrations.ts';

describe('version 2', () => {
  it('gives a channel no weekly report yet', () => {
    const record = { number: 1, state: { type: 'channel', id: 'C1', again: [] }, effects: [] };
    expect(withReports(record)).toEqual({ ...record, state: { ...record.state, weekly: null } });
  });

  it('names nobody of the staff, and keeps the settings', () => {
    const record = { number: 1, state: { type: 'desk', id: 'desk', settings: { undoSeconds: 5 } }, effects: [] };
    expect(withReports(record)).toEqual({
      ...record,
      state: {
        ...record.state,
        settings: { undoSeconds: 5, reports: { weekly: null } },
        staffNames: { on: false, asked: null },
      },
    });
  });

  it('leaves everything else as it is', () => {
    for (const record of [{ number: 1, state: { type: 'mention', id: 'x:1' }, effects: [] }, null, 'damaged']) {
      expect(withReports(record)).toBe(record);
    }
  });
});

describe('version 3', () => {
  it('gives a mention, its posts and its texts what they lack, and keeps what they have', () => {
    const state = {
      type: 'mention',
      id: 'x:1',
      topics: ['billing'],
      posts: [{ id: '1', text: 'Help' }],
      publications: [{ id: 'p1', text: 'We are on it', confirmedBy: 'Dmitri' }],
    };
    expect(withWholeDesk({ number: 1, state, effects: [] })).toMatchObject({
      number: 1,
      state: {
        topics: ['billing'],
        promises: [],
        snooze: null,
        posts: [{ id: '1', text: 'Help', via: 'mention', versions: [], deletedAt: null, hidden: null }],
        publications: [{ id: 'p1', text: 'We are on it', confirmedBy: 'Dmitri', after: null, picture: null }],
      },
    });
  });

  it('leaves what it does not know as it is', () => {
    for (const record of [{ number: 1, state: { type: 'spaceship' }, effects: [] }, null, 'damaged']) {
      expect(withWholeDesk(record)).toEqual(record);
    }
  });
});
