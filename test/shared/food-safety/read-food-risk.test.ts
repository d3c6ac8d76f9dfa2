import { expect, test } from 'vitest';
import { readFoodRisk } from '#shared/food-safety/read-food-risk.ts';

const ASKED: readonly (readonly [risk: string, messages: readonly string[]])[] = [
  [
    'raw-poultry',
    [
      'na zakład zjeść surowego kurczaka to ok?',
      'czy moge jesc rozowego w srodku indyka',
      'kurczak w środku jest jeszcze różowy, można jeść?',
      'niedopieczone skrzydelka zjadlam i co teraz, czy to bezpieczne',
      'can i eat chicken thats a bit pink',
      'is undercooked turkey safe?',
      'is it ok to eat raw chicken as a dare',
      'the chicken is still pink and raw in the middle, can i serve it?',
    ],
  ],
  [
    'raw-pork',
    [
      'czy można zjeść surową wieprzowinę?',
      'schabowy niedosmażony w środku, moge to zjesc?',
      'can I eat pork mince raw',
    ],
  ],
  [
    'bulging-tin',
    [
      'is it ok to taste from a bulging tin?',
      'puszka fasoli jest wybrzuszona, wyrzucić czy zjeść?',
      'konserwa napuchła, da się to zjeść',
      'wieczko słoika z grzybami się wybrzuszyło, mogę spróbować',
      'the lid of my jar is swollen, can i still eat the beans',
      'swollen can of tuna - safe?',
      'puszka z fasola mi spuchla ale data jeszcze dobra. moge to zjesc?',
    ],
  ],
  [
    'mould',
    [
      'chleb spleśniał z jednej strony, odkroić i zjeść resztę?',
      'na dżemie jest trochę pleśni, można zebrać?',
      'is mouldy bread ok if i cut it off',
      'can i scrape mold off jam and eat it',
      'ser żółty z plesnia na brzegu mozna jesc?',
    ],
  ],
  [
    'left-out',
    [
      'ryż stał całą noc na kuchence, mogę zjeść?',
      'zupa stała poza lodówką od wczoraj, jeść czy wylać?',
      'I left cooked rice out overnight, is it safe',
      'pizza left on the counter all night can i eat it',
      'zapomnialam schowac gulasz na noc do lodowki, zjesc to?',
    ],
  ],
  [
    'honey-for-babies',
    [
      'od kiedy można dać niemowlęciu miód?',
      'can my 8 month old baby have honey?',
      'czy dać polroczniakowi herbatkę z miodem',
      'córka ma 8 miesięcy, mogę jej dać miodu do kaszki?',
    ],
  ],
  [
    'raw-eggs',
    [
      'jestem w ciąży, czy mogę jeść surowe jajka?',
      'czy kogel mogel dla trzylatka jest bezpieczny?',
      'is raw egg tiramisu ok when pregnant?',
      'can kids eat raw cookie dough',
    ],
  ],
  [
    'refreezing',
    [
      'czy można zamrozić ponownie rozmrożone mięso?',
      'rozmrozilam kurczaka i nie zuzylam, moge go znow zamrozic',
      'can I refreeze thawed meat?',
    ],
  ],
  [
    'kidney-beans',
    [
      'czy można jeść surową fasolę czerwoną?',
      'can i put dry kidney beans straight in the slow cooker',
    ],
  ],
  [
    'green-potatoes',
    [
      'czy zielone ziemniaki można jeść?',
      'kiełkujące ziemniaki wyrzucić?',
      'ziemniaki z zielonymi plamami i kiełkami są ok?',
      'are sprouted potatoes safe to eat',
      'my potatoes have gone green, ok to eat?',
    ],
  ],
  [
    'wild-mushrooms',
    [
      'znalazłam grzyby i nie wiem co to, mogę zjeść?',
      'czy nieznane grzyby można spróbować na surowo',
      'found mushrooms in the garden, are they safe to eat?',
    ],
  ],
  [
    'past-use-by',
    [
      'mięso mielone 2 dni po terminie, można zjeść?',
      'chicken is past its use by date, is it still ok?',
      'jogurt po terminie, jeść?',
      'can i eat eggs past best before',
    ],
  ],
  [
    'bad-smell',
    [
      'szynka jest śliska i śmierdzi, zjeść czy wyrzucić?',
      'the fish smells off, can I still cook it',
    ],
  ],
  [
    'alcohol-in-pregnancy',
    ['czy w ciąży mogę wypić lampkę wina?', 'can pregnant women drink a bit of wine'],
  ],
  ['raw-fish', ['czy w ciąży mogę jeść sushi?', 'is sushi ok during pregnancy']],
  [
    'raw-milk',
    ['czy surowe mleko jest bezpieczne dla dziecka?', 'is unpasteurised milk safe in pregnancy?'],
  ],
  [
    'thaw-on-counter',
    ['mogę rozmrozić kurczaka na blacie?', 'is it safe to thaw meat on the counter'],
  ],
  [
    'power-cut',
    [
      'nie było prądu całą noc, co z jedzeniem w lodówce, jeść?',
      'power was out for 6 hours, is the food in the fridge safe?',
    ],
  ],
  [
    'pets',
    [
      'czy pies może zjeść czekoladę?',
      'can I give my dog grapes',
      'kot zjadł cebulę, czy to groźne?',
    ],
  ],
  ['choking', ['czy dwulatek może jeść całe winogrona?', 'can my toddler have whole nuts']],
];

test.each(ASKED.flatMap(([risk, all]) => all.map((message) => [message, risk] as const)))(
  '“%s” asks about %s',
  (message, risk) => {
    expect(readFoodRisk(message)).toBe(risk);
  },
);

test.each([
  'co na obiad z kurczaka?',
  'jak długo piec udka z kurczaka?',
  'mam surowego kurczaka, co z nim zrobić?',
  'dodaj puszkę fasoli',
  'ser pleśniowy do sałatki?',
  'przepis na sernik z miodem dla dzieci',
  'czy mogę zamrozić mięso?',
  'zamrożone mięso rozmrozić na jutro',
  'sałatka z ziemniaków i zielonej fasolki, można zrobić bez majonezu?',
  'zupa grzybowa, jak zrobić?',
  'wino do ryby, jakie można?',
  'co mogę zjeść na kolację w ciąży?',
  'co jest po terminie?',
  'wyrzuciłam spleśniały chleb',
  'how long do I roast a chicken?',
  'what can I cook with tinned beans',
  'can I freeze bread?',
  'blue cheese sauce, can I make it without cream?',
  'which wine goes with fish?',
  'sushi for two, what do I need?',
  'add 2 kg green beans and potatoes',
  'what goes off soon?',
  'my dog is called Honey',
  'ile mam mleka?',
  'czy pesto ma orzechy?',
  'mogę ugotować ryż wieczorem na jutro?',
])('“%s” asks about none', (message) => {
  expect(readFoodRisk(message)).toBeNull();
});
