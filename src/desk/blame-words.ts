/** Companies that a team is likely to blame, and whose names look like other words or stand behind an article. */
export const COMPANIES =
  /^(?:deutschen? )?(?:telekom|bahn|post|glasfaser)$|^(?:vodafone|telef[oó]nica|o2|1&1|congstar|freenet|unitymedia|pyur|ewe|netcologne|m-net|amazon|aws|google|microsoft|azure|apple|meta|facebook|cloudflare|akamai|fastly|stripe|paypal|klarna|visa|mastercard|adyen|dhl|dpd|gls|ups|fedex|hermes|lufthansa|fraport|ryanair|easyjet|eurowings|bt|openreach|verizon|comcast|at&t|tennet|enbw|e\.?on|rwe|vattenfall|50hertz|amprion|stadtwerken?(?: \p{Lu}.*)?|siemens|sap|oracle|cisco|huawei|nokia|ericsson)$/iu;

/** What makes any word before it a company. */
export const LEGAL_FORM = /\b(?:GmbH|AG|SE|KG|OHG|UG|Inc|Ltd|LLC|plc|Corp|S\.?A)\b\.?/u;

/** Capital letters that are no company. */
export const NO_COMPANY: ReadonlySet<string> = new Set(
  `COVID CORONA DSGVO GDPR EU UK US USA DNS DDOS SMS SIM ESIM IT PC TV LTE WLAN WIFI DSL VPN IP CEO FAQ BGP API MFA PIN TAN OK
  FYI ID PDF KI AI NRW BRD DM SLA VDSL ISP MEZ CET UTC AM PM`.split(/\s+/),
);

/** Nouns of causes that nobody is to blame for, by how they begin, in both languages. */
export const NO_NAME =
  /^(?:ihn|ihr|sie|uns|wir|dir|euch|wetter|unwetter|sturm|gewitter|schnee|eis|glatt|frost|hitze|hoch|wasser|blitz|streik|bau|wartung|fehl|versp|feier|wochen|umbau|umzug|personal|krank|liefer|überlast|technik|software|hardware|update|weihnacht|oster|silvester|neujahr|pfingst|corona|brand|feuer|strom|netz|kabel|leitung|glasfaser|internet|server|system|router|bagger|unfall|problem|defekt|schaden|schäd|bruch|last|nachfrage|andrang|verkehr|stau|sperr|um|rück|einzel|dritt|datenschutz|sicherheit|gesetz|inflation|preis|kosten|krieg|pandemie|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|brexit|covid|storm|hurricane|typhoon|winter|summer|spring|autumn|german|english|british|french|european|american|i|you|we|it|this|that|these|those|your|our|their|his|her|my|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember)/i;

/** Endings that German gives to things, not to companies. */
export const NO_NAME_ENDING =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|tion|tionen|tät|arbeiten|ausfall|ausfalls|ausfälle|ausfällen|fehler|fehlers|fehlern|mangel|mangels|wetter|wetters|schaden|schadens|schäden|bruch|bruchs|engpass|engpässe|engpässen|problem|probleme|problemen|problems|last|eis|wechsel|wechsels|umstellung|defekt|defekts|termin|verkehr|tage|tag|zeit|zeiten)$/i;
