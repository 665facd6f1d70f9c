import type { ChannelNote } from '../src/desk/channel-note.ts';
import { actions, button, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { spendingText } from './costs.ts';
import { networkName } from './facts.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { fileLostText, restoredText } from './store-note.ts';
import { channel, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

/** What only a person can mend, said in the channel: an effect that was refused, a post that could not be read. */
export function channelNote(note: ChannelNote, ctx: ViewContext): Message {
  const { words } = ctx;
  switch (note.type) {
    case 'parked': {
      const text = words.notes.parked(snippet(note.why, 500));
      const again = button(ACTION.tryAgain, words.notes.tryAgain, pressValue({ ref: note.ref, id: note.key }));
      return { text, blocks: [section(`⚠️ ${text}`), actions(again)] };
    }
    case 'set-aside': {
      const text = words.notes.setAside(
        networkName(note.network),
        snippet(note.post ?? '?', 60),
        snippet(note.why, 500),
      );
      return { text, blocks: [section(`⚠️ ${text}`)] };
    }
    case 'resumed': {
      const text = words.pause.resumed(user(note.by));
      return { text, blocks: [section(`▶️ ${text}`)] };
    }
    case 'spending': {
      const text = spendingText(note, ctx);
      return { text, blocks: [section(`💶 ${text}`)] };
    }
    case 'search-refused': {
      const text = words.listening.searchRefused(networkName(note.network), snippet(note.why, 300));
      return { text, blocks: [section(`⚠️ ${text}`)] };
    }
    case 'search-flood': {
      const text = words.listening.searchFlood(networkName(note.network));
      return { text, blocks: [section(`⚠️ ${text}`)] };
    }
    case 'network-refuses': {
      const { network, cause, why } = note;
      const text = words.listening.refuses(networkName(network), words.listening.refusedFor[cause], snippet(why, 300));
      return { text, blocks: [section(`⛔ ${text}`)] };
    }
    case 'network-takes': {
      const text = words.listening.takes(networkName(note.network), when(note.since));
      return { text, blocks: [section(`✅ ${text}`)] };
    }
    case 'not-in-channel': {
      const text = words.notes.notInChannel(channel(note.channel));
      return { text, blocks: [section(`⚠️ ${text}`)] };
    }
    case 'restored': {
      const text = restoredText(note, ctx);
      return { text, blocks: [section(`🗄️ ${text}`)] };
    }
    case 'file-lost': {
      const text = fileLostText(note, ctx);
      return { text, blocks: [section(`⚠️ ${text}`)] };
    }
    case 'staff-names': {
      const first = note.first === null ? '' : user(note.first);
      const text = words.report.namesChanged[note.change](user(note.by), first);
      return { text, blocks: [section(`📣 ${text}`)] };
    }
  }
}
