import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/suggestion.js';
import { suggest } from '../../src/aid.js';
import { readText } from '../../src/read.js';

async function found(text: string): Promise<readonly Suggestion[]> {
  const source = await readText(new TextEncoder().encode(text), { name: 'a.txt', format: 'text' });
  return suggest(source, { source: 'a', published: '2021-06-10' });
}

const ACTS = /^(?:demand|threat|promise|assurance)$/u;

async function acts(text: string): Promise<readonly string[]> {
  return (await found(text)).filter(({ kind }) => ACTS.test(kind)).map(({ kind }) => kind);
}

async function actors(text: string): Promise<readonly string[]> {
  return (await found(text))
    .filter(({ kind }) => kind === 'actor')
    .map(({ finding }) => /^[^:,]+/u.exec(finding)![0]);
}

/** Days of its events, those that a line carries too. */
async function dates(text: string): Promise<readonly (string | undefined)[]> {
  return (await found(text))
    .flatMap((one) => [one, ...(one.carries ?? [])])
    .filter(({ kind }) => kind === 'event')
    .map(({ date }) => date);
}

describe('“should” before its subject asks for nothing', () => {
  it.each([
    'Should Peru refuse, the tribunal said, the case would go on.',
    'The secretary noted that, should the lease end, a vote was due.',
    'Officials said the fund would be used should Chile default.',
    'The report says that should the dam fail the valley has four hours.',
    'The clerk stated that costs would be shared should either side appeal.',
    'Should the ferry stop, islanders say, nobody knows what comes.',
    'Ms Roe said that should talks resume she would be glad.',
    'The editor wrote that voters would forgive the mayor should he resign.',
    '"Should they sail, we will see," the harbour master said.',
    'The ministers agreed, should it be needed, to meet again in Lima, he said.',
    'How should Chile answer, the columnist asked, and said nothing more.',
    'Why should the owners pay, Mr Dahl said, for what others broke?',
    'The judge said that were Norway to appeal, the order would stand.',
    'The chair told members that the rules would apply should anyone object.',
    'A spokesman said a second round would follow should no candidate win.',
    'Who should pay was not said.',
    'The union said it did not know what the firm should do next.',
  ])('%s', async (text) => {
    expect(await acts(text)).not.toContain('demand');
  });
});

describe('what is done without threatening or promising is no act', () => {
  it.each([
    'Norway got its way without threatening to close a single harbour.',
    'Chile answered the note without promising to open the strait.',
    'Without threatening to leave, Peru made clear that it was unhappy.',
    'The envoy left the hall without demanding that anyone resign.',
    'He spoke for an hour without once threatening to strike.',
    'The union reached its terms without ever threatening to walk out.',
    'The two sides parted without pledging to meet again.',
    'Rather than threatening to sue, the board wrote a letter.',
    'Instead of demanding that Chile pay, Norway waited.',
    'The firm settled without being asked to pay a fine.',
    'The minutes were adopted without any demand that they be changed.',
    'The court closed the case without a threat to reopen it.',
    'It is possible to bargain without threatening to leave.',
    'Far from threatening to leave, Peru signed.',
    'The mayor avoided threatening to close the bridge.',
    'Short of threatening to close the port, little is left to Norway.',
  ])('%s', async (text) => {
    expect(await acts(text)).toEqual([]);
  });
});

describe('a question is nobody’s claim', () => {
  it.each([
    'Ms Roe asked whether the pumps had been paid for.',
    'Mr Dahl: Has the treasurer said when the audit ends?',
    'Cllr Teal: Who said that the bridge was safe?',
    'The chair asked who had confirmed that the lease was signed.',
    'Q: Did the ministry say that the gates were shut?',
    'Has the board announced that the depot is sold?',
    'A member asked if the firm had stated its price.',
    'Did Peru confirm that its boats had left?',
    'Has anyone claimed that the dam is unsafe?',
    '"Have the owners said that they will sell?" a member asked.',
    'Mr Vane: Was it announced that the ferry is late?',
    'Why has Norway insisted that the toll is lawful?',
    'When did the judge say that the case was closed?',
    'How can Chile claim that the strait is free?',
    'What has the union said about the offer being final?',
  ])('%s', async (text) => {
    expect((await found(text)).filter(({ proposal }) => proposal?.startsWith('claim'))).toEqual([]);
  });
});

