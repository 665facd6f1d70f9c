/** Hiding a customer's post under one of ours. `on` is the network's name. */
export const hide = {
  hide: (on: string) => `Hide on ${on}`,
  show: (on: string) => `Show on ${on} again`,
  hintHide: 'Under a post of ours: only one more click shows it',
  hintShow: 'Hidden under our post',
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
