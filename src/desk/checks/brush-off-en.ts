import type { BrushOffs } from './brush-off-words.ts';

/** Somewhere else. */
const ELSEWHERE_EN =
  '(?:(?:contact|web|online|feedback|complaint)?[ -]?form|hotline|web ?site|(?:help|support) (?:pages?|cent(?:er|re))|faqs?|terms|conditions|customer (?:services?|relations|care|support)|departments?|billing|manufacturer|retailer|seller|courier|head office|(?:usual|proper|official) channels?|ticket|e-?mail|in writing|the app|number on your|your account and open)';
/** Whoever else could be asked, and wherever else. */
const OTHERS_EN =
  '(?:form|portal|site|page|online|app|chat|(?:help|support|phone|info)?-?lines?|the number|e?-?mail|letter|ticket|desk|counter|faqs?|knowledge base|help (?:cent(?:er|re)|pages?|section)|teams?|departments?|branch(?:es)?|stores?|shops?|staff|airport|station|bank|manufacturer|retailers?|sellers?|dealers?|agents?|agency|courier|carrier|landlord|insurer|insurance|provider|head office|authorit(?:y|ies)|ombudsman|terms|conditions|policy|guidelines)';

const SEND_THEM_EN =
  '(?:use|fill (?:in|out)|complete|submit|visit|refer|check|see|read|consult|contact|call|e-?mail|write|send|direct|address|raise|log in|open|take|have a look|report)';
const WE_EN = '(?:i|we|they|she|he|a colleague|a technician|our \\w+)';
const DOING_EN =
  '(?:call|ring|phone|write|get back|look|check|find out|sort|fix|repair|refund|rebook|credit|send|replace|book|help|report back|extend|tell you|let you know|update|post|arrange|cancel|change|bring|be back|be with you|pay|pass|hear from|take care|see to|make it right|exchange)';
const DONE_EN =
  '(?:opened|passed|asked|told|found|noted|sent|replied|responded|answered|forwarded|corrected|cancelled|canceled|activated|arranged|booked|refunded|credited|fixed|checked|changed|raised|escalated|taken|ordered|replaced|reset|written|got your|got the|took)';

