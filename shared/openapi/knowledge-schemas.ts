import * as knowledge from '#shared/cited-answers/knowledge-schema.ts';
import { Document, UnreadPage } from '#shared/documents/document.ts';
import { DocumentFormat } from '#shared/extraction/document-format.ts';
import { Passage, SearchLeg } from '#shared/orchestration/contract/passage.ts';

/** Of documents and questions to them; part of `NAMED_SCHEMAS`. */
export const KNOWLEDGE_SCHEMAS = {
  Document,
  DocumentFormat,
  UnreadPage,
  PassageQuery: knowledge.PassageQuery,
  Passages: knowledge.Passages,
  Passage,
  SearchLeg,
  DocumentAnswer: knowledge.DocumentAnswer,
  IndexStats: knowledge.IndexStats,
  IndexRebuild: knowledge.IndexRebuild,
};
