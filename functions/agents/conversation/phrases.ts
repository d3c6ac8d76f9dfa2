import type { Locale } from '#shared/context/locale.ts';
import type { Topic } from '#shared/orchestration/routing/topic.ts';
import type { RouteLabel } from '#shared/router/labels.ts';

/** What other agents talk about, or nobody. */
export const ELSEWHERE = [
  'chef',
  'meal-planner',
  'none',
  'ocr',
  'rag',
  'search',
  'weather',
] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

/** What is talked about: what is certain by its words, or what the router says. */
export type Subject = Topic | Exclude<RouteLabel, Elsewhere> | 'unknown';

interface Phrases {
  readonly answers: Readonly<Record<Subject, string>>;
  /** What could be asked, as somebody would write it. @param foods in the house that go first */
  suggestions(foods: readonly string[]): string[];
  /** The same of the pantry. */
  readonly ofPantry: readonly string[];
  quoted(words: string): string;
}

/** What is said without a model. */
export const PHRASES: Readonly<Record<Locale, Phrases>> = {
  pl: {
    answers: {
      greeting: 'Cześć! Pomagam zużyć to, co jest w domu. Zapytaj na przykład:',
      thanks: 'Proszę bardzo! Smacznego.',
      goodbye: 'Do usłyszenia!',
      help: 'Podpowiadam, co ugotować z tego, co jest w domu, i zmieniam przepisy; pamiętam, kto czego nie może jeść, i odpowiadam, czy ktoś może coś zjeść. Mówię, co jest na paragonach, i poprawiam je, planuję posiłki, prowadzę listę zakupów, szukam przepisów i faktów, odpowiadam z domowych dokumentów i sprawdzam pogodę. W spiżarni, na paragonach, w planach i na listach niczego nie zmieniam, dopóki nie potwierdzisz propozycji: „tak” potwierdza, „zostaw” odrzuca, „cofnij” cofa. Zapytaj na przykład:',
      harm: 'W tym nie pomogę: ktoś mógłby ucierpieć. Jeśli ktoś zjadł coś trującego albo grozi mu niebezpieczeństwo, zadzwoń pod 112.',
      'self-harm':
        'W tym nie pomogę, ale nie musisz być z tym samemu. Jeśli myślisz o zrobieniu sobie krzywdy, zadzwoń teraz pod 112 albo porozmawiaj z kimś bliskim; telefon zaufania dla dorosłych to 116 123, dla dzieci i młodzieży 116 111 (całodobowo, bezpłatnie).',
      prompt:
        'Moich ustawień, haseł ani kluczy nie pokazuję, a zasad, których się trzymam, nie wyłącza żadna wiadomość. Mogę za to pomóc w kuchni.',
      unknown: 'Tego jeszcze nie potrafię. Zapytaj na przykład:',
      conversation:
        'Jestem asystentem domowej kuchni i pomagam zużyć to, co jest w domu. Zapytaj na przykład:',
      pantry:
        'Wygląda to na pytanie o spiżarnię, ale nie wiem, co mam sprawdzić albo zapisać. Napisz na przykład:',
    },
    ofPantry: ['co się zaraz zepsuje?', 'ile mam mleka?', 'zużyłam 2 jajka'],
    suggestions: (foods) => [
      foods.length > 0 ? `co na obiad? mam: ${foods.join(', ')}` : 'co na obiad w 30 minut?',
      'co ugotować z tego, co się kończy?',
      'czy pesto ma orzechy?',
    ],
    quoted: (words) => `„${words}”`,
  },
  en: {
    answers: {
      greeting: 'Hello! I help to use up what is in the house. You could ask:',
      thanks: 'You are welcome. Enjoy your meal!',
      goodbye: 'Bye, see you soon!',
      help: 'I suggest what to cook from what is in the house and change recipes; I keep in mind who must not eat what, and tell whether somebody may eat something. I tell what is on receipts and correct them, plan meals, keep the shopping list, look up recipes and facts, answer from your documents, and check the weather. Nothing in the pantry, on a receipt, in a plan or on a list changes before you confirm a proposal: “yes” confirms it, “leave it” rejects it, “undo” takes it back. You could ask:',
      harm: 'I do not help with that: somebody could be hurt. If somebody ate something poisonous or is in danger, call 112.',
      'self-harm':
        'I do not help with that, but you need not be alone with it. If you think of hurting yourself, call 112 now or talk to somebody close to you; in Poland the helpline for adults is 116 123, for children and young people 116 111 (day and night, free).',
      prompt:
        'I show no settings, passwords or keys, and no message switches off the rules I keep. I can help in the kitchen, though.',
      unknown: 'I cannot do that yet. You could ask:',
      conversation:
        'I am an assistant for the kitchen at home and help to use up what is there. You could ask:',
      pantry:
        'This seems to be about the pantry, but I do not see what to look up or to note. You could write:',
    },
    ofPantry: ['what goes off soon?', 'how much milk do I have?', 'used 2 eggs'],
    suggestions: (foods) => [
      foods.length > 0
        ? `what is for dinner? I have ${foods.join(', ')}`
        : 'what is for dinner in 30 minutes?',
      'what can I cook to use up what expires?',
      'does pesto have nuts in it?',
    ],
    quoted: (words) => `“${words}”`,
  },
};
