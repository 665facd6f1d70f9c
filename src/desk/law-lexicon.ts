/**
 * Words of somebody who goes, or threatens to go, to law or to whoever watches over companies: English and German side by
 * side, written as in danger-lexicon.ts.
 */
export const LAW = `
  lawyer*, attorney, attorneys, solicitor*, barrister*, legal action, legal actions, legal steps, legal proceedings,
  legal notice, legal counsel, take this legal, pursue this legally, pursue legally, take you to court, taking you to court,
  take them to court, taking them to court, see you in court, going to court, go to court, small claims,
  lawsuit*, class action, litigation, letter before action, cease and desist, sue you, sue them, sue your, sue nordfunk, sue the company,
  suing you, suing them, suing your, am suing, i'm suing, we're suing, i'll sue, we'll sue, i will sue, we will sue,
  i should sue, we should sue, gonna sue, going to sue, want to sue, have to sue, ready to sue, about to sue,
  threaten to sue, grounds to sue, right to sue, let's sue, can sue, could sue, being sued, get sued, getting sued,
  consumer protection, consumer rights, consumer council, consumer association, trading standards, citizens advice,
  ombudsman, ombudsmen, better business bureau, attorney general, regulator, regulators, regulatory complaint, ofcom, ofgem,
  fcc complaint, complaint to the fcc, complaint with the fcc, ftc complaint, complaint with the ftc, to the cfpb, arbitration,
  gdpr complaint, breach of gdpr, gdpr violation, gdpr breach, data protection authority, data protection officer,
  information commissioner, subject access request, police report, press charges, pressing charges, breach of contract,
  anwalt*, anwält*, rechtsanwalt*, rechtsanwält*, staatsanwalt*, rechtsbeistand, rechtliche schritte, rechtlichen schritte,
  rechtlichen schritten, rechtlich vorgehen, rechtlich gegen, juristisch vorgehen, juristische schritte, juristischen schritte,
  rechtsweg*, rechtsschutz*, rechtsstreit*, klage einreichen, klage eingereicht, klage einzureichen, klage erheben,
  klage erhoben, klage gegen, klage ist raus, mit klage, ich klage, wir klagen, werde klagen, werden klagen, verklag*,
  sammelklage*, musterklage*, musterfeststellungsklage*, strafanzeige*, anzeige erstatte*, erstatte anzeige,
  anzeige gegen, anzeige bei der polizei, zeige euch an, zeige sie an, zeig euch an, vor gericht, zum gericht, gerichtlich*,
  amtsgericht*, landgericht*, gerichtsverfahren, mahnbescheid*, einstweilige verfügung, abmahnung*, abmahnen, unterlassungs*,
  schadenersatz*, schadensersatz*, verbraucherschutz*, verbraucherschütz*, verbraucherzentrale*, verbraucherberatung*,
  bundesnetzagentur*, bnetza, schlichtungsstelle*, schlichtungsverfahren, aufsichtsbehörde*, bafin, luftfahrt-bundesamt,
  eisenbahn-bundesamt, gewerbeaufsicht*, ordnungsamt, datenschutzbeauftragt*, datenschutzbehörde*, datenschutzaufsicht*,
  landesdatenschutz*, dsgvo-verstoß, dsgvo verstoß, verstoß gegen die dsgvo, dsgvo-beschwerde, vertragsbruch
`;

/** Figures of speech, negations and things with those words in them; regular expressions as in danger-lexicon.ts. */
export const LAW_FIGURES: readonly string[] = [
  // People who say that they are none, or want none.
  "(?:i am|i'm|im|am|you|we) (?:no|not|not a|not an|not your) (?:lawyer|attorney|solicitor)s?",
  "(?:no need for|without|don't need|do not need|don't want|no) (?:a |any )?(?:lawyers?|attorneys?|solicitors?|legal action|lawsuits?)",
  String.raw`(?:not|never|won't|wouldn't|n't)(?: \p{L}+){0,2} (?:sue|to sue|suing|take legal action|press charges)(?: you| them)?`,
  '(?:bin|ist|sind) (?:ja )?kein(?:e)? (?:rechts)?anw(?:alt|ältin|älte)',
  '(?:kein(?:en|e)?|ohne|nicht gleich|brauche keinen|nicht zum) (?:rechts)?anw(?:alt|ältin|älte)',
  String.raw`(?:nicht|nie|keine)(?: \p{L}+){0,2} (?:verklagen|klagen|klage einreichen|klage erheben|rechtlichen? schritte)`,
  // Names, series, sayings.
  String.raw`(?:thanks?|thank you|hi|hello|hey|dear|love|ask|asked|to|from|with|and|by|aunt|auntie|mrs|ms) sue(?= (?:from|at|in|for|and|who|was|is|helped|said|on)(?![\p{L}\p{N}]))`,
  '(?:devil.s|devils) (?:advocate|attorney)',
  '(?:teufels|des teufels) anwalt',
  '(?:better call saul|lincoln lawyer|ace attorney|phoenix wright|she-hulk attorney)',
  '(?:power of|durable power of) attorney',
  // Technical regulators.
  '(?:voltage|pressure|gas|temperature|heat|heating|flow|window|speed|water|power|current|diving|scuba) regulators?',
  'regulators? (?:valve|knob|switch|is stuck|leaks|is leaking)',
  // What anybody may ask about.
  String.raw`(?:insurance|versicherung)(?: \p{L}+){0,2} rechtsschutz\p{L}*`,
  String.raw`rechtsschutz\p{L}*(?: \p{L}+){0,3} (?:abschließen|abzuschließen|tarif|tarife|angebot|kündigen|buchen)`,
];
