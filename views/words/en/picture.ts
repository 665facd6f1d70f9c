/** A picture that goes out with a text of ours. */
export const picture = {
  label: 'Picture',
  hint: 'JPEG, PNG, GIF or WebP, up to 5 MB',
  alt: 'What the picture shows',
  altHint: 'For those who can’t see it; public. Needed with a picture.',
  needsAlt: 'Please say what the picture shows, for those who can’t see it.',
  needsPicture: 'There is a description and no picture. Choose the picture, or empty this field.',
  tooLarge: (megabytes: string) => `The picture has ${megabytes} MB; the network takes up to 5.`,
  wrongType: 'The network takes JPEG, PNG, GIF and WebP pictures.',
  chooseAgain: 'Its picture must be chosen again.',
  shown: (alt: string) => `with a picture: ${alt}`,
};
