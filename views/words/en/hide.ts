/** Hiding a customer's post under one of ours. `on` is the network's name. */
export const hide = {
  hide: (on: string) => `Hide on ${on}`,
  show: (on: string) => `Show on ${on} again`,
  hintHide: (on: string) =>
    `This customer’s posts stand under another post. ${on} can hide them there if that post is ours: readers see them only behind one more click.`,
  hintShow: (on: string) => `Hidden on ${on} from those who read our post.`,
  confirm: {
    title: (on: string) => `Hide it on ${on}?`,
    text: (on: string) =>
      `Everybody can still see on ${on} that we hid it, and read it with one more click. The author may notice.`,
    yes: 'Hide',
    no: 'Leave it',
  },
  isHidden: (on: string, by: string, at: string) => `Hidden on ${on} by ${by}, ${at}`,
  hiding: (on: string, by: string) => `being hidden on ${on}, by ${by} …`,
  showing: (on: string, by: string) => `being shown again on ${on}, by ${by} …`,
  notHidden: (on: string) => `It could not be hidden on ${on}.`,
  notShown: (on: string) => `It could not be shown again on ${on}.`,
  said: (on: string, why: string) => `${on} says: ${why}`,
  doWhat: (on: string) => `Only posts under a post of ours can be hidden. Please look at it on ${on}.`,
  notUnderOurs: 'This post stands in its author’s own conversation; only posts under a post of ours can be hidden.',
};
