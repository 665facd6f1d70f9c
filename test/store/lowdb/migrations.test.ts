import { describe, expect, it } from 'vitest';
import { withReports } from '../../../src/store/lowdb/migrations.ts';

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
