import { HARMS } from './speech-words.js';

/** What a deed is to another, by its verb and, where it needs one, what follows: what the verb goes on with. */
export type Deed = 'harm' | 'help' | 'neither' | 'unknown';

/** What follows a verb and makes it the one or the other; looked at before the verb alone. */
export const BY_OBJECT: readonly (readonly [verbs: string, rest: RegExp, deed: Deed])[] = [
  // "End the strike", "withdraw its troops", "cut tariffs", "stop shelling": what is ended did harm.
  [
    'call cancel cease cut defer delay drop end freeze halt lift lower postpone pull reduce remove reverse revoke scrap stop suspend withdraw withhold abandon limit rescind dismantle restrict curb lay',
    /^(?:[\p{L}’'-]+ ){0,4}?(?:strikes?|stoppages?|blockades?|boycotts?|bans?|embargo(?:es)?|sieges?|sanctions|tariffs?|duties|tolls?|fees?|levy|levies|surcharges?|shelling|bombing|bombardment|firing|attacks?|raids?|flights|patrols|harassment|complaints?|claims?|lawsuits?|suits?|charges|case|proceedings|objections?|veto|curfew|troops|forces|fighters|soldiers|tanks|guns|weapons|ships|frigates|warships|roadblocks?|barricades|mines|emissions|pickets?|debts?|rents?|notices?|order|threats?|demands?|evictions?|layoffs|lay-offs|arms|down (?:their|its|our) arms|ultimatum|penalt(?:y|ies)|fines?|offensive|operations|overflights|works? (?:on|at)|construction|discharges?)(?!\p{L})/u,
    'help',
  ],
  ['cut end stop suspend withdraw freeze halt', /^off(?!\p{L})/u, 'harm'],
  [
    'end stop withdraw withhold suspend cut halt reduce freeze pull delay',
    /^(?:from|out|back from|(?:[\p{L}’'-]+ ){0,4}?(?:support|cooperation|co-operation|contributions?|subsid(?:y|ies)|deliveries|supplies|supply|payments?|funding|aid|assistance|ambassadors?|envoys?|investments?|contracts?|licen[cs]es?|offers?|talks|negotiations|participation|membership|recognition|services?|loans?|credit|gas|water|power|oil|jobs?|wages?|pay|hours|rights))(?!\p{L})/u,
    'harm',
  ],
  [
    'support back allow help join finance host welcome permit supply',
    /^(?:[\p{L}’'-]+ ){0,4}?(?:attacks?|invasion|war|offensive|strikes?|use of force|blockade|coup|intervention|annexation|escalation|closure|dismissals?|evictions?)(?!\p{L})/u,
    'harm',
  ],
  [
    'lead result trigger bring mean entail carry attract provoke draw cause consider',
    new RegExp(`^(?:in |to )?(?:[\\p{L}’'-]+ ){0,4}?(?:${HARMS})(?!\\p{L})`, 'u'),
    'harm',
  ],
  // Particles.
  [
    'clear',
    /^(?:the |all |its |their )?(?:mines?|rubble|debts?|arrears|backlog|way|road for|customs)(?!\p{L})/u,
    'help',
  ],
  ['answer greet', /^(?:[\p{L}’'-]+ ){0,4}?with (?=\p{L})/u, 'harm'],
  [
    'meet',
    new RegExp(
      `^(?:[\\p{L}’'-]+ ){0,4}?with (?:\\p{Ll}+ )?(?:fire|gunfire|bullets|resistance|silence|${HARMS})(?!\\p{L})`,
      'u',
    ),
    'harm',
  ],
  ['see', /^[^.,;]{2,40} in court(?!\p{L})/u, 'harm'],
  [
    'ask',
    /^(?:the |an? |its )?(?:[\p{L}’'-]+ ){0,3}?(?:judges?|courts?|tribunal|police|prosecutors?|shareholders|voters|members to (?:vote|strike))(?!\p{L})/u,
    'harm',
  ],
  [
    'take',
    /^(?:sides|(?:[\p{L}’'-]+ ){0,6}?to (?:the |its )?(?:shareholders|voters|members|streets|public))(?!\p{L})/u,
    'harm',
  ],
  ['do', /^(?:the work of|(?:the )?same|without|anything to (?:harm|hurt))(?!\p{L})/u, 'harm'],
  [
    'treat',
    /^(?:[\p{L}’'-]+ ){0,4}?as (?:an? )?(?:contempt|hostile|enem(?:y|ies)|acts? of war|aggression|breach|criminals?|trespass\p{Ll}*|resignation|casus belli|legitimate targets?|targets?)/u,
    'harm',
  ],
  [
    'expect',
    /^(?:an? |no |further |legal |the )*(?:written )?(?:warnings?|consequences|retaliation|mercy|visit|letter|fines?|penalt(?:y|ies)|dismissal|charges|sanctions|reprisals|strikes?|resistance|action)(?!\p{L})/u,
    'harm',
  ],
  ['call', /^(?:(?:[\p{L}’'-]+ ){0,4}off|it off|(?:[\p{L}’'-]+ ){0,3}back)(?!\p{L})/u, 'help'],
  [
    'call',
    /^(?:on|an?|for|new|early|fresh|snap|out|in) (?=[^.;]*(?:strike|stoppage|walkout|walk-out|vote|election|boycott|police|army|troops|bailiffs))/u,
    'harm',
  ],
  ['break', /^(?:off|up|with|ties|relations|the)(?!\p{L})/u, 'harm'],
  [
    'bring',
    /^(?:(?:[\p{L}’'-]+ ){0,4}(?:down|proceedings|suit|case|action|charges|lawsuit|claim)|in (?:troops|police|replacement|bailiffs|agency))(?!\p{L})/u,
    'harm',
  ],
  ['bring', /^(?:[\p{L}’'-]+ ){0,4}to (?:justice|book|account|court|trial|heel)(?!\p{L})/u, 'harm'],
  [
    'launch mount start begin order',
    /^(?:[\p{L}’'-]+ ){0,4}?(?:attacks?|operations?|offensives?|strikes?|invasion|assault|raids?|action|proceedings|campaign|boycott|protests?|investigation)(?!\p{L})/u,
    'harm',
  ],
  ['bring', /^(?:[\p{L}’'-]+ ){0,4}(?:forward|back|home)(?!\p{L})/u, 'help'],
  ['carry', /^on (?:the )?(?:strike|boycott|fight|blockade)/u, 'harm'],
  ['cross', /^(?:the|its|our|their|any|that) (?:picket|border|river|line|frontier)/u, 'harm'],
  [
    'do',
    /^(?:whatever|everything|anything|all) [^.,;]{0,50}(?:takes|necessary|stop|prevent|defend|block|fight|protect itself)(?!\p{L})/u,
    'harm',
  ],
  ['drag', /^/u, 'harm'],
  ['drive', /^(?:[\p{L}’'-]+ ){0,4}(?:out|away|off|from)(?!\p{L})/u, 'harm'],
  [
    'face',
    /^(?:[\p{L}’'-]+ ){0,5}?(?:consequences|retaliation|tariffs?|sanctions?|penalt(?:y|ies)|action|prosecution|charges|proceedings|arrest|expulsion|dismissal|fines?|eviction|suspension|closure|prison|jail|court|strikes?|reprisals|disqualification)(?!\p{L})/u,
    'harm',
  ],
  ['file', /^/u, 'harm'],
  [
    'go',
    /^(?:to (?:court|law|war|the (?:courts?|police|polls|streets|press|tribunal|arbitration))|on strike|into opposition|public|it alone|elsewhere|home|unanswered|unpunished)(?!\p{L})/u,
    'harm',
  ],
  [
    'have',
    /^(?:no (?:other )?(?:choice|option|alternative)|(?:[\p{L}’'-]+ )?(?:consequences|repercussions?)|to (?:reckon|answer|close|leave|act|shut|cut|["“]?review|["“]?reconsider|cancel|sell|sack|lay off|withdraw|suspend|pay (?:a|the) price))(?!\p{L})/u,
    'harm',
  ],
  [
    'hold',
    /^(?:[\p{L}’'-]+ ){0,5}?(?:to account|responsible|accountable|liable|back|out against|up|hostage)(?!\p{L})/u,
    'harm',
  ],
  ['hold', /^(?:fire|its fire|their fire|(?:fresh |direct |further )?talks)(?!\p{L})/u, 'help'],
  [
    'keep',
    /^(?:[\p{L}’'-]+ ){0,4}(?:closed|shut|locked|out|away|at home|off|blocked|occupied|under (?:siege|lock))(?!\p{L})/u,
    'harm',
  ],
  [
    'kick throw turn push shut pull walk cut lock',
    /^(?:[\p{L}’'-]+ ){0,3}?(?:out|back|away|off|down|aside|over to the police)(?!\p{L})/u,
    'harm',
  ],
  ['lay', /^(?:[\p{L}’'-]+ ){0,3}?(?:off|waste|siege|mines|charges)(?!\p{L})/u, 'harm'],
  [
    'lead',
    /^to (?:war|prison|retaliation|countermeasures|sanctions|prosecution|dismissal|expulsion|eviction|the loss)/u,
    'harm',
  ],
  [
    'leave',
    /^(?:[\p{L}’'-]+ ){0,4}(?:alone|in peace|untouched|intact|open|free)(?!\p{L})/u,
    'help',
  ],
  [
    'let',
    /^(?:[\p{L}’'-]+ ){1,5}(?:fail|lapse|rot|starve|expire|go (?:bankrupt|under|dark)|collapse)(?!\p{L})/u,
    'harm',
  ],
  ['let', /^(?:[\p{L}’'-]+ )/u, 'help'],
  ['live', /^with(?!\p{L})/u, 'help'],
  ['lose', /^(?:its|their|his|her|your|the|all|any|every)(?!\p{L})/u, 'harm'],
  [
    'make',
    /^(?:[\p{L}’'-]+ ){0,6}?(?:available|public|good|room|way|amends|safe|permanent)(?!\p{L})/u,
    'help',
  ],
  ['make', /^(?:[\p{L}’'-]+ ){0,2}(?:pay|regret|suffer)(?!\p{L})/u, 'harm'],
  [
    'move',
    /^(?:against|to (?:close|dismiss|strike|block|impeach|suspend|expel)|(?:[\p{L}’'-]+ ){0,4}(?:abroad|elsewhere|production|its headquarters))(?!\p{L})/u,
    'harm',
  ],
  ['open', /^(?:fire|a second front|proceedings)(?!\p{L})/u, 'harm'],
  ['pay', /^(?:(?:a|the) (?:\p{L}+ )?price|dearly|for (?:it|this|that))(?!\p{L})/u, 'harm'],
  [
    'place put',
    /^(?:[\p{L}’'-]+ ){0,4}?(?:in prison|on trial|behind bars|on notice|under (?:siege|house arrest|administration|embargo)|out to (?:contract|tender)|(?:tariffs|duties|an end) |up (?:its|their|his|her) own|on hold|up for sale|a stop|to a vote)/u,
    'harm',
  ],
  [
    'place put',
    /^(?:[\p{L}’'-]+ ){0,5}?(?:up|forward|under (?:surveillance|supervision|inspection|international|seal|joint)|at the disposal|aside|back|off|right|money|in (?:escrow|trust|writing))(?!\p{L})/u,
    'help',
  ],
  [
    'raise increase',
    /^(?:[\p{L}’'-]+ ){0,3}?(?:pay|wages?|salaries|its offer|pensions?|supplement|aid|funding|quota|grants?|contribution|supply|deliveries|flow)(?!\p{L})/u,
    'help',
  ],
  [
    'raise increase double',
    /^(?:[\p{L}’'-]+ ){0,3}?(?:tariffs?|duties|rents?|fees?|tolls?|tax(?:es)?|charges?|prices?)(?!\p{L})/u,
    'harm',
  ],
  [
    'refer report take',
    /^(?:[\p{L}’'-]+ ){0,6}?(?:to (?:the )?(?:\p{L}+ )?(?:court|courts|police|prosecutors?|ombudsman|tribunal|arbitration|arbitrators?|Security Council|Council|WTO|regulator|Guarantors|streets|authorities)|legal action|industrial action|action|steps|measures|countermeasures|hostages?|revenge|up arms)(?!\p{L})/u,
    'harm',
  ],
  [
    'take',
    /^(?:back|in|part|over the costs?|down (?:the|its)|care of|on (?:\p{L}+ )?(?:the|all|more|new|extra))(?!\p{L})/u,
    'help',
  ],
  ['return', /^fire(?!\p{L})/u, 'harm'],
  ['return', /^(?:to|from|home|on|in|next|tomorrow|here|again)(?!\p{L})/u, 'neither'],
  ['review rethink reassess', /^(?:its|their|the|his|her|our|all|every)(?!\p{L})/u, 'harm'],
  [
    'reduce',
    /^(?:[\p{L}’'-]+ ){0,4}?(?:flow|deliveries|supplies|supply|aid|staff|orders|pressure)(?!\p{L})/u,
    'harm',
  ],
  ['remove replace', /^(?:the|its|his|her|their|every|all|any) /u, 'harm'],
  ['roll', /^(?:over|back)(?!\p{L})/u, 'help'],
  [
    'seek',
    /^(?:[\p{L}’'-]+ ){0,3}?(?:order|injunction|damages|compensation|extradition|arrest|sanctions|judicial review|ruling|prosecution|dissolution|removal|a buyer|other (?:suppliers|partners|buyers))(?!\p{L})/u,
    'harm',
  ],
  [
    'sell',
    /^(?:[\p{L}’'-]+ ){0,4}(?:elsewhere|off|to (?:others|rivals|the highest))(?!\p{L})/u,
    'harm',
  ],
  [
    'send',
    /^(?:[\p{L}’'-]+ ){0,4}?(?:warships?|frigates?|gunboats?|troops|navy|army|soldiers|police|bailiffs|tanks|home|fighters|bombers)(?!\p{L})/u,
    'harm',
  ],
  [
    'send set stand step work sit come',
    /^(?:aside|down|back|free|up|by|with|(?:[\p{L}’'-]+ ){0,4}(?:convoy|doctors|aid|food|grain|observers?|monitors|experts|delegation|team|negotiators?|envoys?|answer|relief|engineers|help|free|aside)|to the (?:table|talks)|back)(?!\p{L})/u,
    'help',
  ],
  ['table move', /^a (?:motion|vote|resolution)/u, 'harm'],
  ['tear break split', /^(?:up|off|away|apart)(?!\p{L})/u, 'harm'],
  ['turn', /^(?:off|back|away|against|to (?:other|the courts?))(?!\p{L})/u, 'harm'],
  [
    'use',
    /^(?:force|its veto|(?:all|every|any|whatever) |its powers|the (?:army|golden|nuclear|powers|law|courts))/u,
    'harm',
  ],
  ['vote', /^(?:against|down|to (?:strike|leave|close|reject)|no|it down)(?!\p{L})/u, 'harm'],
  ['vote', /^(?:for|in favou?r|yes|with)(?!\p{L})/u, 'help'],
  ['write', /^off(?!\p{L})/u, 'help'],
  ['buy hand give pay', /^(?:[\p{L}’'-]+ ){0,4}(?:over|back|up|out)(?!\p{L})/u, 'help'],
  ['act', /^(?:against|alone|accordingly|unilaterally|on (?:its|our|their) own)(?!\p{L})/u, 'harm'],
  ['act', /^(?:as (?:a |an )?(?:guarantor|mediator|host|broker|intermediary))(?!\p{L})/u, 'help'],
  // Not deeds against anybody.
  ['leave', /^(?:for|on|at|in|early|tomorrow|home)(?!\p{L})/u, 'neither'],
  [
    'fight respond',
    /^(?:for|to (?:the )?(?:questions?|letter|criticism|requests?))(?!\p{L})/u,
    'neither',
  ],
  ['open meet', /^(?:in|on|at|with a|again on|next)(?!\p{L})/u, 'neither'],
];
