import { useState } from 'react';
import type { InteractiveElement } from '../../slack/blocks/elements.ts';
import { Ask } from './ask.tsx';
import { Boxes } from './boxes.tsx';
import { Files } from './files.tsx';
import { useLink } from './link.tsx';
import { Menu } from './menu.tsx';
import { Picker } from './picker.tsx';
import { type Choice, useSurface } from './surface.tsx';
import { Text } from './text.tsx';

export interface ElementProps<E extends InteractiveElement = InteractiveElement> {
  readonly block: string;
  readonly element: E;
  /** Of an input: its label names it. */
  readonly id?: string;
  readonly describedBy?: string;
  readonly isInput?: boolean;
}

/** One thing to press, choose from or type into. */
export function Element(props: ElementProps) {
  const { element, block, isInput = false } = props;
  const { press, fill } = useSurface();
  const follow = useLink();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ readonly go: () => void } | null>(null);
  const action_id = element.action_id ?? '';
  const confirm = 'confirm' in element ? element.confirm : undefined;

  function use(aim: { readonly value?: string | undefined; readonly option?: Choice }): void {
    const go = () => {
      setBusy(true);
      void press({ action_id, block_id: block, ...aim }).finally(() => setBusy(false));
    };
    if (confirm === undefined) go();
    else setAsked({ go });
  }

  function choose(option: Choice): void {
    if (isInput) fill(block, option);
    else use({ option });
  }

  return (
    <>
      {part()}
      {asked !== null && confirm !== undefined && (
        <Ask
          question={confirm}
          answer={(yes) => {
            setAsked(null);
            if (yes) asked.go();
          }}
        />
      )}
    </>
  );

  function part() {
    switch (element.type) {
      case 'button':
        return (
          <button
            type="button"
            className={`kit-button ${element.style ?? ''}`}
            aria-label={element.accessibility_label}
            aria-busy={busy}
            onClick={() => {
              if (busy) return;
              use({ value: element.value });
              if (element.url !== undefined) follow(element.url);
            }}
          >
            {element.text.text}
          </button>
        );
      case 'overflow':
        return (
          <Menu
            label="More actions"
            busy={busy}
            choices={element.options.map(({ text, value, url }) => ({
              text: text.text,
              run: () => {
                use({ option: value });
                if (url !== undefined) follow(url);
              },
            }))}
          />
        );
      case 'plain_text_input':
      case 'url_text_input':
      case 'email_text_input':
      case 'number_input':
        return <Text {...props} element={element} choose={choose} />;
      case 'radio_buttons':
      case 'checkboxes':
      case 'multi_static_select':
      case 'multi_users_select':
        return <Boxes {...props} element={element} choose={choose} />;
      case 'file_input':
        return <Files {...props} element={element} choose={choose} />;
      default:
        return <Picker {...props} element={element} choose={choose} />;
    }
  }
}
