import type { Question } from '../../core/format/questionnaire.ts';
import { useOpen } from '../fill/open.ts';
import { Voices } from './Voices.tsx';
import { useWordingOf } from './wording.ts';

/** What the evaluators of the open assessment say to a question on which they differ. */
export function DisputedVoices({ question }: { readonly question: Question }) {
  const model = useOpen((open) => open.model);
  const voices = useOpen(({ state }) => state.disputed.get(question.id));
  const wording = useWordingOf(model);
  return voices ? <Voices question={question} questionnaire={model.questionnaire} wording={wording} voices={voices} /> : null;
}
