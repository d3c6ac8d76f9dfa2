import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('a clause that perhaps says that a food is not there', () => {
  table(
    [
      ['Nie polewaj śmietaną.', '~milk'],
      ['W tym daniu nie znajdziesz sera.', '~milk'],
      ['Mleko wyszło, jest woda.', '~milk'],
      ['Krewetki? W żadnym razie.', '~crustaceans ~sulphites'],
      ['Teściowa by tu wlała śmietanę.', '~milk'],
      ['Po krewetkach Janek spuchł.', '~crustaceans ~sulphites'],
      ['Mama dawała śmietanę, ja nie daję.', '~milk'],
      ['Mama dawała śmietanę, ja daję ser.', 'milk'],
      ['Nie gotuj śmietany.', 'milk'],
      ['Nie pomijaj masła.', 'milk'],
      ['Nie tylko masło.', 'milk'],
      ['Nie mieszaj, wlej mleko.', 'milk'],
      ['Zapomnij o maśle.', '~milk'],
      ['Nie zapomnij o maśle.', 'milk'],
    ],
    { language: 'pl' },
  );
  table(
    [
      ['Nothing with nuts, please.', '~nuts ~peanuts'],
      ['He asked for satay.', '~crustaceans ~fish ~gluten ~peanuts ~soybeans'],
      ['Oysters? God no.', '~molluscs'],
      ["The milk's off.", '~milk'],
      ['I took the walnuts out.', '~nuts'],
      ['Take the walnuts out of the bag.', 'nuts'],
      ['Mussels make Tom ill.', '~molluscs'],
      ["Don't boil the cream.", 'milk'],
      ["Don't leave out the anchovies.", 'fish'],
      ['Not only butter.', 'milk'],
      ['My nan adds milk, but I never do.', '~milk'],
    ],
    { language: 'en' },
  );
});

describe('what is refused behind the name of an ingredient', () => {
  table(
    [
      ['cheese: leave off', '~milk'],
      ['orzechy: pomijamy', '~nuts ~peanuts'],
      ['mleko, bez laktozy', 'milk'],
      ['mleko, nie UHT', 'milk'],
    ],
    { whole: true },
  );
});

describe('an absence that the sentence takes back', () => {
  table(
    [
      ['Miało być bez sera, ale się złamałam i posypałam.', '~milk'],
      ['Miało być bez sera, ale dodałam sól.', ''],
      ['Bez sera, ale z solą.', ''],
      ['Bez sera. Ale dodaję.', ''],
      ['Bez śmietany, bo nikt u nas jej nie lubi.', ''],
    ],
    { language: 'pl' },
  );
});
