/**
 * The words of the first triage, German and English side by side. `*` stands for any ending; a space for any space.
 * Stems are long enough not to meet a word of the other language.
 */
export const COMPLAINT = words(`
  still waiting, still no, still not, still have not, still haven't, still hasn't, been waiting, waiting over, waiting since,
  waited, kept waiting, forever, on hold, for hours, of hours, hours later, hours late, hours now, hour wait, for days, for weeks, all day, * days ago, third time, second time, fourth time, every time,
  yet again, again and again, worst*, worse, terribl*, horribl*, awful*, appalling, atrocious, disgust*, disgrace*, pathetic,
  ridiculous*, unacceptable, inexcusable, shame on, shameful, shambles, joke, scam*, fraud, rip off, ripoff, rip-off,
  stole*, stolen, broke, broken, damage*, defective, faulty, crash*, outage*, error*, glitch*, bug, bugs, unreliable,
  not work*, doesn't work*, does not work*, isn't work*, aren't work*, won't work*, stopped work*, no longer work*,
  won't load, won't start, won't let, not let, can't get, cannot get, can't log in, can't even, can't access, can't reach,
  unable to, couldn't, wasn't able, did not receive, didn't receive, never received, never got, never arrived,
  never came, never called, never again, never fly*, never us*, never order*, never buy*, not arrived, hasn't arrived,
  haven't received, not received, missing, lost my, losing my, lose my, lost our, lost luggage, lost bag*, no response,
  no reply, no answer, no one, nobody, noone, no help, no explanation, no info*, lack of, lame, ugh, inconvenien*, unusable, inefficien*, amateur*, shocking,
  no signal, no service, no internet, no power,
  no refund, no update*, ignor*, hung up, hang up, disconnect*, delay*, running late,
  is late, was late, were late, are late, so late, too late, late again, minutes late, cancelled, canceled, cancellation, stranded,
  stuck, overcharged, charged twice, charged me, double charged, refund, compensat*, wrong, mistake, mislead*, lie, lied,
  lies, lying, liar*, false, promised, problem, problems, issue, issues, trouble*, complain*, dissatisfied, disappoint*, dissapoint*,
  frustrat*, annoy*, angry, furious, upset, unhappy, fed up, sick of, tired of, rude, unhelpful, useless, incompetent,
  unprofessional, poor, poorly, bad, sucks, suck, sucked, crap*, shit*, bullshit, bs, damn, wtf, fuck*, hate, *fail, fail*,
  nightmare, fiasco, ruin*, waste*, wasting, dirty, filthy, uncomfortable, smh, get it together, do better, what's going on,
  what is going on, switching to, leaving you, used to love, neveragain, lost a customer, thanks for nothing, thanks for making,
  thanks for allowing, thanks for letting, thanks for leaving, thank you for making, losing, 😡, 🤬, 😠, 👎, 💩,
  seit tagen, seit wochen, seit stunden, seit monaten, seit gestern, seit heute, seit * tagen, seit * stunden,
  seit * wochen, immer noch, noch immer, schon wieder, wieder mal, mal wieder, wiedermal, noch nie funktioniert,
  zum * mal, das dritte mal, jedes mal, kaputt*, defekt*, störung*, gestört, ausfall*, ausfäll*, ausgefallen, fällt aus,
  fallen aus, verspät*, unpünktlich*, zu spät, gestrichen, geht nicht, geht nichts, gehen nicht, geht gar nicht,
  geht wieder nicht, nichts geht, läuft nicht, läuft nichts, funktioniert nicht, funktionieren nicht, klappt nicht,
  funktioniert wieder nicht, funktioniert immer noch nicht, nicht erreichbar, niemand*, keiner, keine antwort,
  keine reaktion, keine rückmeldung, kein netz, kein internet, kein empfang, kein strom, keine info*, nicht möglich,
  nicht angekommen, nicht geliefert, nicht erhalten, nicht bekommen, nie angekommen, nie wieder, frechheit, unverschämt*,
  saftladen, drecksladen, sauladen, unfähig*, inkompeten*, schlecht*, mies*, grottig, unterirdisch, katastroph*,
  furchtbar, schrecklich, grausam, ärger*, verärgert, wütend, sauer, enttäusch*, genervt, nervt*, nervig, reicht mir,
  reicht's, die schnauze voll, die nase voll, scheiß*, scheiss*, verdammt*, mist, dreck*, hölle, zumutung, unmöglich*,
  unzumutbar*, lächerlich*, peinlich*, armutszeugnis, abzock*, betrug, betrogen, betrüger*, wucher, überteuert, teuer,
  beschwerde*, beschwer*, reklam*, probleme, problemen, fehler*, falsch*, verarsch*, veräppel*, wartezeit*, warteschleife,
  warte ich, warten wir, ich warte, überfüllt, stillstand, chaos, gekündigt, kündige, erstattung, entschädigung,
  abgebucht, doppelt berechnet, nutzlos, sinnlos, unfreundlich*, versagt, blamabel, traurig, na toll, ganz toll gemacht,
  super gemacht ihr, danke auch, dank auch, na super, na bravo,
  danke für nichts, dank für nichts, will mich * verarschen, inakzeptabel*, doof,
  abgestürzt, stürzt ab, gestrandet, fehlt
`);

