import { CommandError, runCommand } from '#cdk/command.ts';
import { DocumentAnswer } from '#shared/cited-answers/knowledge-schema.ts';
import { answerText } from './answer-text.ts';
import { LANGUAGE, openApi, posted } from './api.ts';
import { readConnection } from './connection.ts';

/** Passages that are shown where the documents do not answer. */
const NEAREST = 3;

/** `npm run ask -- "question"`: what the household's documents say, with page and quote. */
await runCommand(async () => {
  const question = process.argv.slice(3).join(' ').trim();
  if (question === '') {
    throw new CommandError('What? npm run ask -- "co ile odkamieniać ekspres?"');
  }
  const asked = posted({ question, k: NEAREST });
  const answer = await openApi(readConnection()).json('/api/v2/rag/query', DocumentAnswer, asked);
  console.log(answerText(answer, { question, language: LANGUAGE }));
});
