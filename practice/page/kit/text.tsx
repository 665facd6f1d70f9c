import { useState } from 'react';
import type { InteractiveElement } from '../../slack/blocks/elements.ts';
import type { ElementProps } from './element.tsx';
import { type Choice, useSurface } from './surface.tsx';

type TextElement = Extract<
  InteractiveElement,
  { type: 'plain_text_input' | 'url_text_input' | 'email_text_input' | 'number_input' }
>;

const KINDS = {
  plain_text_input: 'text',
  url_text_input: 'url',
  email_text_input: 'email',
  number_input: 'text',
} as const;

/** A text field. What is typed stands here at once and is told to the app behind that. */
export function Text(props: ElementProps<TextElement> & { readonly choose: (choice: Choice) => void }) {
  const { block, element, id, describedBy, choose } = props;
  const { chosen, error } = useSurface();
  const before = chosen(block, element.action_id ?? '');
  const [text, setText] = useState(typeof before === 'string' ? before : (element.initial_value ?? ''));
  const shared = {
    id,
    value: text,
    placeholder: element.placeholder?.text,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': error(block) !== undefined,
    autoComplete: 'off',
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      setText(currentTarget.value);
      choose(currentTarget.value);
    },
  };
  if (element.type === 'plain_text_input' && element.multiline === true) return <textarea rows={3} {...shared} />;
  return (
    <input type={KINDS[element.type]} inputMode={element.type === 'number_input' ? 'decimal' : undefined} {...shared} />
  );
}
