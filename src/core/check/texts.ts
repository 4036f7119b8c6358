import type { Questionnaire } from '../format/questionnaire.ts';
import { below, type Problem, problem } from '../problems.ts';

/** Keys under which a text in several languages stands; the formats use them for nothing else. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  'title',
  'text',
  'name',
  'short',
  'intro',
  'purpose',
  'hint',
  'help',
  'trap',
  'reason',
  'exit',
  'note',
  'unit',
]);

/** Texts that lack one of the questionnaire's languages, or are blank in it. */
export function textProblems(questionnaire: Questionnaire): readonly Problem[] {
  const found: Problem[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = below(path, key);
      if (TEXT_KEYS.has(key) && typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
        for (const language of questionnaire.languages)
          if (isBlank((inner as Readonly<Record<string, unknown>>)[language])) found.push(problem(at, 'translation-missing', { language }));
      } else walk(inner, at);
    }
  };
  walk(questionnaire, '');
  return found;
}

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';
