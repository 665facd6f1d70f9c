/** A file in an archive. */
export interface Packed {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * The part of tar (POSIX.1-1988 ustar) that a backup needs: plain files with short names, so that everybody's tar reads
 * it. https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06
 */
const BLOCK = 512;
const LONGEST_NAME = 100;
const PLAIN_FILE = '0';

export async function* packTar(files: AsyncIterable<Packed>, at: Date): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of files) {
    yield header(name, bytes.length, at);
    yield bytes;
    yield Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** @throws Error when it is no such archive, or ends too early */
export async function* unpackTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<Packed> {
  let rest: Buffer = Buffer.alloc(0);
  const source = chunks[Symbol.asyncIterator]();

  async function next(length: number): Promise<Buffer> {
    const parts = [rest];
    let had = rest.length;
    while (had < length) {
      const chunk = await source.next();
      if (chunk.done === true) throw new Error('the archive ends too early');
      parts.push(chunk.value);
      had += chunk.value.length;
    }
    const all = Buffer.concat(parts);
    rest = all.subarray(length);
    return all.subarray(0, length);
  }

  for (;;) {
    const head = await next(BLOCK);
    if (head.every((byte) => byte === 0)) return;
    if (Number.parseInt(text(head, 148, 8), 8) !== checksum(head)) throw new Error('the archive is damaged');
    const size = Number.parseInt(text(head, 124, 12), 8);
    const bytes = await next(size);
    await next((BLOCK - (size % BLOCK)) % BLOCK);
    const kind = text(head, 156, 1);
    if (kind === PLAIN_FILE || kind === '') yield { name: text(head, 0, LONGEST_NAME), bytes };
  }
}

function header(name: string, size: number, at: Date): Buffer {
  const head = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`${name} is too long for an archive`);
  head.write(name, 0);
  head.write('0000600\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${octal(size, 11)}\0`, 124);
  head.write(`${octal(Math.floor(at.getTime() / 1_000), 11)}\0`, 136);
  head.write(PLAIN_FILE, 156);
  head.write('ustar\x0000', 257);
  head.write(`${octal(checksum(head), 6)}\0 `, 148);
  return head;
}

/** Of all bytes, those of the sum itself counted as spaces. */
function checksum(head: Buffer): number {
  return head.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function text(head: Buffer, from: number, length: number): string {
  const field = head.toString('utf8', from, from + length);
  const end = field.indexOf('\0');
  return (end === -1 ? field : field.slice(0, end)).trim();
}
