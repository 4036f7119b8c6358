import { sayProblem } from '../../i18n/problem-words.ts';
import { alterations } from '../../store/released.ts';
import { useOpen } from '../fill/open.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';

/** Says of the open assessment that its questionnaire is not the published one, where it passes itself off as that. Else nothing. */
export function Altered() {
  const { t } = useWords();
  const { questionnaire } = useOpen(({ model }) => model);
  const sha256 = useOpen(({ assessment }) => assessment.questionnaire);
  const [altered] = alterations(questionnaire, sha256);
  return altered ? (
    <Notice tone="strong">
      <p>{sayProblem(t, altered)}</p>
    </Notice>
  ) : null;
}