/** Asks for something, with or without a question mark. */
export const QUESTION = words(`
  how do, how can, how to, how long, how much, how many, what is, what's, what are, what time, when is, when will, when does,
  where is, where can, where do, why is, why do, why are, who do, which, can you, can i, can we, can someone, could you,
  could i, would you, will you, do you, did you, does anyone, are you, is there, is it, are there, any chance, any idea,
  any update, any news, anyone know, help me, help us, need help, need to, i need, please, pls, plz, wondering, question,
  be nice, be great, be good, dm me, follow me, let me know, looking for, trying to, tell me, in advance, would love, would like, i want, i'd like,
  wish, hope, hoping, should, wie kann, wie komme, wie lange, wie viel*, was ist, was kostet, wann kommt, wann ist, wann wird,
  wo ist, wo finde, wo kann, warum, wieso, weshalb, wer kann, welche*, könnt ihr, können sie, könntet ihr, könnten sie,
  kann ich, kann man, kann mir, gibt es, gibt's, habt ihr, haben sie, seid ihr, wisst ihr, weiß jemand, bitte, hilfe,
  frage, fragen, brauche, suche, möchte, würde gern*, im voraus, hätte gern*, sagt mir, meldet euch
`);

export const PRAISE = words(`
  thank, thanks, thankyou, thx, ty, great, awesome, amazing, excellent, fantastic, wonderful, brilliant, superb,
  outstanding, perfect, love, loved, loving, best, kudos, well done, good job, great job, nice job, nice work, good work,
  impressed, impressive, appreciate*, helpful, friendly, happy, pleased, satisfied, good, nice, cool, delighted, rocks,
  shout out, shoutout, props, glad, yay, danke, dankeschön, vielen dank, lob, klasse leistung, klasse service, echt klasse, spitze, spitzenmäßig,
  super, prima, toll, tolle, tollen, toller, tolles, großartig*, hervorragend*, perfekt, begeistert, zufrieden, freundlich*,
  hilfsbereit*, kompetent*, super service, weiter so, gut gemacht, gut, gute, guter, schön, respekt, freu*, daumen hoch,
  läuft wieder, schnelle hilfe, empfehlenswert, geil*, liebe euch, echt gut
`);

/** The trouble is over: complaint words in the same post tell of the past. */
export const RELIEF = words(`
  thanks for fixing, thank you for fixing, thanks for sorting, thank you for sorting, thanks for solving, for resolving,
  thanks for helping, thank you for helping, thanks for the help, thank you for your help, thanks for your help,
  thanks for the quick, thank you for the quick, fixed now, works now, works again, working again, working now, all good now,
  danke für die hilfe, dank für die hilfe, danke für die schnelle, dank für die schnelle, läuft wieder, geht wieder,
  funktioniert wieder, klappt wieder, problem gelöst, problem ist gelöst
`);

/** So much for the relief. */
export const STILL = words(
  'but, however, still, except, though, aber, jedoch, allerdings, immer noch, trotzdem, leider',
);

/** Turns what follows into its opposite, with nothing but fillers between. */
export const NEGATION =
  "(?:not|never|no|without|nothing|hardly|\\p{L}+n't|nicht|nie|niemals|kein\\p{L}*|ohne|wenig)(?:\\s+(?:a|an|any|single|had|have|been|really|that|so|too|the|very|all|at|feeling|ein|eine|einen|irgend\\p{L}*|so|wirklich|mal|zu|ganz|sehr|die|das|der|gehabt|besonders))*\\s+$";

export const COMMON: Readonly<Record<'de' | 'en', RegExp>> = {
  de: words(
    'der, die, das, und, ich, nicht, ist, ein, eine, einen, mit, auf, für, zu, euch, ihr, wir, es, bei, noch, schon, seit, mein, meine, wie, auch, aber, kein, keine, hallo, danke, bitte, warum, wann, heute, im, am, von, den, dem, ja, nein, mir, mich, kann, habe, hat, sind, geht',
  ),
  en: words(
    'the, and, i, is, a, to, of, you, my, it, for, on, that, this, your, are, was, have, not, with, me, at, be, just, but, we, can, do, how, when, why, what, thanks, please, hello, hi, there, been, has, from, no, still, get, our',
  ),
};

/** Somebody speaks, or is spoken to; a headline does neither. */
export const PERSONAL = words(`
  i, i'm, i've, i'd, me, my, mine, we, our, us, you, your, you're, yours, u, ur, ya, y'all, ich, mir, mich, mein, meine,
  meinen, meinem, meiner, wir, uns, unser*, ihr, euch, euer, eure, euren, eurem, du, dich, dir, dein*
`);

function words(list: string): RegExp {
  const forms = list.split(',').map((word) => word.trim().replace(/\s+/g, '\\s+').replaceAll('*', '[\\p{L}\\p{N}]*'));
  return new RegExp(`(?<![\\p{L}\\p{N}'])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
