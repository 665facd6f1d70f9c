import { useState } from 'react';
import type { InteractiveElement } from '../../slack/blocks/elements.ts';
import { useStage } from '../stage.tsx';
import type { ElementProps } from './element.tsx';
import { type Choice, useSurface } from './surface.tsx';

type BoxesElement = Extract<
  InteractiveElement,
  { type: 'radio_buttons' | 'checkboxes' | 'multi_static_select' | 'multi_users_select' }
>;

/** One of several, or several of several, all of them in sight. */
export function Boxes(props: ElementProps<BoxesElement> & { readonly choose: (choice: Choice) => void }) {
  const { block, element, id, choose } = props;
  const { chosen } = useSurface();
  const { shown } = useStage();
  const before = chosen(block, element.action_id ?? '');
  const [values, setValues] = useState(before === undefined ? initial(element) : [before].flat());
  const one = element.type === 'radio_buttons';
  const options =
    element.type === 'multi_users_select'
      ? shown.staff.map(({ id: value, realName: text }) => ({ value, text, description: undefined }))
      : choicesOf(element);

  function toggle(value: string): void {
    const rest = values.filter((other) => other !== value);
    const next = one ? [value] : rest.length === values.length ? [...values, value] : rest;
    setValues(next);
    choose(one ? value : next);
  }

  return (
    <fieldset className="kit-boxes" aria-labelledby={id === undefined ? undefined : `${id}-label`}>
      {options.map(({ value, text, description }, index) => (
        <label key={value}>
          <input
            type={one ? 'radio' : 'checkbox'}
            id={index === 0 ? id : undefined}
            name={`${block} ${element.action_id}`}
            checked={values.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>
            {text}
            {description !== undefined && <span className="quiet"> {description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function choicesOf(element: Exclude<BoxesElement, { type: 'multi_users_select' }>) {
  const groups = element.type === 'multi_static_select' ? (element.option_groups ?? []) : [];
  const options = [...(element.options ?? []), ...groups.flatMap((group) => group.options)];
  return options.map(({ value, text, description }) => ({
    value,
    text: text.text,
    description: description?.text,
  }));
}

function initial(element: BoxesElement): string[] {
  switch (element.type) {
    case 'radio_buttons':
      return element.initial_option === undefined ? [] : [element.initial_option.value];
    case 'checkboxes':
    case 'multi_static_select':
      return (element.initial_options ?? []).map(({ value }) => value);
    case 'multi_users_select':
      return element.initial_users ?? [];
  }
}
