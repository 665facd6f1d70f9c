import type { IncomingMessage } from 'node:http';

/** A picture of five megabytes, in base64. */
const LIMIT_BYTES = 8_000_000;

/** A request's body: parsed when it is JSON, else its raw text; undefined when there is none or it cannot be read. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new Error('the body is too large');
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  const text = Buffer.concat(chunks).toString('utf8');
  if (!(request.headers['content-type'] ?? '').includes('application/json')) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}
