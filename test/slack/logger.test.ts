import { LogLevel, WebAPIPlatformError } from '@slack/web-api';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { toFault } from '../../src/slack/fault.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';

const CANARY = 'Kanarienvogel';

function said(say: (logger: ReturnType<typeof createSlackLogger>) => void): string {
  const lines: string[] = [];
  say(createSlackLogger(pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }), LogLevel.INFO));
  return lines.join('');
}

describe('what Slack’s packages log', () => {
  test.each([
    `invalid text ${CANARY} [json-pointer:/blocks/0/text]`,
    `Malformed request body: Unexpected token 'K', "${CANARY}" is not valid JSON`,
    `http request failed ${CANARY}`,
    `Failed to retrieve a new WSS URL (error: ${CANARY})`,
    `An unhandled error occurred while Bolt processed (type: x, error: Error: ${CANARY})`,
    CANARY,
  ])('is repeated without what may be somebody’s words: %s', (text) => {
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      expect(said((logger) => logger[level](text, { body: CANARY }, new Error(CANARY)))).not.toContain(CANARY);
    }
  });

  test('still says that the connection trembles and that a signature was wrong', () => {
    const wrong = 'Failed to parse and verify the request data: Failed to verify authenticity: signature mismatch';
    expect(said((logger) => logger.warn(wrong))).toContain('signature mismatch');
    expect(said((logger) => logger.warn("A pong wasn't received from the server before the timeout"))).toContain(
      'pong',
    );
    expect(said((logger) => logger.warn('http request failed', CANARY))).toContain('slack: http request failed');
  });
});

test('what Slack says of a refusal reaches people whole, and the log by its place alone', () => {
  const reason = `[ERROR] invalid text "${CANARY}" [json-pointer:/blocks/3/text/text]`;
  const error = new WebAPIPlatformError({
    ok: false,
    error: 'invalid_blocks',
    response_metadata: { messages: [reason] },
  });
  const fault = toFault(error, 'doubles');
  expect(fault.why).toContain(CANARY);
  expect(fault.logged).toBe('Slack says invalid_blocks; [json-pointer:/blocks/3/text/text]');
});
