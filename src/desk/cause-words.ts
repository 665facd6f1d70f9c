/**
 * German and English words for one thing or one trouble, so that the same cause is recognised in other words and in the
 * other language. Written as they stand after likeness.ts has normalised them: lower case, `ae` for `ä`, no apostrophes;
 * `*` stands for any ending.
 */
const THINGS: Readonly<Record<string, string>> = {
  either: `netz network*`,
  net: `internet* wlan wifi wlans dsl vdsl breitband* broadband glasfaser* fibre fiber leitung* router* fritzbox modem
    verbindung* connection* connectivity online-zugang netzausfall* internetausfall* internetstoerung* netzstoerung* ethernet
    hotspot netzwerk* funkloch webzugang`,
  mobile: `mobilfunk* mobile handynetz* handy* empfang signal 4g 5g lte mobilnetz* roaming sim simkarte* esim telefonie* telefonieren
    festnetz* landline anrufe calls dial`,
  tv: `tv fernseh* fernsehen television receiver sender channels mediathek streaming stream* kabelfernseh*`,
  app: `app apps application anwendung handyapp`,
  site: `website webseite* homepage seite site portal* onlineshop webshop server* kundenportal*`,
  login: `login* einlogg* eingeloggt anmeld* angemeldet log-in logged signin signing passwort* password* account* konto
    kundenkonto* zugangsdaten ausgeloggt`,
  mail: `mail mails email emails e-mail postfach* inbox`,
  power: `strom stromausfall* power electric* elektri* blackout*`,
  water: `wasser* water warmwasser`,
  heat: `heizung* heating fernwaerme radiator* boiler`,
  train: `zug zuege zuegen zuges bahn* train trains ice icx ic re rb s-bahn sbahn regio* regionalbahn railway rail ubahn u-bahn tram*
    strassenbahn* anschlusszug*`,
  bus: `bus busse busses buses coach`,
  flight: `flug fluege fluges flights flight flieger* plane planes flugzeug* maschine aircraft boarding`,
  bag: `koffer* gepaeck* bag bags baggage luggage suitcase* rucksack* reisetasche*`,
  parcel: `paket* parcel* package packages sendung* lieferung* delivery deliveries paeckchen shipment* shipping zustell* versand
    courier* bote boten postbote*`,
  order: `bestell* order orders ordered`,
  pay: `zahlung* bezahl* zahle payment* pay paying paid checkout kasse`,
  card: `karte karten kreditkarte* girokarte* card cards kartenzahlung* ec-karte debitkarte*`,
  cash: `automat* geldautomat* bankautomat* atm atms cashpoint*`,
  bill: `rechnung* invoice* bill bills billing abbuch* abgebucht charge charged charges abrechnung* betrag lastschrift*`,
  price: `preis* price prices pricing tarif* tariff* cost costs kostet kosten gebuehr* fee fees`,
  refund: `erstatt* refund* rueckerstatt* geld money rueckzahl* reimburs* entschaedig* compensat*`,
  contract: `vertrag* contract* kuendig* cancellation-request abo abos subscription*`,
  hotline: `hotline* warteschleife* callcenter kundenservice* kundendienst* support helpline* agent agents phoneline
    customer-service mitarbeiter* staff berater* techniker* technician* engineer* rep`,
  shop: `filiale* shop shops store stores laden branch maerkte markt`,
  toilet: `toilette* klo wc toilet* restroom*`,
  aircon: `klimaanlage* klima aircon aircondition* ac air-conditioning`,
  seat: `sitz sitze sitzplatz* platz reservier* seat seats reservation*`,
  lift: `aufzug* fahrstuhl* rolltreppe* lift elevator* escalator*`,
  ticket: `ticket* fahrkarte* fahrschein* deutschlandticket bahncard`,
  update: `update-version firmware softwareupdate* software-update`,
  food: `essen food meal meals brot joghurt salat* schokolade milch`,
};

