/** A part of a query: words that must all be there, alternatives, one turned round, or a single operator. */
export type Query =
  | { readonly is: 'all' | 'any'; readonly parts: readonly Query[] }
  | { readonly is: 'not'; readonly part: Query }
  | { readonly is: 'term'; readonly term: string };

const LONGEST = 512;
const OPERATOR = /^(?:from|to|is|has|lang|conversation_id|url|retweets_of|context|entity|place|bio|list):/i;
const KNOWN_IS = ['is:retweet', 'is:reply', 'is:quote', 'is:verified'];

/**
 * Parses a query as X reads it: a space is AND and binds closer than `OR` (in capitals), parentheses group, `-` turns
 * round what follows; a query needs something that is not turned round.
 * https://docs.x.com/x-api/posts/search/integrate/build-a-query
 * @returns the query, or X's complaint about it
 */
export function parseQuery(text: string): Query | { readonly fault: string } {
  if (text.length > LONGEST) return { fault: `Query is too long: ${text.length} of ${LONGEST} characters` };
  const tokens = text.match(/"[^"]*"?|[()]|-(?=[("@\w])|[^\s()"]+(?:"[^"]*")?/gu) ?? [];
  let next = 0;
  let fault: string | null = null;

  function any(): Query {
    const parts = [all()];
    while (tokens[next] === 'OR') {
      next += 1;
      parts.push(all());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: 'any', parts };
  }

  function all(): Query {
    const parts: Query[] = [];
    while (next < tokens.length && tokens[next] !== 'OR' && tokens[next] !== ')') parts.push(one());
    if (parts.length === 0) fault ??= "missing EOF or an operator at 'OR'";
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: 'all', parts };
  }

  function one(): Query {
    const token = tokens[next] ?? '';
    next += 1;
    if (token === '-') return { is: 'not', part: one() };
    if (token === '(') {
      const inside = any();
      if (tokens[next] !== ')') fault ??= "missing ')' at '<EOF>'";
      next += 1;
      return inside;
    }
    if (token.startsWith('"') && (token.length < 2 || !token.endsWith('"'))) fault ??= 'unbalanced quotation marks';
    if (/^is:/i.test(token) && !KNOWN_IS.includes(token.toLowerCase()))
      fault ??= `Reference to invalid operator '${token}'`;
    return { is: 'term', term: token };
  }

  const query = any();
  if (next < tokens.length) fault ??= `extraneous input '${tokens[next]}'`;
  if (fault === null && !standsAlone(query)) {
    fault = 'Rules must contain at least one positive, non-stopword clause';
  }
  return fault === null
    ? query
    : { fault: `There were errors processing your request: ${fault} (at position ${next})` };
}

/** Conjunction-required operators such as `is:` find nothing by themselves. */
function standsAlone(query: Query): boolean {
  switch (query.is) {
    case 'term':
      return query.term !== '' && !(OPERATOR.test(query.term) && /^(?:is|has|lang):/i.test(query.term));
    case 'not':
      return false;
    case 'all':
      return query.parts.some(standsAlone);
    case 'any':
      return query.parts.every(standsAlone);
  }
}
