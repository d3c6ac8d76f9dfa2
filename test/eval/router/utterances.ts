import { readFileSync } from 'node:fs';
import {
  MESSAGE_LANGUAGES,
  type MessageLanguage,
  ROUTE_LABELS,
  type RouteLabel,
} from '#shared/router/labels.ts';

/** What a person wrote, and who has to answer it. */
export interface Utterance {
  readonly text: string;
  readonly label: RouteLabel;
  readonly language: MessageLanguage;
}

/** The utterances that the router is trained with. */
export function shippedUtterances(): Utterance[] {
  return MESSAGE_LANGUAGES.flatMap((language) =>
    utterancesOf(`shared/router/data/utterances-${language}.tsv`, language),
  );
}

/**
 * @param path a line is a label, a tab and a text
 * @throws Error at a line that is none
 */
export function utterancesOf(path: string, language: MessageLanguage): Utterance[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const [name, text] = line.split('\t');
    const label = ROUTE_LABELS.find((one) => one === name);
    if (label === undefined || text === undefined) throw new Error(`${path}: ${line}`);
    return { text, label, language };
  });
}