describe('a date', () => {
  it.each([
    ['The talks are put off until December.', ['2021-12']],
    ['The lease runs until March 2022.', ['2022-03']],
    ['The strait stays shut until Monday.', ['2021-06-14']],
    ['The election in May was lost.', ['2021-05']],
    ['The vote in September will decide.', ['2021-09']],
    ['The ballot in November will be close.', ['2021-11']],
    ['The harvest last year was poor.', ['2020']],
    ['Last year’s treaty has lapsed.', ['2020']],
    ['Next year the lease ends.', ['2022']],
    ['The mission reports on Week 23 of the truce.', []],
    ['In Week 7 the lorries were let through.', []],
    ['Until April the port had been open.', ['2021-04']],
    ['The truce holds until October, the mission said.', ['2021-10']],
    ['By July the ferries will sail again.', ['2021-07']],
    ['The court will sit again in January.', ['2022-01']],
    ['The committee met in February.', ['2021-02']],
  ] as const)('%s', async (text, when) => {
    expect(await dates(text)).toEqual(when);
  });
});

describe('one actor under its short name', () => {
  it.each([
    ['Ana Lund opened the meeting. Lund said that it was late.', ['Ana Lund']],
    ['Lund said that it was late. Ana Lund opened the meeting, and Lund closed it.', ['Ana Lund']],
    ['Ms Lund was heard first. Ana Lund said that it was late.', ['Ana Lund']],
    ['Dr Ana Lund gave evidence. Dr Lund said that the dam leaked.', ['Ana Lund']],
    ['The Harbour Council met. The Council said that it was late.', ['Harbour Council']],
    ['The Council said that it was late. The Harbour Council met again.', ['Harbour Council']],
    [
      'The Harbour Council met. Council members left, and the council said so.',
      ['Harbour Council'],
    ],
    ['The Teskin Dockers Union struck. The Union said that pay was low.', ['Teskin Dockers Union']],
    ['The Ombry Water Board met. The Board said that the pumps were old.', ['Ombry Water Board']],
    ['The Ombry Water Board (OWB) met. OWB said that the pumps were old.', ['Ombry Water Board']],
    ['Judge Ana Lund sat. Judge Lund said that the case was closed.', ['Ana Lund']],
    ['Mr Tor Vane spoke. Vane’s union said so. Vane said that pay was low.', ['Tor Vane']],
    [
      'The Vale Transport Company met. The Company said that it was late.',
      ['Vale Transport Company'],
    ],
    [
      'The Marl Mediation Commission met. The Commission said that it was late.',
      ['Marl Mediation Commission'],
    ],
    ['Mrs Roe, chair, spoke. Edda Roe said that it was late. Roe left.', ['Edda Roe']],
  ] as const)('%s', async (text, names) => {
    expect(await actors(text)).toEqual(names);
  });
});

describe('where something happens is no actor', () => {
  it.each([
    'The two sides met in Geneva on Monday.',
    'Talks were held in Geneva, and a second round in Vienna.',
    'The envoys flew to Denmark for the signing.',
    'The pumps were made in Japan.',
    'Delegates gathered in Tokyo for three days.',
    'A conference in Denmark ended without a text.',
    'The court sits in the Netherlands.',
    'The firm has a warehouse in Japan and another in Denmark.',
    'The paper was printed in London.',
    'The ferry was on its way from Denmark when the engine failed.',
    'The Geneva talks ended on Monday.',
    'The second round of talks, in Oslo, ended on Monday.',
    'The papers were signed at a hotel near Vienna.',
    'He studied in Japan, and came back in 2010.',
    'The cable runs through Denmark.',
  ])('%s', async (text) => {
    expect((await actors(text)).filter((one) => /^\p{Lu}/u.test(one))).toEqual([]);
  });
});
