import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { FaultKind } from '../../practice/faults.ts';
import { toFault } from '../../src/slack/fault.ts';
import { CARD } from '../desk/examples.ts';
import { openSlack, textWith } from './slack-bench.ts';

const message = { channel: CARD.channel, text: 'hello' };

/** What becomes of a post and of an update while this goes wrong. */
async function during(kind: FaultKind) {
  const { slack, clients, workspace } = await openSlack();
  const { ts } = await clients.dispatch.chat.postMessage(message);
  slack.faults.add({ when: /^chat/, kind, retryAfterSeconds: 7 });
  const failed = async (call: Promise<unknown>, twice: 'doubles' | 'harmless') =>
    call.then(
      () => 'it succeeded',
      (error: unknown) => toFault(error, twice),
    );
  return {
    post: await failed(clients.dispatch.chat.postMessage(message), 'doubles'),
    update: await failed(clients.dispatch.chat.update({ ...message, ts: String(ts) }), 'harmless'),
    posted: workspace.messages(CARD.channel).length - 1,
    tries: workspace.requests.filter((each) => each.method === 'chat.postMessage').length - 1,
  };
}

describe('what a failed call to Slack means', () => {
  test('a rate limit: again after the time that Slack names', async () => {
    const { post, update } = await during('429');
    expect(post).toMatchObject({ act: 'retry', afterMs: 7_000, limited: true });
    expect(update).toMatchObject({ act: 'retry', afterMs: 7_000, limited: true });
  });

  test('a connection cut after the effect: a post is unclear and was sent once, an update may be repeated', async () => {
    const { post, update, posted, tries } = await during('cut-after');
    expect(post).toMatchObject({ act: 'unclear' });
    expect(update).toMatchObject({ act: 'retry', limited: false });
    expect({ posted, tries }).toEqual({ posted: 1, tries: 1 });
  });

  test('a server error: a post is unclear, whether or not it had its effect', async () => {
    for (const kind of ['500', '500-after'] as const) {
      const { post, update } = await during(kind);
      expect(post).toMatchObject({ act: 'unclear' });
      expect(update).toMatchObject({ act: 'retry' });
    }
  });

  test('no server there: surely nothing was sent', async () => {
    const { slack, clients } = await openSlack();
    await slack.stop();
    const error: unknown = await clients.dispatch.chat.postMessage(message).catch((reason: unknown) => reason);
    expect(toFault(error, 'doubles')).toMatchObject({ act: 'retry', why: textWith('ECONNREFUSED') });
  });

  test('a name that is not found, at any of its addresses: surely nothing was sent', () => {
    const lookup = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const failed = (cause: unknown) => new WebAPIRequestError(new TypeError('fetch failed', { cause }));
    expect(toFault(failed(lookup), 'doubles')).toMatchObject({ act: 'retry' });
    expect(toFault(failed(new AggregateError([refused, refused])), 'doubles')).toMatchObject({ act: 'retry' });
    const reading = Object.assign(new Error('read'), { code: 'EHOSTUNREACH', syscall: 'read' });
    expect(toFault(failed(reading), 'doubles')).toMatchObject({ act: 'unclear' });
  });

  test('a time-out: a post is unclear', () => {
    const error = new WebAPIRequestError(new DOMException('timed out', 'TimeoutError'));
    expect(toFault(error, 'doubles')).toEqual({
      act: 'unclear',
      why: 'the connection to Slack broke off: TimeoutError',
    });
  });

  test.each([
    ['not_in_channel', 'not-in-channel'],
    ['channel_not_found', 'not-in-channel'],
    ['is_archived', 'archived'],
    ['missing_scope', 'scope-missing'],
    ['message_not_found', 'message-gone'],
    ['invalid_blocks', 'blocks-refused'],
    ['msg_blocks_too_long', 'blocks-refused'],
    ['token_revoked', 'revoked'],
    ['invalid_auth', 'revoked'],
    ['account_inactive', 'revoked'],
    ['user_disabled', 'person-gone'],
    ['user_not_found', 'person-gone'],
    ['restricted_action', 'slack-refused'],
  ])('Slack says %s: given up as %s', (error, code) => {
    expect(toFault(new WebAPIPlatformError({ ok: false, error }), 'doubles')).toMatchObject({ act: 'give-up', code });
  });

  test('Slack says that something broke inside: a post may be there', () => {
    for (const error of ['internal_error', 'fatal_error', 'service_unavailable']) {
      expect(toFault(new WebAPIPlatformError({ ok: false, error }), 'doubles').act).toBe('unclear');
      expect(toFault(new WebAPIPlatformError({ ok: false, error }), 'harmless').act).toBe('retry');
    }
  });

  test('an answer that is no JSON comes from somebody in between: a post may be there, the page is not repeated', () => {
    const fault = toFault(new WebAPIPlatformError({ ok: false, error: '<html>sign in</html>' }), 'doubles');
    expect(fault).toEqual({ act: 'unclear', why: 'Slack answered with something that is not JSON' });
  });

  test('Slack’s own reasons are kept for the log', () => {
    const reasons = { response_metadata: { messages: ['[ERROR] must be less than 76 characters'] } };
    const fault = toFault(new WebAPIPlatformError({ ok: false, error: 'invalid_blocks', ...reasons }), 'doubles');
    expect(fault.why).toContain('less than 76 characters');
    const missing = { ok: false, error: 'missing_scope', needed: 'im:write' };
    const scope = toFault(new WebAPIPlatformError(missing), 'harmless');
    expect(scope.why).toContain('im:write');
  });
});
