import type { Phrases } from './phrases.ts';

export const ENGLISH: Phrases = {
  whichDays: 'For which days shall I plan? For example “for 3 days” or “Monday to Friday”.',
  whichMeals: 'Which meals shall I plan: breakfasts, lunches, dinners?',
  tooManyDays: 'I plan at most 14 days at once. For which days shall I plan?',
  pastDays: 'These days are over. For which days shall I plan?',
  noPlan: 'There is no plan for the next days. Say for example “plan dinners for 3 days”.',
  nothingPlanned: (when) =>
    `Nothing is planned for: ${when}. Say for example “plan dinners for 3 days”.`,
  notInPlan: (when) => `The plan does not have this: ${when}. Which meal of the plan shall change?`,
  whichMeal: (meals) => ['Which meal do you mean?', ...meals.map((one) => `– ${one}`)].join('\n'),
  proposed: 'I propose:',
  planned: 'Planned:',
  changed: 'After the change:',
  unchanged: 'The plan is like that already, nothing changes.',
  hurry: '“Quick” is up to 30 min to me.',
  howManyGuests:
    'I do not know how many guests come, so I count no portions for them. Say for example “4 guests on Saturday”.',
  oneServing:
    'I do not know who lives here, so I count one portion each. Say for example “for 3 people”.',
  locked: 'stays',
  cooked: 'cooked',
  leftovers: 'of what was cooked before',
  minutes: (minutes) => `${minutes} min`,
  uses: (products) => `uses from home: ${products}`,
  noReason: 'it suits the wishes, and nothing at home goes to waste because of it',
  alreadyCooked: 'This meal has been cooked already.',
  ofLeftovers: (source) => `This meal eats of an earlier one. Note that one: ${source}.`,
  cannotMove: 'I cannot move this: I can only exchange two meals that are planned and not cooked.',
  swappedPlaces: 'I can move a meal only by exchanging two of them, so that is what I propose.',
  cannotDropMeal:
    'I do not take single meals out of a plan. I can swap it for another dish, or delete the whole plan (“delete the plan”).',
  saveFirst: 'This plan is not saved yet. Say “yes”, and then “make a shopping list”.',
  listAfterwards:
    'I make the shopping list once the plan is saved: then say “make a shopping list”.',
  allAtHome: 'Nothing has to be bought for this plan: everything is at home.',
  noPlanForList:
    'There is no plan to make a list for. Say what to add to the list, or “plan dinners for 3 days”.',
  noList: 'There is no shopping list yet. Say for example “add milk to the list”.',
  whatItem: 'What exactly? Say for example “add 2 kg of potatoes to the list”.',
  waits:
    'The proposal waits for your decision: “yes” saves it, “no” rejects it. You can also say what to change, for example “swap Wednesday”.',
  unclear:
    'I do not know what to do with the plan or the shopping list. Say for example “plan dinners for 3 days”, “what do we eat tomorrow?” or “add milk to the list”.',
  upTo: (minutes) => `up to ${minutes} min`,
  servings: (count) => `portions: ${count}`,
  guests: (count) => `guests: ${count}`,
  budget: (sum) => `budget ${sum}`,
  without: (what) => `without: ${what}`,
  forPeople: (names) => `for: ${names}`,
  nothingThen: 'nothing',
};
