import type { LogLevel, WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';

type SlackLogger = NonNullable<WebClientOptions['logger']>;

/**
 * Slack's packages log through ours, at info and above: at debug they write whole request bodies, with customers' words
 * and addresses that answer in our name.
 */
export function createSlackLogger(log: Logger, info: LogLevel): SlackLogger {
  return {
    debug() {},
    info: (...parts: unknown[]) => log.info(textOf(parts)),
    warn: (...parts: unknown[]) => log.warn(textOf(parts)),
    error: (...parts: unknown[]) => log.error(textOf(parts)),
    setLevel() {},
    getLevel: () => info,
    setName() {},
  };
}

/** Only texts: objects that come along are answers and requests. */
function textOf(parts: readonly unknown[]): string {
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part;
    return part instanceof Error ? `${part.name}: ${part.message}` : '';
  });
  return `slack: ${texts.filter((text) => text !== '').join(' ')}`.slice(0, 500);
}
