const LINK = /<((?:https?:\/\/|mailto:|tel:)[^<>|\s]+)(?:\|[^<>]*)?>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Slack's `mrkdwn` as a person would have typed it, to be put into a form's input: links as plain addresses, entities
 * decoded. Names of people and channels stay in Slack's notation, so that public-text.ts still refuses them.
 */
export function asTyped(mrkdwn: string): string {
  return mrkdwn
    .replace(LINK, (_, address: string) => address.replace(/^(?:mailto|tel):/, ''))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Plain text as Slack hands over what a person typed, for what passes public-text.ts a second time. */
export function asSlackText(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
