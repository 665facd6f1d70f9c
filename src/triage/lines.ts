import { LONGEST } from './tokens.ts';

/**
 * Cuts a stream of text into its lines at \n alone (a post may hold Unicode's other line ends), keeping of each no more than
 * a post can have. An empty line is a line; what follows the last \n is one if there is anything.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let line = '';
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    line = appended(line, first);
    for (const next of others) {
      yield withoutReturn(line);
      line = appended('', next);
    }
  }
  if (line !== '') yield withoutReturn(line);
}

function appended(line: string, more: string): string {
  return line.length >= LONGEST ? line : (line + more).slice(0, LONGEST);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
