/**
 * Words after which somebody should look at once, German and English side by side: whole words, a space stands for any
 * space, `*` for any ending.
 */
export const DANGER = `
  injured, injury, injuries, is bleeding, am bleeding, stop bleeding, unconscious, ambulance, paramedic*, heart attack,
  electric shock*, electrocuted, smell of gas, smell gas, smells of gas, smells like gas, smelling gas, gas smell, gas leak*,
  carbon monoxide, fire, firefighters, burning smell, smells of burning, smells like burning, smoke coming, in flames,
  exploded, suicide, suicidal, kill myself, killing myself, end my life, take my own life, life support,
  can't call 112, cannot call 112, can't call 911, cannot call 911, can't call 999, cannot call 999, can't reach 112,
  can't reach 911, can't reach 999, can't dial 112, can't dial 911, can't dial 999, couldn't call 112, couldn't call 911,
  couldn't call 999, no emergency calls, emergency calls don't work, emergency calls not working,
  emergency call doesn't work, emergency number doesn't work,
  verletzt*, verletzung*, blutet, bewusstlos*, notarzt, krankenwagen, rettungswagen, rettungsdienst, herzinfarkt,
  stromschlag, stromschläge, elektrischer schlag, elektrischen schlag, steht unter strom, gasgeruch, gasleck*, gasaustritt,
  riecht nach gas, nach gas riecht, kohlenmonoxid, feuer, feuerwehr, es brennt, in brand, ein brand, der brand, den brand,
  einen brand, brand im, brand in der, brand in einem, brand in einer, brand in unserem, brand in unserer, wohnungsbrand,
  kabelbrand, schwelbrand, brandgeruch, brandgefahr, riecht verbrannt, riecht verschmort, qualmt, explodiert,
  suizid*, selbstmord, bringe mich um, bring mich um, das leben nehmen, lebensgefahr, lebensgefährlich,
  notruf geht nicht, notruf funktioniert nicht, notruf nicht erreichbar, notruf nicht möglich, kein notruf, keinen notruf,
  112 nicht erreichbar, 112 geht nicht, 110 nicht erreichbar, 110 geht nicht, hausnotruf*
`;

const RIGHTS = String.raw`(?:\p{L}*(?:datenschutz|rechte?|regeln?|pflicht(?:en)?|gesetze?|vertrag|verträge)s?|privatsphäre|agb|dsgvo|gefühle?|ehre|stolz|würde|grundsätze|vertrauen)`;

/** Figures of speech with those words in them; regular expressions of whole words, in small letters. */
export const FIGURES: readonly string[] = [
  // To dismiss somebody; products; excitement.
  'fire (?:your|his|her|their|my|our|that|this|him|them|those|these|whoever|everyone|everybody|someone|somebody|half|people|the (?:manager|ceo|boss|team|guy|person)|away|up|tv|tablet|stick|hd|cube|sale|wall|emoji)',
  '(?:will|would|should|could|can|must|to|gonna|please|just|they|you|we|i|amazon|kindle|under|straight|pure|catch) fire',
  `(?:this|that|it)(?:'s| is) (?:fire|straight fire)`,
  `(?:team|guys|you)(?:'re| are| is) on fire`,
  'fires? back',
  String.raw`feuer (?:und (?:flamme|eis)|frei|unterm \p{L}+|gefangen|fangen)`,
  '(?:unter|mit dem|ins) feuer',
  // Lamps of a router.
  String.raw`es brennt(?: \p{L}+){0,4} (?:\p{L}*(?:lampe|lämpchen|licht|leuchte|led|diode)s?n?)`,
  '(?:prices?|costs?|bills?|inbox|phone|head|mind|twitter|timeline|internet)(?: has| have| just| almost| nearly)* exploded',
  String.raw`(?:preise?|kosten|rechnung\p{L}*|gebühren|beiträge|kopf)(?: sind| ist| hat| haben| wieder| förmlich| regelrecht)* explodiert`,
  '(?:career|commercial|political|corporate|brand|professional|business|pr) suicide',
  'suicide squad',
  String.raw`ambulance chas\p{L}*`,
  'insult to injury',
  'is bleeding (?:money|cash|customers)',
  String.raw`blutet(?: \p{L}+)? das herz`,
  '(?:gave me|gives me|giving me|had|having|have|near|nearly had|almost had)(?: a| an| mini| small| near)* heart attack',
  // Rights and rules.
  String.raw`${RIGHTS}(?: \p{L}+){0,3} verletz\p{L}*`,
  String.raw`verletz(?:t|en|ung|ungen)(?: \p{L}+){0,3} ${RIGHTS}`,
  String.raw`\p{L}+verletzung\p{L}*`,
  '(?:nobody|no one|noone|niemand|keiner)(?: was| is| got| wurde| ist)* (?:injured|verletzt)',
];
