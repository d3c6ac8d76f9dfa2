import type { Phrases } from './phrases.ts';

export const POLISH: Phrases = {
  whichDays: 'Na które dni mam zaplanować? Na przykład: „na 3 dni”, „od poniedziałku do piątku”.',
  whichMeals: 'Które posiłki mam zaplanować: śniadania, obiady, kolacje?',
  tooManyDays: 'Naraz planuję najwyżej 14 dni. Na które dni mam zaplanować?',
  pastDays: 'Te dni już minęły. Na które dni mam zaplanować?',
  noPlan: 'Nie ma planu na najbliższe dni. Napisz na przykład „zaplanuj obiady na 3 dni”.',
  nothingPlanned: (when) =>
    `Nic nie ma w planie na: ${when}. Napisz na przykład „zaplanuj obiady na 3 dni”.`,
  notInPlan: (when) => `Plan nie obejmuje tego: ${when}. Którego posiłku z planu dotyczy zmiana?`,
  whichMeal: (meals) => ['O który posiłek chodzi?', ...meals.map((one) => `– ${one}`)].join('\n'),
  proposed: 'Proponuję:',
  planned: 'W planie:',
  changed: 'Po zmianie:',
  unchanged: 'Ten plan już tak wygląda, nic się nie zmienia.',
  hurry: '„Szybko” to dla mnie do 30 min.',
  howManyGuests:
    'Nie wiem, ilu będzie gości, więc liczę porcje bez nich. Napisz na przykład „w sobotę 4 gości”.',
  oneServing: 'Nie znam domowników, więc liczę po jednej porcji. Napisz na przykład „dla 3 osób”.',
  locked: 'zostaje',
  cooked: 'ugotowane',
  leftovers: 'z tego, co ugotowane wcześniej',
  minutes: (minutes) => `${minutes} min`,
  uses: (products) => `zużywa z domu: ${products}`,
  noReason: 'pasuje do życzeń, a w domu nic się przez to nie zmarnuje',
  alreadyCooked: 'Ten posiłek jest już ugotowany.',
  ofLeftovers: (source) =>
    `Ten posiłek je się z tego, co ugotowano wcześniej. Zapisz tamten: ${source}.`,
  cannotMove:
    'Nie umiem tego przesunąć: mogę tylko zamienić miejscami dwa posiłki, które są w planie i nie są ugotowane.',
  swappedPlaces: 'Przesunąć mogę tylko przez zamianę miejscami, więc tak to proponuję.',
  cannotDropMeal:
    'Pojedynczego posiłku z planu nie usuwam. Mogę go zamienić na inny albo usunąć cały plan („usuń plan”).',
  saveFirst: 'Ten plan nie jest jeszcze zapisany. Napisz „zapisz”, a potem „zrób listę zakupów”.',
  listAfterwards:
    'Listę zakupów zrobię, gdy plan będzie zapisany: napisz wtedy „zrób listę zakupów”.',
  allAtHome: 'Do tego planu nic nie trzeba kupować: wszystko jest w domu.',
  noPlanForList:
    'Nie ma planu, do którego można zrobić listę. Napisz, co dopisać do listy, albo „zaplanuj obiady na 3 dni”.',
  noList: 'Nie ma jeszcze listy zakupów. Napisz na przykład „dopisz mleko do listy”.',
  whatItem: 'Co dokładnie? Napisz na przykład „dopisz 2 kg ziemniaków do listy”.',
  waits:
    'Propozycja czeka na decyzję: „tak” zapisuje, „nie” odrzuca. Możesz też napisać, co zmienić, na przykład „zamień środę”.',
  unclear:
    'Nie wiem, co zrobić z planem albo listą zakupów. Napisz na przykład „zaplanuj obiady na 3 dni”, „co jemy jutro?” albo „dopisz mleko do listy”.',
  upTo: (minutes) => `do ${minutes} min`,
  servings: (count) => `porcje: ${count}`,
  guests: (count) => `goście: ${count}`,
  budget: (sum) => `budżet ${sum}`,
  without: (what) => `bez: ${what}`,
  forPeople: (names) => `dla: ${names}`,
  nothingThen: 'nic',
};
