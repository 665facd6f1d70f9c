/**
 * Greetings and good cheer, German and English, in small letters: whole words, `*` for any ending. What every answer
 * says (“thank you for your patience”, “have a look”) is none.
 */
const CHEER = [
  'happy (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|holidays?|new year|easter|birthday|halloween|thanksgiving|valentine\\p{L}*)',
  'have an? (?:great|nice|lovely|wonderful|fantastic|sunny|amazing) (?:day|week|weekend|evening|monday|friday|sunday|start|summer)',
  'merry (?:christmas|xmas)',
  "season['’]?s greetings",
  'tgif',
  'friday feeling',
  'good morning',
  'giveaway\\p{L}*',
  'sweepstakes?',
  'prize draw',
  '(?:enter|chance) to win',
  'win (?:a|an|one|two|three|your|tickets?|free)',
  "we['’]?(?:re| are) (?:thrilled|excited|delighted|proud|celebrating)",
  '(?:thrilled|excited|delighted|proud) to (?:announce|share|present|introduce)',
  'fun fact',
  'join the fun',
  'sch(?:ö|oe)n(?:es|en|e) (?:wochenende|feierabend|sonntag|samstag|freitag|montag|tag|abend|feiertage?|start|woche|urlaub|sommer\\p{L}*)',
  'guten (?:morgen|rutsch|start in)',
  'frohe\\p{L}* (?:weihnachten|ostern|fest|feiertage|neues|pfingsten)',
  'alles gute zum',
  'herzlichen gl(?:ü|ue)ckwunsch',
  '(?:endlich|juhu|hurra)[,!]* (?:wochenende|freitag|feierabend)',
  'gewinnspiel\\p{L}*',
  'verlos(?:en|t|ung\\p{L}*)',
  '(?:mitmachen|mitspielen|teilnehmen) und gewinn\\p{L}*',
  'gewinn(?:e|t) (?:ein\\p{L}*|mit|jetzt|tickets?)',
  'wir (?:feiern|freuen uns riesig|sind stolz)',
  'juhu+|hurra+|yay+|woohoo+',
];

/** Something is wrong, and the post says so: whatever else it says, it is no mere good cheer. */
const TROUBLE =
  /(?<!\p{L})(?:sorry|apolog\p{L}*|unfortunately|outages?|disrupt\p{L}*|issues?|problems?|incident|degraded|affected|investigat\p{L}*|restored?|fix(?:ed|ing)?|patience|delay\p{L}*|inconvenience|entschuldig\p{L}*|leider|st(?:ö|oe)rung\p{L}*|ausf(?:a|ä|ae)ll\p{L}*|gest(?:ö|oe)rt\p{L}*|behoben|beheben|einschr(?:ä|ae)nkung\p{L}*|unannehmlichkeit\p{L}*|geduld|bedauern|betroffen\p{L}*|versp(?:ä|ae)tung\p{L}*|tut uns leid)(?!\p{L})/iu;

const WORDS = new RegExp(`(?<!\\p{L})(?:${CHEER.join('|')})(?!\\p{L})`, 'iu');
const FESTIVE = /[🎉🥳🎊🎁🎈🍾🥂🎄🐣🎃🍀😎🤩]/u;

/**
 * What in a post of ours reads as good cheer or a pre-planned greeting, as it stands there; null where nothing does. During
 * an outage such a post on the profile is read as mockery. A doubt counts for the post: a false warning costs a glance, but one
 * at every answer would no longer be read.
 */
export function cheerIn(text: string): string | null {
  if (TROUBLE.test(text)) return null;
  return WORDS.exec(text)?.[0] ?? FESTIVE.exec(text)?.[0] ?? null;
}
