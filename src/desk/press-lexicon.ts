/**
 * Words of somebody who writes for the public, or means to tell those who do: English and German side by side, written as
 * in danger-lexicon.ts. `Press` and `Presse` alone are too many other things: only phrases with them count.
 */
export const PRESS = `
  journalist*, reporter, reporters, newspaper article*, newspaper about, newspaper is writing, local newspaper, local newspapers, national newspaper*,
  the newspapers, to the newspaper, to a newspaper, call the newspaper, tell the newspaper, newspaper journalist, newsroom, editorial team,
  editorial office, news desk, news editor, bbc watchdog, consumer watchdog, tv crew, camera crew, news crew, news station, tv station,
  to the press, from the press, tell the press, call the press, contact the press, inform the press, alert the press,
  press inquiry, press inquiries, press enquiry, press enquiries, press request, press contact, press office, press officer,
  media inquiry, media inquiries, media enquiry, media enquiries, media request, media contact, media outlet, media outlets,
  to the media, contact the media, tell the media, inform the media, alert the media, local media, national media,
  writing an article, writing a story, writing a piece about, writing about you, working on a story, working on an article,
  story about you, article about you, piece about you, for an article, for a story, for publication,
  request for comment, comment for our, comment for an, comment on our story, statement for our, right of reply,
  journalistin*, journalistisch*, reporterin*, redaktion*, redakteur*, chefredakt*, lokalredaktion*, zeitungsartikel, zeitungsbericht*, lokalzeitung*,
  tageszeitung*, bildzeitung, bild-zeitung, an die zeitung, zur zeitung, bei der zeitung, der zeitung melden,
  zeitung schreiben, zeitung informieren, an die presse, zur presse, bei der presse, von der presse, der presse melden,
  presse informieren, presse einschalten, presse einzuschalten, presse kontaktieren, lokalpresse, lokale presse, regionale presse,
  pressestelle*, presseanfrage*, presseabteilung*, pressesprecher*, pressevertreter*, pressekontakt*, pressebüro*,
  medienanfrage*, medienvertreter*, an die medien, zu den medien, medien informieren, medien einschalten, lokale medien,
  fernsehteam*, kamerateam*, fernsehsender, fernsehbeitrag*, verbrauchermagazin*, recherche für, recherchieren für, recherchiere für,
  recherchiere zu, bitte um stellungnahme, um stellungnahme, um eine stellungnahme, stellungnahme bis, für einen artikel,
  für unseren artikel, für einen beitrag, für eine reportage, artikel über euch, artikel über sie, bericht über euch, bericht über sie,
  beitrag über euch, beitrag über sie, schreibe einen artikel, schreiben einen artikel, veröffentlichen wir
`;

/** Figures of speech, negations and things with those words in them; regular expressions as in danger-lexicon.ts. */
export const PRESS_FIGURES: readonly string[] = [
  // People who say that they are none, or do not mean to.
  String.raw`(?:not|no|n't|never)(?: \p{L}+){0,2} (?:journalists?|reporters?)`,
  String.raw`(?:not|never|won't|n't)(?: \p{L}+){0,3} (?:to the press|to the media|to the newspapers?)`,
  String.raw`(?:kein|keine|keinen|nicht)(?: \p{L}+){0,2} (?:journalist\p{L}*|reporter\p{L}*|redakteur\p{L}*|zur presse|an die presse|an die medien|zur zeitung)`,
  // Machines.
  String.raw`(?:\p{L}+[- ])?(?:kaffee|coffee|french|saft|obst|öl|knoblauch|garlic|schrott|hydraulik|hydraulic|bench|leg|trouser|filter|druck|wein|tomaten|kartoffel)[- ]?presse?`,
  String.raw`pass\p{L}*(?: \p{L}+){0,3} (?:an die|in die|zur) presse`,
  String.raw`(?:zur|an die|bei der|von der) presse (?:gehör\p{L}*|pass\p{L}*|geschraubt|montiert|anschließen|dazu)`,
  // A paper that did not come is a delivery.
  "(?:local |daily |sunday |national |the )?newspapers? (?:delivery|deliveries|subscription|round|was|wasn't|were|weren't|not|never|didn't|did not|has not|hasn't|arrived|came|comes)",
  '(?:tages|lokal|bild)?-?zeitung(?:en)? (?:wurde|wird|kam|kommt|fehlt|ist nicht|nicht|abo|abonnement|zugestellt|geliefert|bestellt|gelesen)',
  String.raw`(?:abo|zustellung|lieferung|zusteller)(?: \p{L}+){0,2} (?:tages|lokal|bild)?-?zeitung(?:en)?`,
  // Channels that somebody wants to watch.
  String.raw`(?:tv station|fernsehsender|news station)s?(?: \p{L}+){0,3} (?:missing|gone|not working|fehlt|fehlen|weg|ruckelt|empfangen|sehen|schauen|suchlauf)`,
  '(?:kein|keine|keinen|welche|alle|mehr|meine) (?:fernsehsender|tv stations?)',
  '(?:bug|crash|error|weather|fault|field) reporters?',
];
