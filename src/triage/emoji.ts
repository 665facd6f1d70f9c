/** Emoji that say how somebody feels, whatever the language; those that mean both (😂, 😅) are left to the training. */
const GOOD = new Set(
  '😍 🥰 😊 ☺ 🙂 😀 😃 😄 😁 🤩 😎 🥳 👏 🙌 👍 💪 🎉 🎊 💙 💚 💛 🧡 💜 💖 💕 😘 🤗 🌟 ⭐ 🏆 👌'.split(' '),
);
const BAD = new Set('😡 🤬 😠 👎 💩 😤 🙄 😒 😞 😔 😢 😭 😩 😫 😖 😣 😑 😐 🤦 🤯 🤮 🤢 😱 💔 🖕 😾 🚮 🗑'.split(' '));

/** @returns null for what is no emoji of these */
export function feelingOf(piece: string): 'good' | 'bad' | null {
  const bare = piece.replace('\uFE0F', '');
  if (GOOD.has(bare)) return 'good';
  return BAD.has(bare) ? 'bad' : null;
}
