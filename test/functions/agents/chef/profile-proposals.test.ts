import { describe, expect, test } from 'vitest';
import { snapshotFor } from '#functions/agents/chef/household-snapshot.ts';
import { dinersOf } from '#shared/households/diners.ts';
import { person } from './people.ts';
import { session, snapshot } from './session.ts';

const [ola, jan] = [person('Ola', null), person('Jan', null, 2)];
const nuts = { code: 'nuts', severity: 'allergy' };

async function proposedFor(message: string, people = [ola, jan], locale: 'pl' | 'en' = 'pl') {
  const { last } = await session([message], snapshot(people), locale);
  return last;
}

describe('what is said of somebody of the household', () => {
  test.each([
    ['Ola ma alergię na orzechy', { allergies: [nuts] }, 'alergia: orzechy'],
    ['Oli szkodzi seler', { allergies: [{ code: 'celery', severity: 'allergy' }] }, 'seler'],
    [
      'Ola nie toleruje laktozy',
      { allergies: [{ term: 'laktoza', severity: 'allergy' }] },
      'alergia: laktoza',
    ],
    ['Ola ma celiakię', { allergies: [{ code: 'gluten', severity: 'allergy' }] }, 'gluten'],
    ['Ola jest weganką', { diet: 'vegan' }, 'dieta wegańska'],
    ['Ola nie lubi kolendry', { dislikes: ['kolendra'] }, 'nie je: kolendra'],
  ])('“%s” is proposed for the profile', async (message, adds, says) => {
    const { proposals, text } = await proposedFor(message);
    const none = { diet: null, allergies: [], dislikes: [] };
    expect(proposals).toMatchObject([
      { kind: 'profile', personId: ola.id, adds: { ...none, ...adds } },
    ]);
    expect(proposals[0]?.summary).toContain(says);
    expect(text).toContain(`Potwierdź propozycję, żeby obowiązywało zawsze: w profilu: Ola – `);
  });

  test('in English', async () => {
    const { proposals, text } = await proposedFor('Ola is allergic to nuts', undefined, 'en');
    expect(proposals).toMatchObject([
      { personId: ola.id, summary: 'in the profile of Ola – allergy: nuts' },
    ]);
    expect(text).toContain('Confirm the proposal for it to hold always');
  });

  test('is a proposal for each of several', async () => {
    const { proposals } = await proposedFor('Ola i Jan mają alergię na orzechy');
    expect(proposals.map((one) => one.kind === 'profile' && one.personId)).toEqual([
      ola.id,
      jan.id,
    ]);
  });

  test('is proposed beside what was asked for', async () => {
    const last = await proposedFor('Ola ma alergię na orzechy, co na obiad?');
    expect(last.data.recipes.length).toBeGreaterThan(0);
    expect(last.proposals).toHaveLength(1);
  });

  test('is proposed once in a session, and not at all when the profile has it', async () => {
    const message = 'Ola ma alergię na orzechy';
    const { answers } = await session([message, message], snapshot([ola, jan]));
    expect(answers.map(({ proposals }) => proposals.length)).toEqual([1, 0]);
    expect((await proposedFor(message, [person('Ola', 'nuts'), jan])).proposals).toEqual([]);
  });
});

describe('who speaks', () => {
  test('is the only person of a household', async () => {
    const { proposals } = await proposedFor('jestem uczulona na orzechy', [ola]);
    expect(proposals).toMatchObject([{ personId: ola.id, adds: { allergies: [nuts] } }]);
  });

  test('may be any of several: nothing is proposed, and the reply says where to enter it', async () => {
    const { proposals, text } = await proposedFor('jestem uczulona na orzechy');
    expect(proposals).toEqual([]);
    expect(text).toContain('wpisz to w profilu domownika');
  });
});

describe('nothing is proposed', () => {
  test.each([
    ['of a guest', 'gość jest uczulony na orzechy'],
    ['of somebody whom the household does not know', 'Zenek ma alergię na orzechy'],
    ['of a relative without a name', 'mój syn jest uczulony na orzechy'],
    ['of a meal', 'obiad bez orzechów dla Oli'],
    ['of everybody', 'nie jemy orzechów'],
    ['of who has no allergy', 'Ola nie ma alergii na orzechy'],
  ])('%s', async (_, message) => {
    expect((await proposedFor(message)).proposals).toEqual([]);
  });

  test('of a guest who was named in the request', async () => {
    const guests = [{ name: 'Basia', diet: null, allergies: [] }];
    const { household } = snapshot();
    const basia = snapshotFor(household, dinersOf([ola], { guests }, 'pl'));
    const { last } = await session(['Basia ma alergię na orzechy'], basia);
    expect(last.proposals).toEqual([]);
    expect(last.data.state?.restrictions).toHaveLength(1);
  });
});
