import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('what the sentence around takes back', () => {
  table(
    [
      ['Nie wlewaj mleka, dopóki nie zawrze.', 'milk'],
      ['Nie wlewaj mleka, a nie zgęstnieje.', 'milk'],
      ['Nie wlewaj teraz mleka.', 'milk'],
      ['Nie wlewaj mleka teraz.', 'milk'],
      ['Dopóki nie zawrze, nie wlewaj mleka.', 'milk'],
      ['Jeśli jesz ser, nie wlewaj mleka.', 'milk'],
      ['Gotuj sól, nie wlewaj mleka.', ''],
      ['Nie kupuj masła, mamy dość.', 'milk'],
      ['Nie kupuj masła, nie mamy już miejsca.', ''],
      ['Nie dawaj masła, mamy dość.', ''],
      ['Nie kupiłam masła, nie było w sklepie.', ''],
      ['Nie dodawaj orzechów, wsyp je na końcu.', 'nuts ~peanuts'],
      ['Nie dodawaj orzechów. Wsyp je na końcu.', 'nuts ~peanuts'],
      ['Nie dodawaj orzechów. Wymieszaj. Wsyp je na końcu.', 'nuts ~peanuts'],
      ['Nie dodawaj orzechów, nie wsypuj ich.', ''],
      ['Pomiń jajka, nikt nie zauważy.', ''],
      ['Pomiń jajka, a nic nie wyjdzie.', 'eggs'],
      ['Pomiń jajka i ciasto się rozpadnie.', 'eggs ~eggs ~gluten ~milk'],
      ['Pomiń jajka i zamieszaj.', ''],
      ['Pomiń jajka, bo nikt ich nie lubi.', ''],
      ['Pomiń orzechy, jeśli nie lubisz.', 'nuts ~peanuts'],
      ['Nie daję sera, tylko pod koniec.', 'milk'],
    ],
    { language: 'pl' },
  );
  table(
    [
      ["Don't use butter, but use it on top.", 'milk'],
      ["Don't add cheese before salt.", 'milk'],
      ["Don't add cheese until it boils.", 'milk'],
      ["Don't buy cheese, we have plenty.", 'milk'],
      ["Don't buy cheese, we don't have room.", ''],
      ["Don't eat cheese, we have plenty.", ''],
      ["Don't add nuts, sprinkle them at the end.", 'nuts ~peanuts'],
      ["Don't add nuts, we never add them.", ''],
      ["Don't add nuts. Sprinkle them on top.", 'nuts ~peanuts'],
      ["Don't add nuts. Stir well. Sprinkle them on top.", 'nuts ~peanuts'],
      ['Skip the eggs and it will collapse.', 'eggs'],
      ['Skip the eggs and stir.', ''],
      ['Skip the eggs, nobody will notice.', ''],
      ['Skip the eggs and nobody will eat it.', 'eggs'],
      ['Skip the eggs because nobody eats them.', ''],
      ["Skip the eggs or you can't slice it.", '~eggs'],
      ['Avoid nuts unless toasted.', 'nuts ~peanuts'],
      ['Avoid nuts only if allergic.', 'nuts ~peanuts'],
      ['Omit the nuts, but only at first.', 'nuts ~peanuts'],
    ],
    { language: 'en' },
  );
});
