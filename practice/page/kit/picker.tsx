import { useState } from 'react';
import type { InteractiveElement } from '../../slack/blocks/elements.ts';
import { useStage } from '../stage.tsx';
import { localField, secondsOf } from '../time.ts';
import type { ElementProps } from './element.tsx';
import { type Choice, useSurface } from './surface.tsx';

type PickerElement = Extract<
  InteractiveElement,
  {
    type:
      | 'static_select'
      | 'users_select'
      | 'conversations_select'
      | 'channels_select'
      | 'datepicker'
      | 'timepicker'
      | 'datetimepicker';
  }
>;

interface Group {
  readonly label: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** Choosing one thing: from a list, or a date or time. The browser's own controls, at home on every keyboard. */
export function Picker(props: ElementProps<PickerElement> & { readonly choose: (choice: Choice) => void }) {
  const { block, element, id, describedBy, choose, isInput = false } = props;
  const { chosen, error } = useSurface();
  const groups = useGroups(element);
  const before = chosen(block, element.action_id ?? '');
  const [value, setValue] = useState(typeof before === 'string' ? toField(element, before) : initial(element));
  const placeholder = 'placeholder' in element ? element.placeholder?.text : undefined;
  const shared = {
    id,
    'aria-label': isInput ? undefined : (placeholder ?? 'Choose'),
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': error(block) !== undefined,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      setValue(currentTarget.value);
      choose(toSlack(element, currentTarget.value));
    },
  };
  if (groups === null) return <input type={TYPES[element.type] ?? 'text'} value={value} {...shared} />;
  return (
    <select value={value} className={value === '' ? 'empty' : ''} {...shared}>
      <option value="">{placeholder ?? 'Choose an option'}</option>
      {groups.map(({ label, options }) => {
        const list = options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ));
        if (label === null) return list;
        return (
          <optgroup key={label} label={label}>
            {list}
          </optgroup>
        );
      })}
    </select>
  );
}

const TYPES: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/** Null for what is no list. */
function useGroups(element: PickerElement): readonly Group[] | null {
  const { shown, me } = useStage();
  switch (element.type) {
    case 'static_select':
      return [
        { label: null, options: (element.options ?? []).map(({ value, text }) => ({ value, text: text.text })) },
        ...(element.option_groups ?? []).map(({ label, options }) => ({
          label: label.text,
          options: options.map(({ value, text }) => ({ value, text: text.text })),
        })),
      ];
    case 'users_select':
      return [{ label: null, options: shown.staff.map(({ id, realName }) => ({ value: id, text: realName })) }];
    case 'conversations_select':
    case 'channels_select': {
      const mine = shown.channels.filter(({ name, members }) => name !== '' && members.includes(me.id));
      return [{ label: null, options: mine.map(({ id, name }) => ({ value: id, text: `#${name}` })) }];
    }
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return null;
  }
}

function initial(element: PickerElement): string {
  switch (element.type) {
    case 'static_select':
      return element.initial_option?.value ?? '';
    case 'users_select':
      return element.initial_user ?? '';
    case 'conversations_select':
      return element.initial_conversation ?? '';
    case 'channels_select':
      return element.initial_channel ?? '';
    case 'datepicker':
      return element.initial_date ?? '';
    case 'timepicker':
      return element.initial_time ?? '';
    case 'datetimepicker':
      return element.initial_date_time === undefined ? '' : localField(element.initial_date_time);
  }
}

/** What Slack keeps of a choice, as its field wants it. */
function toField(element: PickerElement, kept: string): string {
  return element.type === 'datetimepicker' && kept !== '' ? localField(Number(kept)) : kept;
}

/** A date with time goes to Slack in seconds, whatever zone its reader is in. */
function toSlack(element: PickerElement, value: string): string {
  return element.type === 'datetimepicker' ? String(secondsOf(value) ?? '') : value;
}
