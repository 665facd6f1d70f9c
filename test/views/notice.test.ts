import { describe, expect, test } from 'vitest';
import { ACTION } from '../../views/ids.ts';
import { notice } from '../../views/notice.ts';
import { pressable, shownText } from './limits.ts';
import { context, incident, mention, post, publication } from './sample.ts';

const ctx = context();
const LINK = '<https://acme.slack.com/archives/CSUPPORT/p1772528400000100|#42>';

describe('a direct message', () => {
  test('warns the owner before the answer is due, with a link to the card', () => {
    const shown = notice(mention({ owner: 'UANNA' }), { type: 'due-soon', clock: 'c1' }, ctx);
    expect(shown.text).toContain(`Claimed by you and due soon: ${LINK} from Jane Doe`);
    expect(shownText(shown)).toContain('My internet has been down');
  });

  test('tells the owner that their customer wrote again, with the words and a way to answer', () => {
    const later = post({ id: '1002', text: 'Still <nothing>!' });
    const about = mention({ owner: 'UANNA', posts: [post(), later] });
    const shown = notice(about, { type: 'wrote-again', post: '1002' }, ctx);
    expect(shown.text).toContain(`Claimed by you: ${LINK} – Jane Doe wrote again`);
    expect(shownText(shown)).toContain('Still <nothing>!');
    expect(pressable(shown)).toMatchObject([{ action: ACTION.reply }]);
  });

  test('gives back a text that was not sent: why, the text, and a button to try again', () => {
    const failed = publication({ status: 'failed', post: null, fault: { code: 'expired', detail: '' } });
    const shown = notice(mention({ publications: [failed] }), { type: 'not-sent', publication: 'p1' }, ctx);
    expect(shownText(shown)).toContain(`*Reply for ${LINK} was not sent.*\nIt waited too long to go out.`);
    expect(shownText(shown)).toContain('Hi Jane, we are on it.');
    expect(pressable(shown)[0]).toMatchObject({ action: ACTION.reply, label: 'Reply again' });
  });

  test('says that the network would not hide a post, in its words, and what that means', () => {
    const why = 'You are not allowed to hide this reply.';
    const shown = notice(mention(), { type: 'not-hidden', post: '1001', hidden: true, why }, ctx);
    expect(shown.text).toContain(`It could not be hidden on X.* ${LINK}`);
    expect(shown.text).toContain(`X says: ${why}`);
    expect(shownText(shown)).toContain('My internet has been down');
  });

  test('leads from a failed incident update back to its form', () => {
    const failed = publication({ status: 'failed', purpose: 'incident-resolve', post: null });
    const shown = notice(incident({ publications: [failed] }), { type: 'not-sent', publication: 'p1' }, ctx);
    expect(shown.text).toContain('|Incident 3> was not sent');
    expect(pressable(shown)[0]).toMatchObject({ action: ACTION.incidentResolve });
  });

  test('says that a text is still public when it could not be deleted', () => {
    const shown = notice(mention({ publications: [publication()] }), { type: 'not-deleted', publication: 'p1' }, ctx);
    expect(shown.text).toContain('could not be deleted and is still public');
    expect(shownText(shown)).toContain('<https://x.com/acme/status/2001|See the post>');
  });
});
