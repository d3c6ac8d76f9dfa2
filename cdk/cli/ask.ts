import { CommandError, runCommand } from '#cdk/command.ts';
import { DocumentAnswer } from '#shared/cited-answers/knowledge-schema.ts';
import { answerText } from './answer-text.ts';
import { LANGUAGE, openApi } from './api.ts';
import { readConnection } from './connection.ts';

/** Passages that are shown where the documents do not answer. */
const NEAREST = 3;

/** `npm run ask -- "question"`: what the household's documents say, with page and quote. */
await runCommand(async () => {
  const question = process.argv.slice(3).join(' ').trim();
  if (question === '') {
    throw new CommandError('What? npm run ask -- "co ile odkamieniać ekspres?"');
  }
  const answer = await openApi(readConnection()).json('/api/v2/rag/query', DocumentAnswer, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question, k: NEAREST }),
  });
  console.log(answerText(answer, { question, language: LANGUAGE }));
});
