import type { KnownBlock, PlainTextOption } from '@slack/types';
import { context, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { LIMIT } from '../limit.ts';
import { snippet } from '../text.ts';

/** A user group of the workspace. */
export interface NamedGroup {
  /** `S…` */
  readonly id: string;
  /** Without the @. */
  readonly handle: string;
}

/** The workspace's user groups, or why Slack does not list them at the moment. */
export type GroupList = { readonly groups: readonly NamedGroup[] } | { readonly unknown: string };

/** Said where there is nothing to choose from. */
export function aboutGroups(list: GroupList, ctx: ViewContext): KnownBlock[] {
  const { settings } = ctx.words;
  if ('unknown' in list) return [context(settings.groupsUnknown(snippet(list.unknown, 200)))];
  return list.groups.length === 0 ? [context(settings.noGroups)] : [];
}

/**
 * One option for each group, those that are chosen first: they stay even where Slack does not list them any more. Null
 * while the groups are unknown: what is chosen must then stay as it is.
 */
export function groupOptions(
  list: GroupList,
  chosen: readonly string[],
  most: number = LIMIT.selectOptions,
): PlainTextOption[] | null {
  if ('unknown' in list) return null;
  const names = new Map(list.groups.map((group) => [group.id, `@${group.handle}`]));
  const ids = [...new Set([...chosen, ...names.keys()])].slice(0, most);
  return ids.map((id) => option(names.get(id) ?? id, id));
}
