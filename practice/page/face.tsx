const COLOURS = ['#2f6f4f', '#8a4b2a', '#4b4a8f', '#9a3b5b', '#2d6a86', '#6b5b1f', '#5a3f7a', '#3d6b2f'];

/** Initials in a colour of their own, instead of a picture from elsewhere. */
export function Face({ name, app = false }: { readonly name: string; readonly app?: boolean }) {
  const letters = name
    .split(/\s+/)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const background = app ? '#1f3a4d' : COLOURS[sum % COLOURS.length];
  return (
    <span className="face-mark" aria-hidden="true" style={{ background }}>
      {app ? '👂' : letters}
    </span>
  );
}
