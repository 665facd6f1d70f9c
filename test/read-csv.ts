/**
 * Reads as spreadsheets do, with whatever delimiter they take for the right one: a cell that begins with a quote goes on
 * to the closing one, and what follows up to the delimiter belongs to it still.
 */
export function readCsv(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let rest = csv.replace(/^\uFEFF/, '');
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)(?:"|$)/.exec(rest);
    const plain = rest.slice(quoted?.[0].length ?? 0);
    const tail = plain.slice(0, plain.search(new RegExp(`[${delimiter}\r\n]|$`)));
    rows.at(-1)?.push((quoted?.[1] ?? '').replaceAll('""', '"') + tail);
    rest = plain.slice(tail.length);
    if (rest.startsWith(delimiter)) {
      rest = rest.slice(1);
      if (rest === '') rows.at(-1)?.push('');
    } else if (rest !== '') {
      rest = rest.replace(/^(?:\r\n|\r|\n)/, '');
      if (rest !== '') rows.push([]);
    }
  }
  return rows;
}
