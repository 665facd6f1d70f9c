/** Towns that customers name most, as likeness.ts normalises them: the same words about two towns are two causes. */
export const PLACES: ReadonlySet<string> = new Set(
  `berlin hamburg muenchen munich koeln cologne frankfurt stuttgart duesseldorf leipzig dortmund essen bremen dresden hannover
  nuernberg duisburg bochum wuppertal bielefeld bonn muenster mannheim karlsruhe augsburg wiesbaden moenchengladbach
  gelsenkirchen aachen braunschweig kiel chemnitz halle magdeburg freiburg krefeld mainz luebeck erfurt oberhausen rostock
  kassel hagen potsdam saarbruecken hamm ludwigshafen muelheim oldenburg osnabrueck leverkusen heidelberg solingen darmstadt
  herne neuss regensburg paderborn ingolstadt wuerzburg fuerth ulm heilbronn pforzheim wolfsburg goettingen bottrop
  reutlingen koblenz bremerhaven bergisch recklinghausen erlangen jena remscheid trier moers siegen hildesheim salzgitter
  cottbus gera schwerin flensburg kaiserslautern bayreuth bamberg passau landshut rosenheim kempten konstanz tuebingen
  giessen fulda marburg hanau wien graz linz salzburg innsbruck klagenfurt zuerich genf basel bern lausanne luzern
  london manchester birmingham leeds glasgow liverpool edinburgh bristol sheffield cardiff belfast newcastle nottingham
  leicester brighton oxford cambridge reading southampton portsmouth plymouth norwich york derby coventry swansea dublin cork
  galway chicago boston denver dallas houston austin seattle portland atlanta miami orlando philadelphia phoenix detroit
  cleveland charlotte nashville toronto vancouver montreal sydney melbourne brisbane perth auckland paris madrid rome lisbon
  amsterdam brussels bruessel prag prague warschau warsaw lax jfk sfo ord atl dfw phl lga ewr fra muc txl ber ham dus cgn
  kreuzberg neukoelln wedding altona ehrenfeld nippes schwabing sendling pasing bornheim sachsenhausen bavaria bayern hessen
  sachsen nrw saarland thueringen brandenburg niedersachsen schleswig wales scotland texas florida california`
    .split(/\s+/)
    .filter((one) => one !== 'essen' && one !== 'reading' && one !== 'wedding' && one !== 'ham' && one !== 'perth'),
);
