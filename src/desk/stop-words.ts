/** Words that tell nothing of what a post is about, as likeness.ts normalises them; negations are none. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but so of to in on at for from with by about into over after before up as is are was were be been being am
  i im ive id me my mine we our us you your youre yours u ur he she it its they them their this that these those there here
  have has had having do does did doing will would shall should can just very really too also even still yet again any some
  all more most other than then now today tonight yesterday tomorrow morning evening since for days day week weeks month
  please pls hi hello hey dear guys team lol omg wtf anyone someone everybody everyone get got getting go going
  der die das den dem des ein eine einen einem einer eines und oder aber denn weil dass ob wenn als wie in im an am auf aus bei
  beim mit nach seit von vom vor zu zum zur fuer ueber unter durch gegen bis um ist sind war waren sein bin bist seid wird
  werden wurde worden habe hab hat haben hatte hatten kann koennen konnte muss muessen soll will wollen ich du er sie es wir ihr
  euch mich mir mein meine meinen meinem meiner dich dir dein unser unsere unseren uns euer eure eurem euren sich man ja doch
  mal schon noch immer nur auch sehr ganz gar halt eben wohl denn dann da hier dort heute gestern morgen frueh morgens abend
  abends nacht mittag stunde tag tage tagen woche wochen monat monaten jetzt gerade wieder schonwieder hallo hi moin liebe
  lieber liebes bitte alle alles jemand etwas was wer wem wen echt einfach wirklich leute sache bzw usw geht gehen lauft laeuft
  funktioniert funktionieren works working work keep keeps`
    .split(/\s+/)
    .filter((one) => one !== ''),
);
