import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Mrkdwn, Words } from '../../practice/page/kit/mrkdwn.tsx';
import { sortOut } from '../../practice/page/shown.ts';
import { type Stage, StageProvider } from '../../practice/page/stage.tsx';

const anna = { is: 'person', id: 'U1', name: 'anna', realName: 'Anna Albers', role: 'Support' } as const;
const stage: Stage = {
  shown: sortOut(new Map([['person U1', anna]])),
  me: anna,
  be: () => {},
  act: async () => ({ ok: true }),
  say: () => {},
  openThread: () => {},
  goToMessage: () => {},
  goToPost: () => {},
  intent: null,
  openIntent: () => {},
};

const drawn = (text: string) =>
  renderToStaticMarkup(
    <StageProvider stage={stage}>
      <Mrkdwn text={text} />
    </StageProvider>,
  ).replace(/^<div class="words">([\s\S]*)<\/div>$/, '$1');

describe('a text of ours', () => {
  it.each([
    ['*late* by _much_, ~no~ `code`', '<strong>late</strong> by <em>much</em>, <s>no</s> <code>code</code>'],
    ['2*3*4 snake_case_name', '2*3*4 snake_case_name'],
    ['> quoted\nnot', '<blockquote>quoted</blockquote>not'],
    ['<@U1> said', '<span class="mention">@Anna Albers</span> said'],
    [
      '*<https://practice.slack.com/archives/C1/p1|#1>*',
      '<strong><button type="button" class="link">#1</button></strong>',
    ],
  ])('%j is drawn as Slack does', (text, html) => {
    expect(drawn(text)).toBe(html);
  });
});

describe('a customer’s words', () => {
  it.each([
    ['&lt;!channel&gt;', '&lt;!channel&gt;'],
    ['&lt;https://evil.example|bank&gt;', '&lt;https://evil.example|bank&gt;'],
    ['&lt;img src=x onerror=alert(1)&gt;', '&lt;img src=x onerror=alert(1)&gt;'],
    ['&amp;lt;b&amp;gt;', '&amp;lt;b&amp;gt;'],
  ])('that were escaped stay words: %s', (text, html) => {
    expect(drawn(text)).toBe(html);
  });

  it('in plain text are no marks at all', () => {
    const text = '*bold* <!here> &lt;b&gt; <script>';
    expect(renderToStaticMarkup(<Words text={{ type: 'plain_text', text }} />)).toBe(
      '<div class="words">*bold* &lt;!here&gt; &amp;lt;b&amp;gt; &lt;script&gt;</div>',
    );
  });
});
