import { BY_OBJECT, type Deed } from './deed-objects.js';

const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Verbs that do harm whatever they are done to. */
const HARM = list(`
  abandon abstain annex arrest attack axe ban bar bill blacklist block blockade bomb bombard boycott breach cancel cease
  challenge charge clear close compel confiscate contest counter counterattack cripple crush curb curtail cut defect
  defend defy demolish demote denounce deny deploy deport destroy detain discipline dismiss disown disrupt dissolve
  divert downgrade eject escalate evict exclude execute expel expropriate fight fine fire flood foreclose forbid forfeit
  freeze ground halt hang hit impeach impose imprison impound indict interrupt intercept intervene invade invalidate
  invoke isolate jail kill leave levy limit liquidate mine mobilise mobilize nationalise nationalize obstruct occupy
  oppose oust outlaw overrun overthrow penalise penalize picket privatise privatize prosecute pulp punish quit raid ram
  rebel recall reclaim reconsider refuse reject renounce repossess requisition rescind resign resist resort respond
  restrict retake retaliate revoke sabotage sack sanction scrap seal seize sever shell shoot shut sink slap slash snub
  stonewall stop storm strike strip sue suspend tax terminate topple tighten torch tow veto withdraw withhold
  walk arm march escalate undercut depose disqualify reassign relegate garrison besiege disconnect repeal harm hurt touch ballot wage hunt chase punish pursue`);

/** Verbs that help whatever they are done to. */
const HELP = list(`
  accept aid allow attend apologise apologize assist back build buy cap compensate comply consult contribute cooperate
  co-operate cover deliver demobilise demobilize disarm donate ease employ enable escort exempt exchange extend finance
  forgive free fund give grant guarantee handle help hire honour honor host improve include introduce invest join lease
  lend license lift lower match meet negotiate obey observe open pay permit postpone protect provide ratify rebuild
  recognise recognize refrain refund rehire reimburse reinstate release relinquish reopen repair repatriate repay
  represent rescue respect restart restore resume retire return reverse safeguard save settle share shelve shelter sign
  soften spare subsidise subsidize supply support surrender talk train transfer unblock unfreeze unlock vacate waive
  welcome abide uphold underwrite relax sponsor clean plant stabilise stabilize upgrade insure feed evacuate
  notify disclose publish refer halve forgo cede yield`);

/** Verbs of what one is, thinks, says or meets with, and of what happens by itself. */
const NEITHER = new Set(
  list(`
  be become have do need want wish like love hate prefer rather know see think believe hope expect feel find fear
  consider study examine assess evaluate analyse weigh wait watch monitor look seem appear remain depend matter mean
  take cost lead result cause make get go come move run turn fall rise grow drop climb shrink drift slip slide die live last
  begin start continue happen occur arise emerge arrive travel fly visit speak say tell answer comment ask explain
  discuss debate present announce decide determine learn understand remember forget try attempt seek strive aim plan
  survive win lose gain benefit earn prove show reveal suggest indicate require involve affect contain cover reach pass
  miss fail struggle suffer collapse end exceed amount serve hear read argue claim deny call use keep let set put bring
  carry play face enter stay never not also still soon probably likely simply follow succeed mark
  elect celebrate rule convene sit complete finish`),
);

/** Participles and past forms whose verb no rule tells. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  list(`
  shut:shut cut:cut hit:hit put:put let:let quit:quit shot:shoot struck:strike broken:break
  driven:drive given:give held:hold laid:lay left:leave lent:lend made:make paid:pay sent:send
  sold:sell set:set sunk:sink torn:tear written:write withdrawn:withdraw withheld:withhold
  built:build bought:buy kept:keep frozen:freeze forbidden:forbid fought:fight brought:bring
  taken:take thrown:throw overthrown:overthrow hung:hang hanged:hang met:meet fed:feed done:do
  told:tell seen:see rebuilt:rebuild repaid:repay overrun:overrun undercut:undercut upheld:uphold
  retaken:retake found:find known:know heard:hear read:read said:say lost:lose won:win
  withdrew:withdraw gave:give broke:break took:take`).map(
    (pair) => pair.split(':') as [string, string],
  ),
);

const OBJECTS = new Map<string, (readonly [RegExp, Deed])[]>();
for (const [verbs, rest, deed] of BY_OBJECT)
  for (const verb of verbs.split(' '))
    OBJECTS.set(verb, [...(OBJECTS.get(verb) ?? []), [rest, deed]]);
const HARMFUL: ReadonlySet<string> = new Set(HARM);
const HELPFUL: ReadonlySet<string> = new Set(HELP);
const isVerb = (word: string): boolean =>
  HARMFUL.has(word) || HELPFUL.has(word) || OBJECTS.has(word) || NEITHER.has(word);

/** What the verb does that a text goes on with, in the form that "will" asks for. */
export function deedOf(verb: string, rest: string): Deed {
  for (const [object, deed] of OBJECTS.get(verb) ?? []) if (object.test(rest)) return deed;
  if (HARMFUL.has(verb)) return 'harm';
  if (HELPFUL.has(verb)) return 'help';
  return NEITHER.has(verb) ? 'neither' : 'unknown';
}

/** The verb of a participle, a past form or an "-ing": "stopped" and "stopping" are of "stop". The word itself where none is known. */
export function verbOf(form: string): string {
  const irregular = IRREGULAR.get(form);
  if (irregular !== undefined) return irregular;
  const stem = form.replace(/(?:ed|ing)$/u, '');
  if (stem === form) return form;
  const guesses = [stem, `${stem}e`, stem.replace(/(\p{L})\1$/u, '$1'), stem.replace(/i$/u, 'y')];
  return guesses.find(isVerb) ?? stem;
}