export const EN: BrushOffs = {
  redirects: [
    `(?:please|kindly|need to|have to|ought to|advise you|recommend|suggest|best (?:to|off)|want to)\\b.{0,40}\\b(?:reach out|get in (?:touch|contact)|speak|talk|contact|call|ring|phone|write|e-?mail|visit|go|turn|ask|report|check|consult|try|use|raise|submit|lodge|enquire)\\b.{0,50}\\b${OTHERS_EN}\\b`,
    `^(?:try|check|visit|call|ring|ask|contact|use|see|read|consult|go to|head (?:over )?to|pop into|speak to|talk to)\\b.{0,40}\\b${OTHERS_EN}\\b`,
    `(?:have you|did you) (?:tried|checked|looked at|read|try|check|contacted|asked|visited)\\b.{0,30}\\b(?:our|the|your)?\\b.{0,12}\\b${OTHERS_EN}\\b`,
    `\\b${OTHERS_EN} (?:can|could|will be able to|should be able to|is able to|are able to|may|will) (?:surely |certainly |gladly |be happy to )?(?:assist|help|answer|advise|deal|sort)`,
    `\\b(?:lodged|raised|submitted|reported|filed|made|handled|dealt with)\\b.{0,20}\\b(?:via|through|by|on|in|with)\\b.{0,20}\\b${OTHERS_EN}\\b`,
    `(?:^|\\b)(?:here|social media|twitter|this account|this channel) (?:isn't|is not|is no) `,
    `(?:please|kindly|need to|have to|must|ask you to|you can only|should)\\b.{0,40}\\b${SEND_THEM_EN}\\b.{0,50}\\b${ELSEWHERE_EN}`,
    `^(?:${SEND_THEM_EN})\\b.{0,30}\\b${ELSEWHERE_EN}`,
    `(?:complaints|refunds?|enquiries|questions|everything else).{0,40}\\b(?:only|form|e-?mail|in writing)\\b`,
    `(?:not|isn't) (?:really )?the (?:right |appropriate )?(?:place|channel)`,
    `(?:doesn't|does not|don't|do not|can't|cannot) (?:handle|accept|deal with|process|take (?:complaints|requests|calls))`,
    'we only (?:deal with|handle)',
    '(?:is|are|find) (?:all |it |that |everything )?(?:(?:explained|described|listed|found|available) (?:there|on|in) ?|on our (?:web ?site|page))',
    `(?:that's|this is|that is) (?:something )?(?:for|a matter for) (?:the|your)\\b`,
    'take (?:this|that|it) up with',
    '(?:please|kindly|must|to) (?:contact|call|ring|phone) (?:us|the|our|them|customer)',
    '^(?:hi|hello)?[^a-z]*(?:please|kindly) (?:send (?:us|me) a )?(?:dm|direct message)(?: us| me)?[.!]?$',
    'please write to (?:them|us)',
    'in due course',
  ],
  refuses: [
    `(?:aren't|are not|isn't|is not|won't|will not|never|not) (?:going to|be|able to|willing to|in a position to|something (?:we|i))\\b.{0,20}\\b(?:refund|change|offer|help|exchange|pay|discuss|provide|do|rebook|replace|reimburse|compensate|cancel|allow|take)`,
    `(?:can't|cannot|can not|couldn't|won't|will not) be (?:changed|refunded|exchanged|cancelled|rebooked|altered|reimbursed|waived|discussed|transferred|done|made|extended|reversed)`,
    `no (?:refunds?|exchanges?|returns?|compensation|callbacks?|credit|discounts?|from us|chance|way)\\b`,
    `(?:given|told|stated|explained).{0,20}(?:our|the) (?:answer|position|decision)|already (?:answered|told you|explained)`,
    `no point in|rules are|nothing (?:more |else |further )?to (?:add|say)|no further (?:comment|information)`,
    `^(?:delays|mistakes|outages|things|errors|these things|cancellations) (?:happen|occur|do happen|can happen)`,
    `(?:isn't|is not|not) (?:possible|permitted|allowed|our (?:job|concern|department|business))`,
    `(?:that's|that is|it's|it is) (?:just )?(?:life|not up to us|up to you|what it is)|(?:it|that) is what it is`,
    `(?:can't|cannot|can not|unable to|not able to|won't|will not) (?:really )?(?:do anything|do more|help|comment|change|give you|make (?:an )?exceptions?|discuss|be discussing|assist|answer)`,
    '(?:is |s )?nothing (?:more |else )?(?:that )?(?:we|i) can do',
    `we (?:generally )?(?:don't|do not) (?:do|discuss|offer|answer|provide|comment|make|give)`,
    `(?:refunds?|exceptions?|returns?|exchanges?|compensation|callbacks?|changes) (?:is|are|isn't|aren't) ?(?:not|simply not)? (?:possible|available|offered|an option)`,
    'no exceptions?',
    `(?:our|company) policy`,
    `consider (?:this|the|your) .{0,20}closed`,
    `not (?:our|a) (?:problem|responsibility|fault of ours)`,
    `(?:that's|that is|this is) (?:just |simply )?(?:how|the way) (?:our|it|things|the)`,
    'no (?:influence|control|entitlement)',
    'out of our hands',
    '(?:have|need) to (?:wait|be patient) like',
    'decision is final',
    'just (?:have to|need to) (?:wait|accept)',
  ],
  blames: [
    `did you (?:even|actually|not|really)|have you even|didn't you`,
    `(?:must|may|has to|probably|likely) be (?:something |an? \\w+ )?(?:at|on|with) your`,
    `you (?:forgot|failed|neglected|ignored|missed|left it|were (?:too )?late|did not|didn't|misread|misunderstood|clicked|entered|agreed|signed|accepted|waited|booked the wrong)`,
    `(?:most|many|all|thousands of) (?:other )?(?:people|customers|users|passengers|guests) (?:\\w+ )?(?:find|manage|have no|are|understand|know|don't|do not)`,
    `(?:instructions|terms|rules|conditions|description|website) (?:is|are) (?:very |quite |perfectly |actually |pretty )?(?:clear|easy|simple|obvious)`,
    `(?:when|if|because) (?:people|customers|users) (?:do not|don't|fail|forget|won't|can't)`,
    `(?:works|worked|looks|is) (?:perfectly |just )?fine (?:for|with|on|at) (?:us|our)`,
    `you (?:should|could|ought to|must) have\\b`,
    `your own (?:fault|choice|decision|mistake)`,
    `(?:that is|that's|it's|it is) your (?:fault|responsibility|problem|job)`,
    `if you(?:'d| had)\\b`,
    `as (?:clearly |already )?(?:stated|explained|written)`,
    `(?:everybody|everyone) else\\b|nobody else (?:has|had|complain|said|ask)`,
    `other customers`,
    `you (?:obviously|clearly|apparently)`,
    `(?:must|has to) be your\\b`,
    `no (?:fault|error|mistake) on our (?:side|part|end)`,
    `next time you(?:'ll| will| should| could)?\\b.{0,20}\\b(?:read|check|think|listen)`,
    `(?:if you|you) (?:don't|didn't|did not|do not) read`,
    `the only (?:one|customer|person) (?:complaining|who)`,
    `what did you expect`,
    `you chose`,
    'perhaps .{0,10}\\bread\\b',
  ],
  silences: [
    `(?:^|please|kindly|\\byou\\b|\\bto\\b)(?:.{0,25}\\b)?(?:delete|deleted|remove|removed|withdraw|withdrew|retract|edit out|take back)\\b.{0,30}\\b(?:tweet|posts?|comments?|review|complaint|rating|thread)\\b`,
    `take\\b.{0,20}\\b(?:tweet|post|comment|review|thread|that|this|it)\\b.{0,10}\\b(?:down|offline|private)\\b`,
    `(?:refrain|abstain|desist)\\b|in public (?:helps|does)|keep this (?:private|off)`,
    `(?:please|kindly|ask you to|then) (?:delete|remove|take down|withdraw) (?:it|this|that)(?: down| again| please|,|\\.|!|$)`,

    `stop (?:posting|tweeting|writing)`,
    `no need to .{0,20}(?:public|publicly)`,
    `(?:don't|do not) (?:post|tweet|share) .{0,20}(?:public|publicly|here)`,
  ],
  remedies: [
    `leave (?:it|this|that) with me|bear with me|back in (?:\\w+ )?(?:minutes|an hour|a moment)|in touch (?:today|tomorrow|by|shortly)`,
    `\\b${WE_EN}(?:'m|'re| am| are| is) \\w+ing (?!to (?:refund|help|change))`,
    `\\b(?:i|we) (?:spoke|talked|rang|called|raised|asked|checked|sent|found|got|fixed|reissue|hold|pay|resend|refund|replace|waive|rebook)\\b`,
    `\\b(?:i|we) (?:can|could|will|would) (?:now |also |still )?(?:do is|waive|hold|resend|offer|refund|find|exchange|reissue|put|give you|make|take)`,
    `expects? you|has your|(?:it|they|which|then it|it all) (?:comes?|restarts?|fits|reissue|arrives?|works|starts?)|exchanges it|comes (?:tomorrow|today|at|with)|(?:hold|press|push|turn|unplug|restart|select|tap|click|switch|type) (?:the|your|it|on|off)`,
    `you (?:need|pay|get|should see|can (?:cancel|change|find|get|see|pay|bring|take|still|also|use it))|(?:there's|there is) no fee|free\\b|no charge|is right\\b|\\d+[.,]\\d\\d`,
    `(?:can|could) you (?:dm|send|tell|give|share|show|describe|let)|do you (?:still )?(?:have|see|know|mean|remember|want)|what (?:is|does|happens|did)|which (?:of|one)|where (?:was|is|did)|when (?:did|was)`,
    `(?:putting|make|making|put) (?:it|this|that|things) right|new (?:card|one) `,
    `\\b${WE_EN}(?:'ve| have| has)? (?:just |already |now |also |both |myself )*${DONE_EN}\\b`,
    `\\b${WE_EN}(?:'ll| will| can| could|'d| would)(?: (?:like|love|be happy|be glad) to)?(?: (?:gladly|now|also|then|personally|at least|be back|post|only))* (?:${DOING_EN}|do that|offer you)\\b`,
    `\\b${WE_EN}(?:'m|'re| am| are| is)(?: \\w+){0,2} (?:looking|checking|working|asking|watching|sending|sorting|investigating|testing|fixing|calling|repairing|on (?:it|the way|his way|her way)|holding)`,
    `(?:we're|we are|i'm|i am) on it`,
    `(?:you'll|you will) (?:have|get|hear|receive|see|be)\\b`,
    `(?:so|then|and) (?:that )?(?:we|i|(?:our|the|my) (?:\\w+ ){0,3}(?:team|colleagues|crew|staff))(?:'ll| can| could| may| will| know)`,
    `(?:want|like|love|chance) to (?:look into|see what|help|assist|work (?:this|it) out)|(?:happy|glad|pleased|here) to (?:help|assist|answer|look|check)|follow(?:ing)? up`,
    `(?:^|[.!?] )(?:(?:hi|hello|hey|sorry)[^.!?]{0,20}[,.!] )?(?:is|are|was|were|do|does|which|what|how|when|where) (?!did you expect|else)[^.!?]{5,}\\?`,
    `\\b(?:may|can|shall|should|could) (?:i|we)\\b`,
    `would you (?:like|prefer)|would that|is that okay|does that (?:suit|help)|just (?:say|tell us)|which (?:day|one|model)|what does the`,
    `let me (?:look|check|see|find|ask|help)`,
    `(?:is|are|was|were|has been|have been|it's) (?:now |being )?(?:fixed|repaired|corrected|refunded|replaced|solved|back|on (?:its|the|his|her) way)`,
    `works again|did arrive|your money|free of charge|for free|(?:arrives?|leaves?|left) (?:at|our|on|tomorrow|today)|next one|be held`,
    `(?:our|ours) (?:mistake|error|fault)|(?:is|was) ours|was our\\b|we made`,
    `\\b(?:it|they) (?:takes?|costs?|weighs?)\\b|in the chat it|until \\d|to save you|takes effect|(?:fixes|solves) it`,
    `\\b(?:settings|account|menu),`,
  ],
};
