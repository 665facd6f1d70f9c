import { useState } from 'react';
import type { InteractiveElement } from '../../slack/blocks/elements.ts';
import { SAMPLE_NAMES } from '../../slack/blocks/sample-names.ts';
import type { ElementProps } from './element.tsx';
import { type Choice, useSurface } from './surface.tsx';

type FileInput = Extract<InteractiveElement, { type: 'file_input' }>;

/** Choosing a file: the practice workspace has a few pictures at hand, nothing is uploaded from this machine. */
export function Files(props: ElementProps<FileInput> & { readonly choose: (choice: Choice) => void }) {
  const { block, element, id, describedBy, choose } = props;
  const { chosen, error } = useSurface();
  const before = chosen(block, element.action_id ?? '');
  const [value, setValue] = useState([before ?? ''].flat()[0] ?? '');
  const offered = SAMPLE_NAMES.filter((name) => element.filetypes?.includes(name.split('.').at(-1) ?? '') ?? true);
  return (
    <select
      id={id}
      value={value}
      className={value === '' ? 'empty' : ''}
      aria-describedby={describedBy === '' ? undefined : describedBy}
      aria-invalid={error(block) !== undefined}
      onChange={({ currentTarget }) => {
        setValue(currentTarget.value);
        choose(currentTarget.value);
      }}
    >
      <option value="">Choose a file …</option>
      {offered.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
