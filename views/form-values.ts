interface FormFile {
  readonly id: string;
  readonly size?: number | undefined;
  readonly mimetype?: string | undefined;
}

/** One input's state in a view's `state.values`, as far as our forms use it. */
export interface FieldState {
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_user?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_users?: readonly string[] | null;
  readonly selected_options?: readonly { readonly value: string }[] | null;
  readonly files?: readonly FormFile[] | null;
  /** Seconds since the epoch. */
  readonly selected_date_time?: number | null;
}

export type FormValues = Readonly<Record<string, Readonly<Record<string, FieldState>>>>;

/**
 * What a person put into a field; null when nothing. Finds `text:2` by `text`: Slack takes a changed initial value
 * only in a block with a new id, so a text that a template replaced sits in a block with a suffix.
 */
export function fieldOf(values: FormValues, field: string): string | null {
  for (const [block, elements] of Object.entries(values)) {
    if (block !== field && !block.startsWith(`${field}:`)) continue;
    for (const element of Object.values(elements)) {
      const { value: typed, selected_option, selected_user, selected_conversation, selected_date_time } = element;
      const chosen = selected_option?.value ?? selected_user ?? selected_conversation;
      const value = typed ?? chosen ?? selected_date_time?.toString();
      if (value !== undefined && value !== null && value !== '') return value;
    }
  }
  return null;
}

/** What a person chose in a field that takes several; null where the form has no such field. */
export function listOf(values: FormValues, field: string): readonly string[] | null {
  const [element] = Object.values(values[field] ?? {});
  if (element === undefined) return null;
  return element.selected_users ?? element.selected_options?.map((one) => one.value) ?? [];
}