const TROUBLES: Readonly<Record<string, string>> = {
  no: `kein keine keinen keiner keinem keinerlei nicht nix nichts no not none never nie niemals nobody niemand without ohne doesnt
    dont isnt arent wont cant cannot hasnt havent didnt nothing unable`,
  out: `ausfall* ausfaell* ausgefallen outage* down offline tot tote toter dead weg gone stoerung* gestoert disrupt* defekt* kaputt*
    broken broke faulty unusable lahmgelegt unavailable failing fails failed failure fehler* error* crash* abgestuerzt
    stuerzt glitch* funkstille streikt interrupted blackout* stromausfall* netzausfall* internetausfall* internetstoerung*
    netzstoerung* faellt cut`,
  slow: `langsam* lahm* slow slower slowest kriecht schnecke* lags lag laggy ruckelt* stockt buffering laedt crawl* tempo schleichend`,
  late: `verspaet* spaet late delay* unpuenktlich* minuten minutes zuspaet warte warten wartet gewartet waiting wait waited waits
    stunden hours ueberfaellig overdue immernoch standing`,
  cancelled: `gestrichen annulliert cancel* storniert streich* scrapped entfaellt`,
  lost: `verloren lost verschwunden missing vermisst vermisse fehlt fehlen disappear* gestohlen stolen nirgends nowhere`,
  damaged: `beschaedigt damaged zerbrochen zerdrueckt crushed smashed kratzer scratch* gerissen torn aufgerissen`,
  twice: `doppelt zweimal twice double doubled duplicate`,
  wrong: `falsch* wrong incorrect verkehrt`,
  dear: `teuer* ueberteuert expensive overpriced wucher abzock* ripoff preiserhoeh* erhoeht erhoehung erhoehungen raised hike increase*
    teurer verteuer*`,
  rude: `unfreundlich* unverschaemt* rude frech* impolite beleidig* arrogant* pampig`,
  cold: `kalt cold freezing eiskalt frieren friert`,
  hot: `heiss hot sauna schwitz* boiling`,
  dirty: `dreckig* schmutz* verdreckt dirty filthy gross ekel* stinkt smelly eklig*`,
  full: `voll ueberfuellt overcrowded crowded packed rappelvoll overbooked ueberbucht`,
  blocked: `gesperrt blocked locked sperre gesperrte suspended`,
  scam: `betrug* betrueg* scam* phishing fraud* hacked gehackt`,
  silent: `antwortet reagiert rueckmeldung antwort reply replies response ignorier* ignored ignoring`,
  ill: `krank sick uebel verdorben schimmel* mould mold metall splitter glassplitter`,
};

/** Glad, or asking: what somebody says who has no trouble. */
const TONES: Readonly<Record<'good' | 'ask', string>> = {
  good: `danke thanks thank thx super toll prima great awesome amazing love liebe perfekt perfect klasse top excellent spitze
    begeistert happy gluecklich zufrieden freundlich* friendly nett hilfsbereit helpful schnell* fast faster fastest brilliant
    wonderful geloest fixed solved behoben repariert empfehle* recommend* lob kudos genial`,
  ask: `wieviel wann wo welche* welcher wie how what when where which who gibt koennt could may`,
};

export type Sense =
  | { readonly type: 'thing' | 'trouble'; readonly name: string }
  | { readonly type: 'tone'; readonly name: 'good' | 'ask' };

interface Table {
  readonly whole: ReadonlyMap<string, readonly Sense[]>;
  readonly stems: ReadonlyMap<string, readonly Sense[]>;
}

const TABLE = tableOf([
  ...Object.entries(THINGS).map(([name, words]) => ({ sense: { type: 'thing', name } as const, words })),
  ...Object.entries(TROUBLES).map(([name, words]) => ({ sense: { type: 'trouble', name } as const, words })),
  { sense: { type: 'tone', name: 'good' } as const, words: TONES.good },
  { sense: { type: 'tone', name: 'ask' } as const, words: TONES.ask },
]);

const SHORTEST_STEM = 3;

/** What a normalised word stands for; nothing for most words. */
export function sensesOf(word: string): readonly Sense[] {
  const exact = TABLE.whole.get(word);
  if (exact !== undefined) return exact;
  for (let length = word.length; length >= SHORTEST_STEM; length -= 1) {
    const found = TABLE.stems.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return [];
}

function tableOf(rows: readonly { readonly sense: Sense; readonly words: string }[]): Table {
  const whole = new Map<string, Sense[]>();
  const stems = new Map<string, Sense[]>();
  for (const { sense, words } of rows) {
    for (const word of words.split(/\s+/).filter((one) => one !== '')) {
      const table = word.endsWith('*') ? stems : whole;
      const key = word.replace('*', '');
      table.set(key, [...(table.get(key) ?? []), sense]);
    }
  }
  return { whole, stems };
}
