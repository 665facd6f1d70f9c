import { type ReactNode, useId } from 'react';
import type { Block } from '../../slack/blocks/layout.ts';
import { DataTable } from './data-table.tsx';
import { Drawn } from './drawn.tsx';
import { Element } from './element.tsx';
import { Words } from './mrkdwn.tsx';
import { useSurface } from './surface.tsx';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

/** Blocks as Slack shows them. What has texts or can be used is drawn here, the rest by the library. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const parts: ReactNode[] = [];
  let read: Block[] = [];
  function flush(): void {
    if (read.length > 0) parts.push(<Drawn key={`read ${read[0]?.block_id}`} blocks={read} />);
    read = [];
  }
  for (const block of blocks) {
    const ours = drawnHere(block);
    if (ours === null) {
      read.push(block);
      continue;
    }
    flush();
    parts.push(ours);
  }
  flush();
  return <div className="blocks">{parts}</div>;
}

/** Null for what the library draws: headers, dividers, rich text, charts. */
function drawnHere(block: Block): ReactNode {
  const key = block.block_id;
  switch (block.type) {
    case 'actions':
      return <Actions key={key} block={block} />;
    case 'input':
      return <Input key={key} block={block} />;
    case 'section':
      return <Section key={key} block={block} />;
    case 'context':
      return <Context key={key} block={block} />;
    case 'image':
      return <Picture key={key} alt={block.alt_text} />;
    case 'data_table':
      return <DataTable key={key} block={block} />;
    default:
      return null;
  }
}

function Actions({ block }: { readonly block: Of<'actions'> }) {
  return (
    <div className="kit-actions">
      {block.elements.map((element) => (
        <Element key={element.action_id} block={block.block_id ?? ''} element={element} />
      ))}
    </div>
  );
}

function Section({ block }: { readonly block: Of<'section'> }) {
  const { accessory, text, fields } = block;
  return (
    <div className="kit-section">
      <div>
        {text !== undefined && <Words text={text} />}
        {fields !== undefined && (
          <div className="kit-fields">
            {fields.map((field) => (
              <Words key={field.text} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory === undefined ? null : accessory.type === 'image' ? (
        <Picture alt={accessory.alt_text} />
      ) : (
        <Element block={block.block_id ?? ''} element={accessory} />
      )}
    </div>
  );
}

function Context({ block }: { readonly block: Of<'context'> }) {
  return (
    <div className="kit-context">
      {block.elements.map((element) =>
        element.type === 'image' ? (
          <Picture key={element.image_url} alt={element.alt_text} />
        ) : (
          <Words key={element.text} text={element} />
        ),
      )}
    </div>
  );
}

/** Practice loads nothing from elsewhere, pictures neither. */
function Picture({ alt }: { readonly alt: string }) {
  return <span className="kit-picture">🖼 {alt}</span>;
}

function Input({ block }: { readonly block: Of<'input'> }) {
  const { error } = useSurface();
  const id = useId();
  const blockId = block.block_id ?? '';
  const wrong = error(blockId);
  const notes = [...(wrong === undefined ? [] : [`${id}-error`]), ...(block.hint === undefined ? [] : [`${id}-hint`])];
  return (
    <div className={wrong === undefined ? 'kit-input' : 'kit-input wrong'}>
      <label htmlFor={id} id={`${id}-label`}>
        {block.label.text}
        {block.optional === true && <span className="quiet"> (optional)</span>}
      </label>
      <Element block={blockId} element={block.element} id={id} describedBy={notes.join(' ')} isInput />
      {wrong !== undefined && (
        <p className="kit-error" id={`${id}-error`} role="alert">
          {wrong}
        </p>
      )}
      {block.hint !== undefined && (
        <p className="kit-hint" id={`${id}-hint`}>
          {block.hint.text}
        </p>
      )}
    </div>
  );
}
